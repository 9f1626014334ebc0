# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Werte von genau 20,0 zählen mit.
# Rückmeldung: Baum 0031 hat genau 20,0 Prozent. Das ist nicht unter 20.
tabelle = baeume.merge(feuchte, on="Baum")
tabelle = tabelle[tabelle["Feuchte"] >= 0]
tabelle = tabelle[tabelle["Feuchte"] <= 20]
tabelle = tabelle[tabelle["Gepflanzt"] >= 2021]

durstig = tabelle["Baum"]
liter = tabelle["Liter"].sum()
