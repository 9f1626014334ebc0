# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Besuche des Prüfprogramms zählen mit.
# Rückmeldung: Bei „Start“ zählen 168 Besuche des Prüfprogramms mit.
gruppen = protokoll.groupby("Schritt")["Besuch"]
je_schritt = gruppen.nunique().reindex(reihenfolge)

abbrueche = je_schritt - je_schritt.shift(-1)
groesster = abbrueche.idxmax()
quote = je_schritt["Absenden"] / je_schritt["Start"] * 100
