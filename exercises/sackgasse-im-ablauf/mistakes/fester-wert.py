# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Anzahl, Name und Bahn sind abgelesen und fest eingetragen.
# Rückmeldung: Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.
anzahl_aufgaben = 13
ohne_ausgang = ["Bescheid unterschreiben"]
zustaendig = "Amtsleitung"
