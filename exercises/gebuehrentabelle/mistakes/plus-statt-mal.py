# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der stille Fehler ist noch da: Plus statt Mal.
# Rückmeldung: In `summe_parken` sind Anzahl und Gebühr zusammengezählt.
summe_auskunft = anzahl_auskunft * gebuehr_auskunft
summe_parken = anzahl_parken + gebuehr_parken
summe_hund = anzahl_hund * gebuehr_hund

einnahmen = summe_auskunft + summe_parken + summe_hund
kasse = einnahmen + wechselgeld
