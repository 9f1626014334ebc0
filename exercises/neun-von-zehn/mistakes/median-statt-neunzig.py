# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Median statt des 90. Perzentils.
# Rückmeldung: In `neunzig` steht die Mitte der Wartezeiten.
warten = tickets["Wartezeit"].dropna()
neunzig = warten.median()
anteil = (warten <= 20).mean() * 100

stapel = tickets.groupby("Anliegen")["Wartezeit"]
je_anliegen = stapel.quantile(0.9)
anzahl = stapel.count()

gross = je_anliegen[anzahl >= 30]
langsam = gross.idxmax()
