# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Bedingung steht da, aber die Tabelle ist nicht damit gefiltert.
# Rückmeldung: In `durstig` stehen nur `True` und `False`.
tabelle = baeume.merge(feuchte, on="Baum")
durstig = tabelle["Feuchte"] < 20
liter = tabelle["Liter"].sum()
