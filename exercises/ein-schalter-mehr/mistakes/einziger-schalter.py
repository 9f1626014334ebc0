# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: „Ein Schalter mehr“ ist als „ein Schalter“ gerechnet.
# Rückmeldung: In `mehr` haben Sie den Tag mit einem einzigen Schalter durchgespielt.
jetzt = wartezeiten(tag, schalter_heute)
mehr = wartezeiten(tag, 1)

neunzig_jetzt = jetzt.quantile(0.9)
neunzig_mehr = mehr.quantile(0.9)

lange_jetzt = (jetzt > 20).sum()
lange_mehr = (mehr > 20).sum()

gespart = (jetzt.sum() - mehr.sum()) / 60
