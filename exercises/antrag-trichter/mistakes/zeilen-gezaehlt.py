# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Gezählt sind Zeilen des Protokolls, keine Besuche.
# Rückmeldung: Sie zählen Zeilen. Bei „Nachweise hochladen“ sind das 393, es waren aber 166 Besuche.
menschen = protokoll[protokoll["Gerät"] != "Prüfprogramm"]
gruppen = menschen.groupby("Schritt")["Besuch"]
je_schritt = gruppen.count().reindex(reihenfolge)

abbrueche = je_schritt - je_schritt.shift(-1)
groesster = abbrueche.idxmax()
quote = je_schritt["Absenden"] / je_schritt["Start"] * 100
