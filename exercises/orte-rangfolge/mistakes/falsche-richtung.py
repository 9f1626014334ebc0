# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Es wird aufsteigend sortiert, die wenigsten Punkte stehen oben.
# Rückmeldung: Ihre Liste beginnt mit den wenigsten Punkten.
bezirke["Bezirk"] = bezirke["Bezirk"].str.zfill(2)
tabelle = orte.merge(bezirke, on="Bezirk")

gewicht = tabelle["Art"].map(gewichte)
sonne = 100 - tabelle["Schatten"]
tabelle["Punkte"] = gewicht * tabelle["Heiße Tage"] * sonne

tabelle = tabelle.sort_values("Punkte")
zuerst = tabelle["Ort"].head(5)

unklar = orte[orte["Schatten"].isna()]["Ort"]
