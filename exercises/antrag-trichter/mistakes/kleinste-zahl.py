# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Gesucht wird der Schritt mit den wenigsten Besuchen statt der größte Verlust.
# Rückmeldung: „Absenden“ erreichen die wenigsten Besuche. Gesucht ist aber der größte Verlust.
menschen = protokoll[protokoll["Gerät"] != "Prüfprogramm"]
gruppen = menschen.groupby("Schritt")["Besuch"]
je_schritt = gruppen.nunique().reindex(reihenfolge)

groesster = je_schritt.idxmin()
quote = je_schritt["Absenden"] / je_schritt["Start"] * 100
