# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks between which steps cases usually wait longest, and where most time is spent in all."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from statistics import median

from transferforum.grading import Findings, NotYet, Right, Run, close, german

OFTEN = 10
Pair = tuple[str, str]
Waits = Mapping[Pair, list[float]]


def check(run: Run) -> Findings:
    """First whether steps were paired within their case: everything after depends on it."""
    rows = run.rows("ereignisse.csv")
    waits = _waits(rows)
    often = {pair: days for pair, days in waits.items() if len(days) >= OFTEN}

    longest = _top(often, median)
    _longest(_pair(run, "laengster", waits), longest, waits)
    yield Right(f"Am längsten wartet die Anmeldung zwischen „{longest[0]}“ und „{longest[1]}“.")
    _median(run.variable("median_tage", float), longest, often)
    yield Right("Der Median stimmt.")
    _most(_pair(run, "meiste_zeit", waits), _top(waits, sum), longest)
    yield Right("Auch der Übergang mit der meisten Zeit stimmt. Es ist ein anderer.")


def _waits(rows: Iterable[Mapping[str, str]]) -> Waits:
    """The waiting days by transition; rows come in the order of time."""
    last: dict[str, tuple[str, datetime]] = {}
    waits: dict[Pair, list[float]] = {}
    for row in rows:
        moment = datetime.strptime(row["Zeit"], "%d.%m.%Y %H:%M")
        if row["Fall"] in last:
            step, before = last[row["Fall"]]
            waits.setdefault((step, row["Aktivität"]), []).append((moment - before) / timedelta(days=1))
        last[row["Fall"]] = (row["Aktivität"], moment)
    return waits


def _top(waits: Waits, measure: Callable[[list[float]], float]) -> Pair:
    return max(waits, key=lambda pair: measure(waits[pair]))


def _pair(run: Run, name: str, waits: Waits) -> Pair:
    values = run.variable(name, list)
    if len(values) != 2 or not all(isinstance(value, str) for value in values):
        raise NotYet(
            f"`{name}` ist noch kein Paar aus zwei Schritten.",
            next="Mit `idxmax()` bekommen Sie die Zeile mit dem größten Wert, und die heißt wie ihr Übergang.",
        )
    pair = (values[0], values[1])
    if pair not in waits and pair[::-1] in waits:
        raise NotYet(
            f"In `{name}` sind die beiden Schritte vertauscht.",
            next="Nennen Sie zuerst den Schritt davor, dann den Schritt danach.",
        )
    if pair not in waits:
        raise NotYet(
            f"Den Übergang von „{pair[0]}“ zu „{pair[1]}“ gibt es in keinem Fall.",
            next='Sie springen von einem Fall zum anderen. Bilden Sie vor `shift` Stapel: `groupby("Fall")`.',
        )
    return pair


def _longest(given: Pair, right: Pair, waits: Waits) -> None:
    if given == right:
        return
    if len(waits[given]) < OFTEN and given == _top(waits, median):
        raise NotYet(
            f"Von „{given[0]}“ zu „{given[1]}“ geht es nur {len(waits[given])}-mal. Das ist zu selten.",
            next="Behalten Sie vorher nur Übergänge, die mindestens zehnmal vorkommen.",
        )
    if given == _top({pair: days for pair, days in waits.items() if len(days) > OFTEN}, median):
        raise NotYet(
            "Übergänge, die genau zehnmal vorkommen, fehlen bei Ihnen.",
            next="„Mindestens zehn“ schließt zehn ein. Nehmen Sie `>=` statt `>`.",
        )
    if given == _top(waits, max):
        raise NotYet(
            f"Von „{given[0]}“ zu „{given[1]}“ lag nur ein einziger Fall sehr lange.",
            next="Ein einzelner Fall ist nicht typisch. Vergleichen Sie den Median.",
        )
    raise NotYet(
        f"`laengster` stimmt noch nicht. Dort steht der Übergang von „{given[0]}“ zu „{given[1]}“.",
        next="Suchen Sie unter den häufigen Übergängen den größten Median.",
    )


def _median(given: float, longest: Pair, waits: Waits) -> None:
    days = waits[longest]
    if close(given, median(days), tolerance=0.06):
        return
    if close(given, sum(days) / len(days), tolerance=0.06):
        raise NotYet(
            f"{german(given)} Tage ist der Mittelwert. Gesucht ist der Median.",
            next="Nehmen Sie die Spalte `median`.",
        )
    raise NotYet(
        f"`median_tage` stimmt noch nicht. Dort steht {german(given)}.",
        next="Gesucht ist der Median des Übergangs in `laengster`, aus der gefilterten Tabelle.",
    )


def _most(given: Pair, right: Pair, longest: Pair) -> None:
    if given == right:
        return
    if given == longest:
        raise NotYet(
            "`meiste_zeit` nennt denselben Übergang wie `laengster`. Er ist lang, aber selten.",
            next="Vergleichen Sie hier die Spalte `sum`: alle Wartezeiten zusammen.",
        )
    raise NotYet(
        f"`meiste_zeit` stimmt noch nicht. Dort steht der Übergang von „{given[0]}“ zu „{given[1]}“.",
        next="Suchen Sie in der ganzen Tabelle den größten Wert der Spalte `sum`.",
    )
