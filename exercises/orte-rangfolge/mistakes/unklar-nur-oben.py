# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die leeren Felder werden nur in den ersten Zeilen der Tabelle gesucht.
# Rückmeldung: In `unklar` fehlen Orte ohne Angabe zum Schatten.
bezirke["Bezirk"] = bezirke["Bezirk"].str.zfill(2)
tabelle = orte.merge(bezirke, on="Bezirk")

gewicht = tabelle["Art"].map(gewichte)
sonne = 100 - tabelle["Schatten"]
tabelle["Punkte"] = gewicht * tabelle["Heiße Tage"] * sonne

tabelle = tabelle.sort_values("Punkte", ascending=False)
zuerst = tabelle["Ort"].head(5)

anfang = orte.head(10)
unklar = anfang[anfang["Schatten"].isna()]["Ort"]
