# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Das Wechselgeld ist abgezogen statt dazugezählt.
# Rückmeldung: In `kasse` ist das Wechselgeld abgezogen.
summe_auskunft = anzahl_auskunft * gebuehr_auskunft
summe_parken = anzahl_parken * gebuehr_parken
summe_hund = anzahl_hund * gebuehr_hund

einnahmen = summe_auskunft + summe_parken + summe_hund
kasse = einnahmen - wechselgeld
