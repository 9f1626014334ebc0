# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Nur die lange Schreibweise der Straße wird gezählt.
# Rückmeldung: In `lindenstrasse` fehlen Bäume: Sie zählen nur eine der beiden Schreibweisen.
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
lindenstrasse = (strasse == "Lindenstraße").sum()
