# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Bedingung steht da, aber die Zahlen sind nicht damit gefiltert.
# Rückmeldung: In `frei` stehen nur `True` und `False`.
einmal = antraege.drop_duplicates("Antrag")
anzahl = einmal.groupby(["Ortsteil", "Weg"]).size()

klein = anzahl < 5
frei = anzahl >= 5
gesperrt = klein.sum()

je_ortsteil = klein.groupby("Ortsteil").sum()
offen = je_ortsteil[je_ortsteil == 1].index
