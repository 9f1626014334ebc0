# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Liter sind vor dem Filtern zusammengezählt.
# Rückmeldung: `liter` stimmt noch nicht. Dort steht 15.512,5.
tabelle = baeume.merge(feuchte, on="Baum")
liter = tabelle["Liter"].sum()

tabelle = tabelle[tabelle["Feuchte"] >= 0]
tabelle = tabelle[tabelle["Feuchte"] < 20]
tabelle = tabelle[tabelle["Gepflanzt"] >= 2021]

durstig = tabelle["Baum"]
