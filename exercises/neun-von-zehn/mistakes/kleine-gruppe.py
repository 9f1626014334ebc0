# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die kleinen Gruppen sind nicht weggelassen.
# Rückmeldung: `Fischereischein` hat nur 4 Wartezeiten. Das ist zu wenig für eine Aussage.
warten = tickets["Wartezeit"].dropna()
neunzig = warten.quantile(0.9)
anteil = (warten <= 20).mean() * 100

stapel = tickets.groupby("Anliegen")["Wartezeit"]
je_anliegen = stapel.quantile(0.9)
anzahl = stapel.count()

gross = je_anliegen
langsam = gross.idxmax()
