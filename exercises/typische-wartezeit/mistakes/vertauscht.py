# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Mittelwert und Median sind vertauscht.
# Rückmeldung: In `mittelwert` steht der Median.
tickets = pd.read_csv(
    "data/tickets.csv",
    sep=";",
    decimal=",",
    encoding="cp1252",
)

vergessen = (tickets["Wartezeit"] >= 240).sum()
echt = tickets[tickets["Wartezeit"] < 240]

mittelwert = echt["Wartezeit"].median()
median = echt["Wartezeit"].mean()
