# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die alte und die neue Woche sind vertauscht.
# Rückmeldung: `mehr` ist eine Zahl mit Minus. Es sind aber mehr Stunden geworden.
mo = 8
di = 8
mi = 4.5
do = 9
fr = 4

woche = mo + di + mi + do + fr
print("Stunden:", woche)

bisher = 30
mehr = bisher - woche
print("Mehr:", mehr)
