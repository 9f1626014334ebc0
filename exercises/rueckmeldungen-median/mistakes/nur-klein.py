# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Groß geschriebene Wörter fehlen.
# Rückmeldung: 14 Texte enthalten „hochladen“ klein geschrieben. Die anderen fehlen.
gueltig = antworten[antworten["Punkte"] != 99]
mediane = gueltig.groupby("Dienst")["Punkte"].median()
schwach = mediane.idxmin()

treffer = antworten["Text"].str.contains("hochladen", na=False)
hochladen = treffer.sum()
