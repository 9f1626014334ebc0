# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Orte sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
zuerst = [
    "Pflegeheim Haus Rosenweg",
    "Pflegeheim Lindenhof",
    "Kita Dachsbau",
    "Kita Grünschnabel",
    "Kita Pusteblume",
]
unklar = [
    "Kita Zwergenhöhle",
    "Haltestelle Gewerbepark",
    "Schule Am Stadtpark",
]
