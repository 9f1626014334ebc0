# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Nur der Name ist verbessert, die Lücke ist noch offen.
# Rückmeldung: Die drei Punkte `...` sind noch eine Lücke.
summe_auskunft = anzahl_auskunft * gebuehr_auskunft
summe_parken = anzahl_parken * gebuehr_parken
summe_hund = ...

einnahmen = summe_auskunft + summe_parken + summe_hund
kasse = einnahmen + wechselgeld
