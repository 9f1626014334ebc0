# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Zeile darüber wurde kopiert und nur halb geändert.
# Rückmeldung: In `hund` passen Anzahl und Gebühr nicht zusammen.
plan = zahl_plan * preis_plan
park = zahl_park * preis_park
hund = zahl_hund * preis_park

einnahmen = plan + park + hund
kasse = einnahmen + wechselgeld
