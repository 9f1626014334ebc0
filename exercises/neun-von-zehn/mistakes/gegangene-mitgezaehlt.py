# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Leere Felder gelten im Vergleich als nicht erfüllt und drücken den Anteil.
# Rückmeldung: In `anteil` zählen Menschen mit, die vor dem Aufruf gegangen sind.
warten = tickets["Wartezeit"]
neunzig = warten.quantile(0.9)
anteil = (warten <= 20).mean() * 100

stapel = tickets.groupby("Anliegen")["Wartezeit"]
je_anliegen = stapel.quantile(0.9)
anzahl = stapel.count()

gross = je_anliegen[anzahl >= 30]
langsam = gross.idxmax()
