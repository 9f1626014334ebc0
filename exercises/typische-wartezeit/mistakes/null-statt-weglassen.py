# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Vergessene Tickets sind auf 0 gesetzt statt weggelassen.
# Rückmeldung: Vergessene Tickets rechnen bei Ihnen mit 0 Minuten mit.
tickets = pd.read_csv(
    "data/tickets.csv",
    sep=";",
    decimal=",",
    encoding="cp1252",
)

vergessen = (tickets["Wartezeit"] >= 240).sum()
echt = tickets[tickets["Wartezeit"] < 240]

mittelwert = tickets["Wartezeit"].mask(tickets["Wartezeit"] >= 240, 0).mean()
median = echt["Wartezeit"].median()
