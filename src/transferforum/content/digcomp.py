# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The 21 competences of DigComp, the European framework of digital competences, in German words of our own."""

VERSION = "3.0"
"""The version of DigComp whose codes these are; it is stored beside them wherever they are published."""

COMPETENCES = {
    "1.1": "Informationen suchen und filtern",
    "1.2": "Informationen bewerten",
    "1.3": "Informationen und Daten ordnen und auswerten",
    "2.1": "Sich digital verständigen",
    "2.2": "Informationen und Inhalte teilen",
    "2.3": "Digital an der Gesellschaft teilhaben",
    "2.4": "Digital zusammenarbeiten",
    "2.5": "Sich im digitalen Umgang angemessen verhalten",
    "2.6": "Die eigene digitale Identität pflegen",
    "3.1": "Digitale Inhalte erstellen",
    "3.2": "Inhalte zusammenführen und überarbeiten",
    "3.3": "Urheberrecht und Lizenzen beachten",
    "3.4": "In Rechenschritten denken und programmieren",
    "4.1": "Geräte schützen",
    "4.2": "Personenbezogene Daten und die Privatsphäre schützen",
    "4.3": "Auf das Wohlbefinden achten",
    "4.4": "Die Umwelt schonen",
    "5.1": "Technische Probleme lösen",
    "5.2": "Bedarf erkennen und passende Technik finden",
    "5.3": "Mit digitaler Technik eigene Lösungen schaffen",
    "5.4": "Lücken im eigenen Können erkennen und schließen",
}
