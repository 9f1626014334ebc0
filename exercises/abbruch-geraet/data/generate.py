# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Besuche für die Übung "Liegt es am Gerät?".

besuche.csv   Besuch;Gerät;Anmeldung;Schritt - jede Zeile ist ein Besuch im erfundenen Online-Antrag der Beispielstadt;
              Schritt ist die Nummer des weitesten Schritts, 1 bis 6. cp1252 und Semikolon. Alles ist erfunden.

Gefragt sind Abbrüche bei Schritt 4 ("Nachweise hochladen"). Geplante Fallen: Das Gerät mit den meisten Besuchen hat
auch die meisten Abbrüche, aber nicht den höchsten Anteil; "Sonstige" haben den höchsten Anteil, es sind aber
weniger als 20; Tablets sind es genau 20; wer vorher abbricht, hat Schritt 4 nie gesehen.
Welches Gerät vorn liegt, hängt vom Startwert ab.
"""

from random import Random

TITLE = "Besuche im Online-Antrag der Beispielstadt nach Gerät (synthetisch)"
SEED = 4120

ASKED = 4
LAST = 6


def generate(seed: int) -> dict[str, bytes]:
    """Return the visits: file name -> content."""
    rng = Random(seed)
    many, strong = ("Computer", "Handy") if seed % 2 == 0 else ("Handy", "Computer")
    rows = [
        *_visits(rng, many, early=60 + rng.randrange(20), reached=190 + rng.randrange(30), share=0.34),
        *_visits(rng, strong, early=70 + rng.randrange(20), reached=92 + rng.randrange(12), share=0.52),
        *_visits(rng, "Tablet", early=9, reached=20, share=0.2 + seed % 3 * 0.05),
        *_visits(rng, "Sonstige", early=2, reached=6, share=0.84),
    ]
    rows = [rows.pop(rng.randrange(len(rows))) for _ in range(len(rows))]
    lines = ["Besuch;Gerät;Anmeldung;Schritt"]
    lines += [f"B{number:04};{device};{login};{step}" for number, (device, login, step) in enumerate(rows, 1)]
    return {"besuche.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _visits(rng: Random, device: str, *, early: int, reached: int, share: float) -> list[tuple[str, str, int]]:
    """Return visits that end before the step asked for, and `reached` visits of which `share` end at it."""
    given_up = round(reached * share)
    steps = [rng.randrange(1, ASKED) for _ in range(early)]
    steps += [ASKED] * given_up
    steps += [rng.choice((LAST - 1, LAST, LAST, LAST, LAST)) for _ in range(reached - given_up)]
    return [(device, rng.choice(("Konto", "Gast")), step) for step in steps]
