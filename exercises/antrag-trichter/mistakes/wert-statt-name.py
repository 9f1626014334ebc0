# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Statt des Namens steht die größte Zahl da.
# Rückmeldung: In `groesster` steht eine Zahl. Gesucht ist der Name des Schritts.
menschen = protokoll[protokoll["Gerät"] != "Prüfprogramm"]
gruppen = menschen.groupby("Schritt")["Besuch"]
je_schritt = gruppen.nunique().reindex(reihenfolge)

abbrueche = je_schritt - je_schritt.shift(-1)
groesster = abbrueche.max()
quote = je_schritt["Absenden"] / je_schritt["Start"] * 100
