# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Anteile und der Name sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
anteile = {
    "Computer": 34.17,
    "Handy": 51.52,
    "Tablet": 25.0,
}
hoechster = "Handy"
