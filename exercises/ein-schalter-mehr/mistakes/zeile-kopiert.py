# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Zeile wurde kopiert, der zusätzliche Schalter fehlt.
# Rückmeldung: In `mehr` steht dasselbe wie in `jetzt`: Der zusätzliche Schalter fehlt.
jetzt = wartezeiten(tag, schalter_heute)
mehr = wartezeiten(tag, schalter_heute)

neunzig_jetzt = jetzt.quantile(0.9)
neunzig_mehr = mehr.quantile(0.9)

lange_jetzt = (jetzt > 20).sum()
lange_mehr = (mehr > 20).sum()

gespart = (jetzt.sum() - mehr.sum()) / 60
