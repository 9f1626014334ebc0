# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Freitag fehlt in der Summe.
# Rückmeldung: In `woche` fehlt noch der Freitag.
mo = 8
di = 8
mi = 4.5
do = 9
fr = 4

woche = mo + di + mi + do
print("Stunden:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr:", mehr)
