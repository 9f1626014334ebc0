# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Anteil ist nicht in Prozent umgerechnet.
# Rückmeldung: Die Anteile liegen zwischen 0 und 1. Gesucht sind Prozent.
erreicht = besuche[besuche["Schritt"] >= 4].copy()
erreicht["Abbruch"] = erreicht["Schritt"] == 4

gruppen = erreicht.groupby("Gerät")["Abbruch"]
tabelle = gruppen.agg(["size", "mean"])

tabelle = tabelle[tabelle["size"] >= 20]
anteile = tabelle["mean"]
hoechster = anteile.idxmax()
