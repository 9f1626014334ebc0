# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Leere Felder werden mit 0 gefüllt, fehlende Angaben gelten als "kein Schatten".
# Rückmeldung: Orte ohne Angabe zum Schatten zählen bei Ihnen wie Orte ohne Schatten.
bezirke["Bezirk"] = bezirke["Bezirk"].str.zfill(2)
tabelle = orte.merge(bezirke, on="Bezirk")

gewicht = tabelle["Art"].map(gewichte)
sonne = 100 - tabelle["Schatten"].fillna(0)
tabelle["Punkte"] = gewicht * tabelle["Heiße Tage"] * sonne

tabelle = tabelle.sort_values("Punkte", ascending=False)
zuerst = tabelle["Ort"].head(5)

unklar = orte[orte["Schatten"].isna()]["Ort"]
