# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der stille Fehler ist noch da: Plus statt Mal.
# Rückmeldung: In `park` sind Anzahl und Gebühr zusammengezählt.
plan = zahl_plan * preis_plan
park = zahl_park + preis_park
hund = zahl_hund * preis_hund

einnahmen = plan + park + hund
kasse = einnahmen + wechselgeld
