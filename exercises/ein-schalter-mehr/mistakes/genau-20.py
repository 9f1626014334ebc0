# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Wer genau 20 Minuten wartet, zählt als lange Wartezeit.
# Rückmeldung: In `lange_jetzt` zählt mit, wer genau 20 Minuten wartet.
jetzt = wartezeiten(tag, schalter_heute)
mehr = wartezeiten(tag, schalter_heute + 1)

neunzig_jetzt = jetzt.quantile(0.9)
neunzig_mehr = mehr.quantile(0.9)

lange_jetzt = (jetzt >= 20).sum()
lange_mehr = (mehr >= 20).sum()

gespart = (jetzt.sum() - mehr.sum()) / 60
