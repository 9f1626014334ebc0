# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Abbruch ist dem Schritt danach zugeschrieben.
# Rückmeldung: Bei „Prüfen“ fehlen die Besuche schon. Abgebrochen haben sie einen Schritt davor.
menschen = protokoll[protokoll["Gerät"] != "Prüfprogramm"]
gruppen = menschen.groupby("Schritt")["Besuch"]
je_schritt = gruppen.nunique().reindex(reihenfolge)

abbrueche = je_schritt.shift(1) - je_schritt
groesster = abbrueche.idxmax()
quote = je_schritt["Absenden"] / je_schritt["Start"] * 100
