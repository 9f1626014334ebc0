# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Auch Besuche zählen mit, die Schritt 4 nie erreicht haben.
# Rückmeldung: Ihr Anteil bezieht sich auf alle Besuche, auch auf solche, die Schritt 4 nie gesehen haben.
erreicht = besuche.copy()
erreicht["Abbruch"] = erreicht["Schritt"] == 4

gruppen = erreicht.groupby("Gerät")["Abbruch"]
tabelle = gruppen.agg(["size", "mean"])

tabelle = tabelle[tabelle["size"] >= 20]
anteile = tabelle["mean"] * 100
hoechster = anteile.idxmax()
