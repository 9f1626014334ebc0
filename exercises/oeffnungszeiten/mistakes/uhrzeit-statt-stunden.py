# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Am Donnerstag steht die Uhrzeit statt der Stunden.
# Rückmeldung: Am Donnerstag steht die Uhrzeit, zu der geschlossen wird.
montag = 8
dienstag = 8
mittwoch = 4.5
donnerstag = 18
freitag = 4

woche = montag + dienstag + mittwoch + donnerstag + freitag
print("Stunden in der Woche:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr als bisher:", mehr)
