# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks three sums of fees, the takings and the money in the till."""

from transferforum.grading import Findings, NotYet, Right, Run, close, german

SERVICES = {"plan": "Stadtpläne", "park": "Parkausweise", "hund": "Hundemarken"}


def check(run: Run) -> Findings:
    """Line by line, as the cell reads from top to bottom."""
    *services, float_row = run.rows("gebuehren.csv")
    fees = [_number(row["Gebühr"]) for row in services]
    counts = [int(row["Anzahl"]) for row in services]
    change = _number(float_row["Gebühr"])
    takings = sum(fee * count for fee, count in zip(fees, counts, strict=True))

    for place, (name, words) in enumerate(SERVICES.items()):
        _sum(run, name, counts, fees, place)
        yield Right(f"Die Summe für die {words} stimmt.")
    _takings(run, takings)
    yield Right("Die Einnahmen stimmen.")
    _till(run, takings, change)
    yield Right("Die Kasse stimmt, mit dem Wechselgeld vom Morgen.")


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _sum(run: Run, name: str, counts: list[int], fees: list[float], place: int) -> None:
    value, count, fee = run.variable(name, float), counts[place], fees[place]
    if close(value, count * fee):
        return
    if close(value, count + fee):
        raise NotYet(
            f"In `{name}` sind Anzahl und Gebühr zusammengezählt.",
            next="Jedes Stück kostet die Gebühr. Nehmen Sie mal: mit dem Stern `*`.",
        )
    if any(
        close(value, count * other) or close(value, other_count * fee)
        for other, other_count in zip(fees, counts, strict=True)
    ):
        raise NotYet(
            f"In `{name}` passen Anzahl und Gebühr nicht zusammen.",
            next="Rechts müssen beide Namen auf das Wort enden, das links steht.",
        )
    raise NotYet(
        f"In `{name}` steht {german(value, 2)}. Das stimmt noch nicht.",
        next="Rechnen Sie in dieser Zeile: Anzahl mal Gebühr.",
    )


def _takings(run: Run, takings: float) -> None:
    value = run.variable("einnahmen", float)
    if not close(value, takings):
        raise NotYet(
            f"In `einnahmen` steht {german(value, 2)}. Das ist nicht die Summe der drei Zeilen darüber.",
            next="Zählen Sie die drei Summen zusammen, jede einmal.",
        )


def _till(run: Run, takings: float, change: float) -> None:
    value = run.variable("kasse", float)
    if close(value, takings):
        raise NotYet(
            "In `kasse` fehlt das Wechselgeld.",
            next="Am Morgen lag schon Geld in der Kasse. Zählen Sie es zu den Einnahmen dazu.",
        )
    if close(value, takings - change):
        raise NotYet(
            "In `kasse` ist das Wechselgeld abgezogen.",
            next="Das Wechselgeld liegt am Abend noch in der Kasse. Es kommt zu den Einnahmen dazu.",
        )
    if not close(value, takings + change):
        raise NotYet(
            f"In `kasse` steht {german(value, 2)}. Das stimmt noch nicht.",
            next="Rechnen Sie: Einnahmen plus Wechselgeld.",
        )
