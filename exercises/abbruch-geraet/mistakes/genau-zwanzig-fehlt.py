# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Ein Gerät mit genau 20 Besuchen fällt heraus.
# Rückmeldung: „Tablet“ fehlt. Das Gerät hat genau 20 Besuche.
erreicht = besuche[besuche["Schritt"] >= 4].copy()
erreicht["Abbruch"] = erreicht["Schritt"] == 4

gruppen = erreicht.groupby("Gerät")["Abbruch"]
tabelle = gruppen.agg(["size", "mean"])

tabelle = tabelle[tabelle["size"] > 20]
anteile = tabelle["mean"] * 100
hoechster = anteile.idxmax()
