# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Neun Zehntel der längsten Wartezeit statt der Zeit für neun von zehn Menschen.
# Rückmeldung: In `neunzig` steht neun Zehntel der längsten Wartezeit.
warten = tickets["Wartezeit"].dropna()
neunzig = warten.max() * 0.9
anteil = (warten <= 20).mean() * 100

stapel = tickets.groupby("Anliegen")["Wartezeit"]
je_anliegen = stapel.quantile(0.9)
anzahl = stapel.count()

gross = je_anliegen[anzahl >= 30]
langsam = gross.idxmax()
