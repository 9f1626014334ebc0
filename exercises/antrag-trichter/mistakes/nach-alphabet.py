# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Schritte stehen nach dem Alphabet, weil groupby so ordnet.
# Rückmeldung: Die Zahlen stimmen. Die Schritte stehen aber nicht in der Reihenfolge des Antrags.
menschen = protokoll[protokoll["Gerät"] != "Prüfprogramm"]
je_schritt = menschen.groupby("Schritt")["Besuch"].nunique()

abbrueche = je_schritt - je_schritt.shift(-1)
groesster = abbrueche.idxmax()
quote = je_schritt["Absenden"] / je_schritt["Start"] * 100
