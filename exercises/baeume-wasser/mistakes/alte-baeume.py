# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Das Pflanzjahr wird nicht beachtet.
# Rückmeldung: Auf Ihrer Liste stehen ältere Bäume, zum Beispiel Baum 0020 von 2020.
tabelle = baeume.merge(feuchte, on="Baum")
tabelle = tabelle[tabelle["Feuchte"] >= 0]
tabelle = tabelle[tabelle["Feuchte"] < 20]

durstig = tabelle["Baum"]
liter = tabelle["Liter"].sum()
