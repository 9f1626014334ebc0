# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Das Ticket mit genau 240 Minuten zählt nicht als vergessen.
# Rückmeldung: In `vergessen` fehlt das Ticket mit genau 240 Minuten.
tickets = pd.read_csv(
    "data/tickets.csv",
    sep=";",
    decimal=",",
    encoding="cp1252",
)

vergessen = (tickets["Wartezeit"] > 240).sum()
echt = tickets[tickets["Wartezeit"] < 240]

mittelwert = echt["Wartezeit"].mean()
median = echt["Wartezeit"].median()
