# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks the median of feedback by service, the service with the lowest, and the texts that name a topic."""

from collections.abc import Callable, Mapping
from statistics import mean, median

from transferforum.grading import Findings, NotYet, Right, Run, close, german, is_number

NO_ANSWER = 99
TOPIC = "hochladen"
Points = Mapping[str, list[int]]
Rows = list[dict[str, str]]


def check(run: Run) -> Findings:
    """Medians first; means and medians with the code for "no answer" are computed and compared."""
    rows = run.rows("antworten.csv")
    coded: dict[str, list[int]] = {}
    for row in rows:
        coded.setdefault(row["Dienst"], [])
        if row["Punkte"]:
            coded[row["Dienst"]].append(int(row["Punkte"]))
    valid = {service: [number for number in numbers if number != NO_ANSWER] for service, numbers in coded.items()}

    _medians(_given(run, coded), coded, valid)
    yield Right("Der Median stimmt für jeden Dienst.")
    _lowest(run, valid)
    yield Right("Den Dienst mit dem kleinsten Median haben Sie gefunden.")
    _texts(run, [row["Text"] for row in rows])
    yield Right("Die Zahl der Texte stimmt. Lesen Sie diese Texte, bevor Sie etwas ändern.")


def _given(run: Run, coded: Points) -> dict[str, float]:
    """Return the learner's medians by service."""
    value = run.variable("mediane")
    if is_number(value):
        raise NotYet(
            "`mediane` ist eine einzige Zahl. Gesucht ist eine Zahl je Dienst.",
            next='Bilden Sie zuerst Stapel: `groupby("Dienst")`.',
        )
    numbers = value.to_dict() if type(value).__name__ == "Series" else value
    if not isinstance(numbers, dict) or not numbers or not all(is_number(number) for number in numbers.values()):
        raise NotYet(
            "`mediane` nennt nicht für jeden Dienst eine Zahl.",
            next='Ein Stapel je Dienst, daraus die Spalte: `groupby("Dienst")["Punkte"]`.',
        )
    if numbers.keys() != coded.keys():
        raise NotYet(
            f"In `mediane` stehen {len(numbers)} Zeilen. Es gibt aber {len(coded)} Dienste.",
            next='Bilden Sie die Stapel nach der Spalte `Dienst`: `groupby("Dienst")`.',
        )
    return {service: float(number) for service, number in numbers.items()}


def _medians(given: Mapping[str, float], coded: Points, valid: Points) -> None:
    if _same(given, _by(median, valid)):
        return
    worst = max(coded, key=lambda service: coded[service].count(NO_ANSWER))
    if _same(given, _by(median, coded)) or _same(given, _by(mean, coded)):
        raise NotYet(
            f"Die 99 zählt noch mit. Bei „{worst}“ steht sie {coded[worst].count(NO_ANSWER)} Mal.",
            next="99 heißt: keine Angabe. Behalten Sie vor dem Rechnen nur die anderen Zeilen.",
        )
    if _same(given, _by(mean, valid)):
        raise NotYet(
            "Das sind Mittelwerte. Gesucht ist der Median.",
            next="Der Median ist der Wert in der Mitte. Nehmen Sie `median` statt `mean`.",
        )
    if _same(given, _by(len, valid)):
        raise NotYet(
            "Sie zählen die Antworten. Gesucht ist der Wert in der Mitte.",
            next="Nehmen Sie `median` statt `count`.",
        )
    without_zero = {service: [number for number in numbers if number] for service, numbers in valid.items()}
    if _same(given, _by(median, without_zero)):
        raise NotYet(
            "Antworten mit 0 Punkten fehlen. 0 ist eine gültige Bewertung.",
            next="Nur 99 heißt: keine Angabe. Lassen Sie die 0 stehen.",
        )
    wrong = next(service for service in valid if not close(given[service], median(valid[service])))
    raise NotYet(
        f"Der Median für „{wrong}“ stimmt noch nicht. Dort steht {german(given[wrong])}.",
        next="Lassen Sie nur die 99 weg. Bilden Sie dann je Dienst den Median der Punkte.",
    )


def _by(number: Callable[[list[int]], float], points: Points) -> dict[str, float]:
    return {service: number(numbers) if numbers else 0 for service, numbers in points.items()}


def _same(given: Mapping[str, float], wanted: Mapping[str, float]) -> bool:
    return all(close(given[service], wanted[service], tolerance=0.051) for service in wanted)


def _lowest(run: Run, valid: Points) -> None:
    given = run.variable("schwach")
    if is_number(given):
        raise NotYet(
            "In `schwach` steht eine Zahl. Gesucht ist der Name des Dienstes.",
            next="`min` nennt den kleinsten Wert. `idxmin` nennt die Zeile, in der er steht.",
        )
    if not isinstance(given, str) or given not in valid:
        raise NotYet("In `schwach` steht kein Dienst.", next="Nehmen Sie den Namen aus `mediane`.")
    medians, means = _by(median, valid), _by(mean, valid)
    if given == min(medians, key=lambda service: medians[service]):
        return
    if given == max(medians, key=lambda service: medians[service]):
        raise NotYet(
            f"„{given}“ hat den größten Median. Dieser Dienst gefällt am besten.",
            next="Viele Punkte sind gut. Suchen Sie den kleinsten Wert: `idxmin`.",
        )
    if given == min(means, key=lambda service: means[service]):
        raise NotYet(
            f"„{given}“ hat den kleinsten Mittelwert. Einige Nullen ziehen ihn herunter.",
            next="Gesucht ist der kleinste Median. Suchen Sie in `mediane`.",
        )
    raise NotYet(
        f"„{given}“ hat nicht den kleinsten Median.",
        next="Suchen Sie in `mediane` das Kleinste: `idxmin` nennt den Namen.",
    )


def _texts(run: Run, texts: list[str]) -> None:
    given = run.variable("hochladen", int)
    if given == sum(TOPIC in text.lower() for text in texts):
        return
    if given == sum(TOPIC in text for text in texts):
        raise NotYet(
            f"{given} Texte enthalten „hochladen“ klein geschrieben. Die anderen fehlen.",
            next="Groß und klein soll gleich sein: `case=False`.",
        )
    if given == sum(TOPIC in text.lower() or not text for text in texts):
        raise NotYet(
            "Leere Texte zählen noch mit.",
            next="In einem leeren Text steht nichts: `na=False`.",
        )
    if given == sum(TOPIC in text.lower() for text in set(texts)):
        raise NotYet(
            f"Sie zählen nur {given} verschiedene Texte. Zwei Menschen dürfen aber dasselbe schreiben.",
            next="Zählen Sie jede Rückmeldung: mit `.sum()` statt mit `nunique`.",
        )
    raise NotYet(
        f"`hochladen` stimmt noch nicht. Dort steht {given}.",
        next="Suchen Sie in der Spalte `Text` nach dem Wort. Zählen Sie dann die `True`.",
    )
