# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Nur der Name ist verbessert, die Lücke ist noch offen.
# Rückmeldung: Die drei Punkte `...` sind noch eine Lücke.
plan = zahl_plan * preis_plan
park = zahl_park * preis_park
hund = ...

einnahmen = plan + park + hund
kasse = einnahmen + wechselgeld
