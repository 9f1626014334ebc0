# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Gesucht wird nur der Anfang "Linden", der Lindenplatz zählt mit.
# Rückmeldung: In `lindenstrasse` sind auch die Bäume vom Lindenplatz.
baeume = pd.read_csv(
    "data/baeume.csv",
    sep=";",
    decimal=",",
    encoding="cp1252",
)
baeume = baeume[baeume["Baum"] != "Summe"]

anzahl = len(baeume)
liter = baeume["Liter"].sum()

strasse = baeume["Straße"]
lindenstrasse = strasse.str.startswith("Linden").sum()
