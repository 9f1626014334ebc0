# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Das Dezimalkomma ist beim Lesen nicht angegeben, verglichen wird trotzdem.
# Rückmeldung: Hier treffen Text und Zahl aufeinander.
tickets = pd.read_csv(
    "data/tickets.csv",
    sep=";",
    encoding="cp1252",
)

vergessen = (tickets["Wartezeit"] >= 240).sum()
echt = tickets[tickets["Wartezeit"] < 240]

mittelwert = echt["Wartezeit"].mean()
median = echt["Wartezeit"].median()
