# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die alte und die neue Woche sind vertauscht.
# Rückmeldung: `mehr` ist eine Zahl mit Minus. Es sind aber mehr Stunden geworden.
montag = 8
dienstag = 8
mittwoch = 4.5
donnerstag = 9
freitag = 4

woche = montag + dienstag + mittwoch + donnerstag + freitag
print("Stunden in der Woche:", woche)

bisher = 30
mehr = bisher - woche
print("Mehr als bisher:", mehr)
