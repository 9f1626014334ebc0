# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Zeile darüber wurde kopiert und nur halb geändert.
# Rückmeldung: In `summe_hund` passen Anzahl und Gebühr nicht zusammen.
summe_auskunft = anzahl_auskunft * gebuehr_auskunft
summe_parken = anzahl_parken * gebuehr_parken
summe_hund = anzahl_hund * gebuehr_parken

einnahmen = summe_auskunft + summe_parken + summe_hund
kasse = einnahmen + wechselgeld
