# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Das Wechselgeld ist abgezogen statt dazugezählt.
# Rückmeldung: In `kasse` ist das Wechselgeld abgezogen.
plan = zahl_plan * preis_plan
park = zahl_park * preis_park
hund = zahl_hund * preis_hund

einnahmen = plan + park + hund
kasse = einnahmen - wechselgeld
