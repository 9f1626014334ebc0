# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Genannt ist das Gerät mit den meisten Abbrüchen statt mit dem höchsten Anteil.
# Rückmeldung: „Computer“ hat die meisten Abbrüche, weil es die meisten Besuche hat. Der Anteil ist anderswo höher.
erreicht = besuche[besuche["Schritt"] >= 4].copy()
erreicht["Abbruch"] = erreicht["Schritt"] == 4

gruppen = erreicht.groupby("Gerät")["Abbruch"]
tabelle = gruppen.agg(["size", "mean", "sum"])

tabelle = tabelle[tabelle["size"] >= 20]
anteile = tabelle["mean"] * 100
hoechster = tabelle["sum"].idxmax()
