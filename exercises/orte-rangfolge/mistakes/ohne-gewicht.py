# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Art des Ortes spielt in den Punkten keine Rolle.
# Rückmeldung: In Ihren Punkten fehlt das Gewicht der Art.
bezirke["Bezirk"] = bezirke["Bezirk"].str.zfill(2)
tabelle = orte.merge(bezirke, on="Bezirk")

sonne = 100 - tabelle["Schatten"]
tabelle["Punkte"] = tabelle["Heiße Tage"] * sonne

tabelle = tabelle.sort_values("Punkte", ascending=False)
zuerst = tabelle["Ort"].head(5)

unklar = orte[orte["Schatten"].isna()]["Ort"]
