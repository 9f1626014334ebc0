# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Summe ist im Kopf gerechnet und eingetippt.
# Rückmeldung: In `woche` steht eine fertige Zahl. Ändert sich ein Tag, stimmt sie nicht mehr.
montag = 8
dienstag = 8
mittwoch = 4.5
donnerstag = 9
freitag = 4

woche = 33.5
print("Stunden in der Woche:", woche)

bisher = 30
mehr = woche - bisher
print("Mehr als bisher:", mehr)
