# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die 99 für keine Angabe zählt als Bewertung.
# Rückmeldung: Die 99 zählt noch mit. Bei „Unterhaltsvorschuss“ steht sie 6 Mal.
mediane = antworten.groupby("Dienst")["Punkte"].median()
schwach = mediane.idxmin()

treffer = antworten["Text"].str.contains("hochladen", case=False, na=False)
hochladen = treffer.sum()
