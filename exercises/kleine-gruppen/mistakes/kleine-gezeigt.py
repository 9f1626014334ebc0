# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Tabelle zeigt die kleinen Gruppen statt der großen.
# Rückmeldung: `frei` zeigt noch eine kleine Gruppe: Am Weiher, Papier.
einmal = antraege.drop_duplicates("Antrag")
anzahl = einmal.groupby(["Ortsteil", "Weg"]).size()

klein = anzahl < 5
frei = anzahl[klein]
gesperrt = klein.sum()

je_ortsteil = klein.groupby("Ortsteil").sum()
offen = je_ortsteil[je_ortsteil == 1].index
