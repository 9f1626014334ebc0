# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tonnen in Straßen der Beispielstadt, synthetisch.

tonnen.csv    Straße;Größe;Anzahl - gespeichert wie im Amt: cp1252 und Strichpunkt. Größe in Litern.
Fallen: Es gibt Tonnen mit genau 240 Litern und größere, in jeder Straße. In jeder Zeile stehen mindestens zwei Tonnen.
"""

from random import Random

TITLE = "Tonnen in Straßen der Beispielstadt (synthetisch)"
SEED = 2026
STRASSEN = ("Am Anger", "Birkenweg", "Hinter der Kirche", "Lindenplatz")
GROESSEN = (80, 120, 240, 1100)


def generate(seed: int) -> dict[str, bytes]:
    """Gibt für jede Datei ihren Namen und ihren Inhalt."""
    zufall = Random(seed)
    zeilen = [(strasse, groesse, zufall.randrange(2, 9)) for strasse in STRASSEN for groesse in GROESSEN]
    # So gibt ein anderer Startwert sicher eine andere Antwort.
    zeilen.append(("Ringstraße", 240, 10 + seed % 50))
    texte = ["Straße;Größe;Anzahl", *(";".join(map(str, zeile)) for zeile in zeilen)]
    return {"tonnen.csv": "".join(f"{text}\r\n" for text in texte).encode("cp1252")}
