# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Donnerstag ist nicht geändert.
# Rückmeldung: Am Donnerstag steht noch die alte Zahl: 6 Stunden.
mo = 8
di = 8
mi = 4.5
do = 6
fr = 4

woche = mo + di + mi + do + fr
print("Stunden:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr:", mehr)
