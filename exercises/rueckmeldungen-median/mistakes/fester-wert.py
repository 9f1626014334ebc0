# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Mediane, der Dienst und die Zahl der Texte sind abgelesen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
mediane = {
    "Bewohnerparken": 6.0,
    "Hund anmelden": 9.0,
    "Kita-Platz vormerken": 7.0,
    "Meldebescheinigung": 4.0,
    "Sperrmüll": 8.0,
    "Unterhaltsvorschuss": 7.5,
}
schwach = "Meldebescheinigung"
hochladen = 23
