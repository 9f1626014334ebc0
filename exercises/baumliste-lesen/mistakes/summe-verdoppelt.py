# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Nur die Anzahl ist ohne Summenzeile berechnet, die Liter zählen sie doppelt.
# Rückmeldung: `liter` ist genau doppelt so groß wie richtig.
baeume = pd.read_csv(
    "data/baeume.csv",
    sep=";",
    decimal=",",
    encoding="cp1252",
)

anzahl = len(baeume) - 1
liter = baeume["Liter"].sum()

strasse = baeume["Straße"].str.replace("str.", "straße", regex=False)
lindenstrasse = (strasse == "Lindenstraße").sum()
