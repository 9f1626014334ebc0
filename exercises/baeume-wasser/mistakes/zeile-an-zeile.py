# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Messwerte werden nach der Reihenfolge statt nach der Baumnummer zugeordnet.
# Rückmeldung: Sie haben die Messwerte Zeile für Zeile neben die Bäume gelegt. Die Reihenfolge ist aber verschieden.
tabelle = baeume.copy()
tabelle["Feuchte"] = feuchte["Feuchte"]
tabelle = tabelle[tabelle["Feuchte"] >= 0]
tabelle = tabelle[tabelle["Feuchte"] < 20]
tabelle = tabelle[tabelle["Gepflanzt"] >= 2021]

durstig = tabelle["Baum"]
liter = tabelle["Liter"].sum()
