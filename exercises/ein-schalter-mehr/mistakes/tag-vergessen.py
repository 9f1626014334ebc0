# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Der Funktion fehlt die Angabe des Tages.
# Rückmeldung: In den Klammern des Befehls fehlt eine Angabe, oder eine ist zu viel.
jetzt = wartezeiten(tag, schalter_heute)
mehr = wartezeiten(schalter_heute + 1)

neunzig_jetzt = jetzt.quantile(0.9)
neunzig_mehr = mehr.quantile(0.9)

lange_jetzt = (jetzt > 20).sum()
lange_mehr = (mehr > 20).sum()

gespart = (jetzt.sum() - mehr.sum()) / 60
