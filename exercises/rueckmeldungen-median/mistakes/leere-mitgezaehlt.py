# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Leere Texte gelten als Treffer.
# Rückmeldung: Leere Texte zählen noch mit.
gueltig = antworten[antworten["Punkte"] != 99]
mediane = gueltig.groupby("Dienst")["Punkte"].median()
schwach = mediane.idxmin()

treffer = antworten["Text"].str.contains("hochladen", case=False, na=True)
hochladen = treffer.sum()
