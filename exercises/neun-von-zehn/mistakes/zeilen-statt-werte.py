# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: size zählt auch die leeren Felder, eine zu kleine Gruppe rutscht mit hinein.
# Rückmeldung: `Wohngeld` hat zu wenige Wartezeiten. Sie haben auch die leeren Felder gezählt.
warten = tickets["Wartezeit"].dropna()
neunzig = warten.quantile(0.9)
anteil = (warten <= 20).mean() * 100

stapel = tickets.groupby("Anliegen")["Wartezeit"]
je_anliegen = stapel.quantile(0.9)
anzahl = stapel.size()

gross = je_anliegen[anzahl >= 30]
langsam = gross.idxmax()
