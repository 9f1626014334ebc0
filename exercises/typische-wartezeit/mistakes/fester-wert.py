# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Zahlen sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
tickets = pd.read_csv(
    "data/tickets.csv",
    sep=";",
    decimal=",",
    encoding="cp1252",
)

vergessen = 6
echt = tickets[tickets["Wartezeit"] < 240]

mittelwert = 9.227
median = 6
