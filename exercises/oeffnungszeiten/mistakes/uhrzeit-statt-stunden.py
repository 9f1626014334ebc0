# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Am Donnerstag steht die Uhrzeit statt der Stunden.
# Rückmeldung: Am Donnerstag steht die Uhrzeit, zu der geschlossen wird.
mo = 8
di = 8
mi = 4.5
do = 18
fr = 4

woche = mo + di + mi + do + fr
print("Stunden:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr:", mehr)
