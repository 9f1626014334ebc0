# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Das Wechselgeld vom Morgen ist vergessen.
# Rückmeldung: In `kasse` fehlt das Wechselgeld.
plan = zahl_plan * preis_plan
park = zahl_park * preis_park
hund = zahl_hund * preis_hund

einnahmen = plan + park + hund
kasse = einnahmen
