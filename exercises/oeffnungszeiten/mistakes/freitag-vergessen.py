# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Freitag fehlt in der Summe.
# Rückmeldung: In `woche` fehlt noch der Freitag.
montag = 8
dienstag = 8
mittwoch = 4.5
donnerstag = 9
freitag = 4

woche = montag + dienstag + mittwoch + donnerstag
print("Stunden in der Woche:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr als bisher:", mehr)
