# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Korrigierte Anträge zählen zweimal.
# Rückmeldung: Sie zählen 165 Zeilen. Es sind aber 135 Anträge.
anzahl = antraege.groupby(["Ortsteil", "Weg"]).size()

klein = anzahl < 5
frei = anzahl[anzahl >= 5]
gesperrt = klein.sum()

je_ortsteil = klein.groupby("Ortsteil").sum()
offen = je_ortsteil[je_ortsteil == 1].index
