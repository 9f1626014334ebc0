# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Auch Ortsteile mit zwei gesperrten Gruppen gelten als offen.
# Rückmeldung: In `offen` stehen alle Ortsteile mit einer Sperre. Zwei gesperrte Zahlen schützen sich aber
#   gegenseitig.
einmal = antraege.drop_duplicates("Antrag")
anzahl = einmal.groupby(["Ortsteil", "Weg"]).size()

klein = anzahl < 5
frei = anzahl[anzahl >= 5]
gesperrt = klein.sum()

je_ortsteil = klein.groupby("Ortsteil").sum()
offen = je_ortsteil[je_ortsteil >= 1].index
