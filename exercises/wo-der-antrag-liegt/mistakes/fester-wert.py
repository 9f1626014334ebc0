# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Übergänge und die Tage sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
laengster = (
    "Anschrift klären",
    "Marke verschicken",
)
median_tage = 17.97
meiste_zeit = (
    "Bescheid erstellen",
    "Bescheid unterschreiben",
)
