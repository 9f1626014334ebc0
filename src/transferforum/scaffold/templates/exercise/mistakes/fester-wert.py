# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Ergebnisse sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
liter = 42360
grosse = 78
