# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die halbe Stunde steht mit Komma.
# Rückmeldung: Ein Komma hat aus einer Zahl zwei Werte gemacht.
montag = 8
dienstag = 8
mittwoch = 4, 5
donnerstag = 9
freitag = 4

woche = montag + dienstag + mittwoch + donnerstag + freitag
print("Stunden in der Woche:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr als bisher:", mehr)
