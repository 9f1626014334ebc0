# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: quantile bekommt 90 statt 0.9.
# Rückmeldung: `quantile` braucht eine Zahl zwischen 0 und 1.
warten = tickets["Wartezeit"].dropna()
neunzig = warten.quantile(90)
anteil = (warten <= 20).mean() * 100

stapel = tickets.groupby("Anliegen")["Wartezeit"]
je_anliegen = stapel.quantile(0.9)
anzahl = stapel.count()

gross = je_anliegen[anzahl >= 30]
langsam = gross.idxmax()
