# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Wer genau 20 Minuten wartet, fehlt im Anteil.
# Rückmeldung: In `anteil` fehlen die Menschen, die genau 20 Minuten warten.
warten = tickets["Wartezeit"].dropna()
neunzig = warten.quantile(0.9)
anteil = (warten < 20).mean() * 100

stapel = tickets.groupby("Anliegen")["Wartezeit"]
je_anliegen = stapel.quantile(0.9)
anzahl = stapel.count()

gross = je_anliegen[anzahl >= 30]
langsam = gross.idxmax()
