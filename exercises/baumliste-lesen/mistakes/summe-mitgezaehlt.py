# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Zeile mit der Summe ist noch in der Liste.
# Rückmeldung: `anzahl` ist 182. Eine Zeile davon ist kein Baum.
baeume = pd.read_csv(
    "data/baeume.csv",
    sep=";",
    decimal=",",
    encoding="cp1252",
)

anzahl = len(baeume)
liter = baeume["Liter"].sum()

strasse = baeume["Straße"].str.replace("str.", "straße", regex=False)
lindenstrasse = (strasse == "Lindenstraße").sum()
