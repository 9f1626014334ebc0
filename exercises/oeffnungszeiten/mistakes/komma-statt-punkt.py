# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die halbe Stunde steht mit Komma.
# Rückmeldung: Ein Komma hat aus einer Zahl zwei Werte gemacht.
mo = 8
di = 8
mi = 4, 5
do = 9
fr = 4

woche = mo + di + mi + do + fr
print("Stunden:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr:", mehr)
