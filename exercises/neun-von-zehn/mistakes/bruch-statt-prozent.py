# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Anteil ist ein Bruch, keine Prozentzahl.
# Rückmeldung: `anteil` ist ein Bruch: 0,774. Gefragt sind Prozent.
warten = tickets["Wartezeit"].dropna()
neunzig = warten.quantile(0.9)
anteil = (warten <= 20).mean()

stapel = tickets.groupby("Anliegen")["Wartezeit"]
je_anliegen = stapel.quantile(0.9)
anzahl = stapel.count()

gross = je_anliegen[anzahl >= 30]
langsam = gross.idxmax()
