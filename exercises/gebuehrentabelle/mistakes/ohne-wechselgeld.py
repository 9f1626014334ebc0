# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Das Wechselgeld vom Morgen ist vergessen.
# Rückmeldung: In `kasse` fehlt das Wechselgeld.
summe_auskunft = anzahl_auskunft * gebuehr_auskunft
summe_parken = anzahl_parken * gebuehr_parken
summe_hund = anzahl_hund * gebuehr_hund

einnahmen = summe_auskunft + summe_parken + summe_hund
kasse = einnahmen
