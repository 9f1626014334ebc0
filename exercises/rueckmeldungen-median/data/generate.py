# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Rückmeldungen für die Übung "Welcher Dienst gefällt am wenigsten?".

antworten.csv   Dienst;Punkte;Text - jede Zeile ist eine Rückmeldung zu einem erfundenen Online-Dienst der
                Beispielstadt. Punkte von 0 (schlecht) bis 10 (gut). cp1252 und Semikolon. Alle Texte sind erfunden.

Geplante Fallen: 99 heißt "keine Angabe"; leere Punkte; bei einem Dienst geben einige Verärgerte 0 Punkte, dort ist der
Mittelwert am kleinsten, der Median aber nicht (siehe _is_sharp); in den Texten steht "hochladen" groß, klein und
mitten im Wort; viele Texte sind leer. Welcher Dienst welche Punkte hat, hängt vom Startwert ab.
"""

from random import Random
from statistics import mean, median

TITLE = "Rückmeldungen zu Online-Diensten der Beispielstadt (synthetisch)"
SEED = 6013

SERVICES = (
    "Bewohnerparken",
    "Hund anmelden",
    "Kita-Platz vormerken",
    "Meldebescheinigung",
    "Sperrmüll",
    "Unterhaltsvorschuss",
)
NO_ANSWER = 99
ABOUT_UPLOAD = (
    "Das Hochladen klappt am Handy nicht.",
    "Konnte den Bescheid nicht hochladen.",
    "Beim dritten Hochladen ging es.",
    "Zwei Fotos hochladen geht, drei nicht.",
    "HOCHLADEN GEHT NICHT!",
    "Nach dem Hochladen war alles weg.",
    "Beim Dateihochladen kam ein Fehler.",
)
OTHER = (
    "Alles gut.",
    "Ging schnell.",
    "Die Anmeldung ist zu umständlich.",
    "Warum muss ich das ausdrucken?",
    "Sehr verständlich, danke.",
    "Ich habe die Gebühr nicht gefunden.",
    "Das Laden dauert zu lange.",
)

Answers = list[tuple[str, int | None]]


def generate(seed: int) -> dict[str, bytes]:
    """Return the answers: file name -> content."""
    rng = Random(seed)
    answers = _answers(rng)
    while not _is_sharp(answers):
        answers = _answers(rng)
    lines = ["Dienst;Punkte;Text"]
    lines += [f"{service};{'' if points is None else points};{_text(rng)}" for service, points in answers]
    return {"antworten.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _answers(rng: Random) -> Answers:
    """Return points in random order; one service has angry zeros, another is rated low by most."""
    levels = [4, 8, 6, 7, 8, 9]
    levels = [levels.pop(rng.randrange(len(levels))) for _ in range(len(levels))]
    answers: Answers = []
    for service, level in zip(SERVICES, levels, strict=True):
        count = rng.randrange(21, 36)
        points = [min(10, max(0, level + rng.choice((-2, -1, -1, 0, 0, 1, 1, 2)))) for _ in range(count)]
        if level == 6:
            points = [0] * (count * 2 // 5) + [rng.choice((6, 7, 8)) for _ in range(count - count * 2 // 5)]
        unusable: list[int | None] = [NO_ANSWER] * rng.randrange(3, 8)
        unusable += [None] * rng.randrange(1, 4)
        answers += [(service, value) for value in [*points, *unusable]]
    return [answers.pop(rng.randrange(len(answers))) for _ in range(len(answers))]


def _text(rng: Random) -> str:
    kind = rng.random()
    if kind < 0.5:
        return ""
    return rng.choice(ABOUT_UPLOAD if kind < 0.68 else OTHER)


def _is_sharp(answers: Answers) -> bool:
    """True when mean and median name different services, each alone, and 99 changes at least one median."""
    valid: dict[str, list[int]] = {service: [] for service in SERVICES}
    coded: dict[str, list[int]] = {service: [] for service in SERVICES}
    for service, points in answers:
        if points is not None:
            coded[service].append(points)
            if points != NO_ANSWER:
                valid[service].append(points)
    medians = [median(points) for points in valid.values()]
    means = [mean(points) for points in valid.values()]
    alone = medians.count(min(medians)) == 1 and means.count(min(means)) == 1
    changed = medians != [median(points) for points in coded.values()]
    return alone and changed and medians.index(min(medians)) != means.index(min(means))
