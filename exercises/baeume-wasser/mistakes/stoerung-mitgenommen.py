# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Störungswert -99,9 ist kleiner als 20 und zählt deshalb als trocken.
# Rückmeldung: Der Sensor von Baum 0042 ist gestört: Er meldet `-99,9`.
tabelle = baeume.merge(feuchte, on="Baum")
tabelle = tabelle[tabelle["Feuchte"] < 20]
tabelle = tabelle[tabelle["Gepflanzt"] >= 2021]

durstig = tabelle["Baum"]
liter = tabelle["Liter"].sum()
