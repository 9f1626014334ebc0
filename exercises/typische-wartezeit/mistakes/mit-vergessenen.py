# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Mittelwert kommt aus der ungefilterten Tabelle.
# Rückmeldung: In `mittelwert` rechnen die vergessenen Tickets mit.
tickets = pd.read_csv(
    "data/tickets.csv",
    sep=";",
    decimal=",",
    encoding="cp1252",
)

vergessen = (tickets["Wartezeit"] >= 240).sum()
echt = tickets[tickets["Wartezeit"] < 240]

mittelwert = tickets["Wartezeit"].mean()
median = echt["Wartezeit"].median()
