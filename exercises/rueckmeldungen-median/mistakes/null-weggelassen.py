# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: 0 Punkte gelten als keine Angabe.
# Rückmeldung: Antworten mit 0 Punkten fehlen. 0 ist eine gültige Bewertung.
gueltig = antworten[antworten["Punkte"] != 99]
gueltig = gueltig[gueltig["Punkte"] > 0]
mediane = gueltig.groupby("Dienst")["Punkte"].median()
schwach = mediane.idxmin()

treffer = antworten["Text"].str.contains("hochladen", case=False, na=False)
hochladen = treffer.sum()
