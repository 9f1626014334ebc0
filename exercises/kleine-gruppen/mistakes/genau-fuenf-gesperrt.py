# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Auch Gruppen mit genau 5 Anträgen sind gesperrt.
# Rückmeldung: Sie sperren auch Gruppen mit genau 5 Anträgen: Am Weiher, Telefon.
einmal = antraege.drop_duplicates("Antrag")
anzahl = einmal.groupby(["Ortsteil", "Weg"]).size()

klein = anzahl <= 5
frei = anzahl[anzahl > 5]
gesperrt = klein.sum()

je_ortsteil = klein.groupby("Ortsteil").sum()
offen = je_ortsteil[je_ortsteil == 1].index
