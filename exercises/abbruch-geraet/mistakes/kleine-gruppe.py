# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Geräte mit sehr wenigen Besuchen bleiben dabei.
# Rückmeldung: „Sonstige“ hat bei Schritt 4 nur 6 Besuche. Das sind zu wenige.
erreicht = besuche[besuche["Schritt"] >= 4].copy()
erreicht["Abbruch"] = erreicht["Schritt"] == 4

anteile = erreicht.groupby("Gerät")["Abbruch"].mean() * 100
hoechster = anteile.idxmax()
