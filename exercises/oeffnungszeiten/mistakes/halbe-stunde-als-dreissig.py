# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Uhrzeit 12:30 wird zu 4.30 Stunden.
# Rückmeldung: Am Mittwoch steht 4.30. Dreißig Minuten sind aber eine halbe Stunde.
montag = 8
dienstag = 8
mittwoch = 4.30
donnerstag = 9
freitag = 4

woche = montag + dienstag + mittwoch + donnerstag + freitag
print("Stunden in der Woche:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr als bisher:", mehr)
