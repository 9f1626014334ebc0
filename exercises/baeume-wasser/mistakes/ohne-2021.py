# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: "2021 oder später" ist als "nach 2021" gelesen.
# Rückmeldung: Auf Ihrer Liste fehlen die Bäume, die 2021 gepflanzt wurden.
tabelle = baeume.merge(feuchte, on="Baum")
tabelle = tabelle[tabelle["Feuchte"] >= 0]
tabelle = tabelle[tabelle["Feuchte"] < 20]
tabelle = tabelle[tabelle["Gepflanzt"] > 2021]

durstig = tabelle["Baum"]
liter = tabelle["Liter"].sum()
