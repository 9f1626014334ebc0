# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Summe ist im Kopf gerechnet und eingetippt.
# Rückmeldung: In `woche` steht eine fertige Zahl. Ändert sich ein Tag, stimmt sie nicht mehr.
mo = 8
di = 8
mi = 4.5
do = 9
fr = 4

woche = 33.5
print("Stunden:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr:", mehr)
