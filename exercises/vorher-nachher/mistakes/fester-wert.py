# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Quoten sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
quote_vorher = 47.73
quote_nachher = 56.94
unterschied = 9.21
