# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Verglichen werden die Mittelwerte statt der Zeit für neun von zehn.
# Rückmeldung: In `neunzig_jetzt` steht die Mitte der Wartezeiten.
jetzt = wartezeiten(tag, schalter_heute)
mehr = wartezeiten(tag, schalter_heute + 1)

neunzig_jetzt = jetzt.mean()
neunzig_mehr = mehr.mean()

lange_jetzt = (jetzt > 20).sum()
lange_mehr = (mehr > 20).sum()

gespart = (jetzt.sum() - mehr.sum()) / 60
