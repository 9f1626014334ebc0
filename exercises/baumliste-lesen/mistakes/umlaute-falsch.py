# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Angabe zum Zeichensatz fehlt.
# Rückmeldung: Die Datei ist anders gespeichert, als Python erwartet: Die Umlaute passen nicht.
baeume = pd.read_csv("data/baeume.csv", sep=";", decimal=",")

anzahl = len(baeume)
liter = baeume["Liter"].sum()
lindenstrasse = (baeume["Straße"] == "Lindenstraße").sum()
