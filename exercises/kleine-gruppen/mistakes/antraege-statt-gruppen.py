# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Gezählt sind die Anträge in kleinen Gruppen.
# Rückmeldung: 28 ist die Zahl der Anträge in kleinen Gruppen. Gesucht ist die Zahl der Gruppen.
einmal = antraege.drop_duplicates("Antrag")
anzahl = einmal.groupby(["Ortsteil", "Weg"]).size()

klein = anzahl < 5
frei = anzahl[anzahl >= 5]
gesperrt = anzahl[klein].sum()

je_ortsteil = klein.groupby("Ortsteil").sum()
offen = je_ortsteil[je_ortsteil == 1].index
