# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Statt des Medians ist der Mittelwert gebildet.
# Rückmeldung: Das sind Mittelwerte. Gesucht ist der Median.
gueltig = antworten[antworten["Punkte"] != 99]
mediane = gueltig.groupby("Dienst")["Punkte"].mean()
schwach = mediane.idxmin()

treffer = antworten["Text"].str.contains("hochladen", case=False, na=False)
hochladen = treffer.sum()
