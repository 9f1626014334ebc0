# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Uhrzeit 12:30 wird zu 4.30 Stunden.
# Rückmeldung: Am Mittwoch steht 4.30. Dreißig Minuten sind aber eine halbe Stunde.
mo = 8
di = 8
mi = 4.30
do = 9
fr = 4

woche = mo + di + mi + do + fr
print("Stunden:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr:", mehr)
