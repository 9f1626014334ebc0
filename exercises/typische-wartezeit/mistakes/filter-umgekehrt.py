# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Filter behält die falschen Zeilen.
# Rückmeldung: In `echt` stehen gerade die vergessenen Tickets.
tickets = pd.read_csv(
    "data/tickets.csv",
    sep=";",
    decimal=",",
    encoding="cp1252",
)

vergessen = (tickets["Wartezeit"] >= 240).sum()
echt = tickets[tickets["Wartezeit"] >= 240]

mittelwert = echt["Wartezeit"].mean()
median = echt["Wartezeit"].median()
