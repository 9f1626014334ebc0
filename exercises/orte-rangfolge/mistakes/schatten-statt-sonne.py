# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Gerechnet wird mit dem Schatten statt mit der Fläche in der Sonne.
# Rückmeldung: Bei Ihnen bringt viel Schatten viele Punkte. Es soll umgekehrt sein.
bezirke["Bezirk"] = bezirke["Bezirk"].str.zfill(2)
tabelle = orte.merge(bezirke, on="Bezirk")

gewicht = tabelle["Art"].map(gewichte)
sonne = tabelle["Schatten"]
tabelle["Punkte"] = gewicht * tabelle["Heiße Tage"] * sonne

tabelle = tabelle.sort_values("Punkte", ascending=False)
zuerst = tabelle["Ort"].head(5)

unklar = orte[orte["Schatten"].isna()]["Ort"]
