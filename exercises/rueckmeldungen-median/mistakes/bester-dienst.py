# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Gesucht wird der größte statt der kleinste Median.
# Rückmeldung: „Hund anmelden“ hat den größten Median. Dieser Dienst gefällt am besten.
gueltig = antworten[antworten["Punkte"] != 99]
mediane = gueltig.groupby("Dienst")["Punkte"].median()
schwach = mediane.idxmax()

treffer = antworten["Text"].str.contains("hochladen", case=False, na=False)
hochladen = treffer.sum()
