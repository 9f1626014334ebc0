# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Abbrüche sind gezählt, nicht ins Verhältnis gesetzt.
# Rückmeldung: Sie zählen die Abbrüche. Gesucht ist ihr Anteil.
erreicht = besuche[besuche["Schritt"] >= 4].copy()
erreicht["Abbruch"] = erreicht["Schritt"] == 4

gruppen = erreicht.groupby("Gerät")["Abbruch"]
tabelle = gruppen.agg(["size", "sum"])

tabelle = tabelle[tabelle["size"] >= 20]
anteile = tabelle["sum"]
hoechster = anteile.idxmax()
