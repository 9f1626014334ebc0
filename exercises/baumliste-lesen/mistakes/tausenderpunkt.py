# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Das Komma wird als Trenner der Tausender gelesen.
# Rückmeldung: `liter` ist zehnmal so groß: Aus `62,5` wurde `625`.
baeume = pd.read_csv(
    "data/baeume.csv",
    sep=";",
    thousands=",",
    encoding="cp1252",
)
baeume = baeume[baeume["Baum"] != "Summe"]

anzahl = len(baeume)
liter = baeume["Liter"].sum()

strasse = baeume["Straße"].str.replace("str.", "straße", regex=False)
lindenstrasse = (strasse == "Lindenstraße").sum()
