# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Anteil ist nicht in Prozent umgerechnet.
# Rückmeldung: `quote` ist ein Anteil zwischen 0 und 1. Gesucht sind Prozent.
menschen = protokoll[protokoll["Gerät"] != "Prüfprogramm"]
gruppen = menschen.groupby("Schritt")["Besuch"]
je_schritt = gruppen.nunique().reindex(reihenfolge)

abbrueche = je_schritt - je_schritt.shift(-1)
groesster = abbrueche.idxmax()
quote = je_schritt["Absenden"] / je_schritt["Start"]
