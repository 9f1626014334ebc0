# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Donnerstag ist nicht geändert.
# Rückmeldung: Am Donnerstag steht noch die alte Zahl: 6 Stunden.
montag = 8
dienstag = 8
mittwoch = 4.5
donnerstag = 6
freitag = 4

woche = montag + dienstag + mittwoch + donnerstag + freitag
print("Stunden in der Woche:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr als bisher:", mehr)
