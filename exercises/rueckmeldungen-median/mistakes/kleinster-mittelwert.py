# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Median ist gebildet, der Dienst aber nach dem Mittelwert ausgesucht.
# Rückmeldung: „Bewohnerparken“ hat den kleinsten Mittelwert. Einige Nullen ziehen ihn herunter.
gueltig = antworten[antworten["Punkte"] != 99]
gruppen = gueltig.groupby("Dienst")["Punkte"]
mediane = gruppen.median()
schwach = gruppen.mean().idxmin()

treffer = antworten["Text"].str.contains("hochladen", case=False, na=False)
hochladen = treffer.sum()
