# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks the peak hour, and the peak weekday by visits per opening day."""

import datetime
from collections import Counter
from statistics import mean

from transferforum.grading import Findings, NotYet, Right, Run, close, german, is_number

NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")
ROUNDED = 0.05


def check(run: Run) -> Findings:
    """The hour first, then the fair comparison of weekdays."""
    rows = run.rows("tickets.csv")
    times = [datetime.datetime.strptime(row["Ankunft"], "%d.%m.%Y %H:%M") for row in rows]
    waits: dict[int, list[float]] = {}
    for row, time in zip(rows, times, strict=True):
        waits.setdefault(time.hour, []).append(float(row["Wartezeit"].replace(",", ".")))
    visits = Counter(NAMES[time.weekday()] for time in times)
    days = Counter(NAMES[day.weekday()] for day in {time.date() for time in times})

    _hour(run, waits)
    yield Right("Die Spitzenstunde stimmt.")
    _weekday(run, visits, days)
    yield Right("Der Spitzentag stimmt, fair gerechnet.")
    _visits(run, visits, days)
    yield Right("Auch der Andrang stimmt: Besuche je Öffnungstag.")


def _hour(run: Run, waits: dict[int, list[float]]) -> None:
    hour = run.variable("spitzenstunde", int)
    busiest = max(waits, key=lambda one: len(waits[one]))
    if hour == busiest:
        return
    if hour == len(waits[busiest]):
        raise NotYet(
            f"In `spitzenstunde` steht die Zahl der Besuche: {hour}. Gesucht ist die Stunde.",
            next="`max()` nennt den größten Wert, `idxmax()` die Zeile, in der er steht.",
        )
    if hour == max(waits, key=lambda one: mean(waits[one])):
        raise NotYet(
            f"Um {hour} Uhr warten die Menschen am längsten. Die meisten kommen zu einer anderen Stunde.",
            next="Zählen Sie die Besuche. Die Tabelle `je_stunde` steht schon da.",
        )
    raise NotYet(
        f"`spitzenstunde` ist {hour}. Das ist nicht die Stunde mit den meisten Besuchen.",
        next="Suchen Sie in `je_stunde` die Zeile mit dem größten Wert.",
    )


def _weekday(run: Run, visits: Counter[str], days: Counter[str]) -> None:
    busiest = max(visits, key=lambda name: visits[name] / days[name])
    name = run.variable("spitzentag")
    if is_number(name):
        raise NotYet(
            "In `spitzentag` steht eine Zahl. Gesucht ist der Name des Tages.",
            next="Gruppieren Sie nach der Spalte `Tag`. Dort stehen die Namen.",
        )
    if close(run.namespace.get("andrang"), 1):
        raise NotYet(
            "In `je_tag` steht überall 1: Sie teilen die Besuche durch die Besuche.",
            next="Zählen Sie in jedem Stapel die verschiedenen Tage: mit `nunique()` in der Spalte `Datum`.",
        )
    name = run.variable("spitzentag", str)
    if name == busiest:
        return
    if name == visits.most_common(1)[0][0]:
        raise NotYet(
            f"{name} hat die größte Summe, kommt aber öfter vor als der Tag mit der Schließung.",
            next="Teilen Sie durch die Zahl der Öffnungstage. Suchen Sie dann in `je_tag`.",
        )
    if name == min(visits, key=lambda one: visits[one] / days[one]):
        raise NotYet(
            f"{name} ist der ruhigste Tag. Gesucht ist der vollste.",
            next="Suchen Sie den größten Wert: `idxmax()`, nicht `idxmin()`.",
        )
    raise NotYet(
        f"`spitzentag` ist {name}. Das stimmt noch nicht.",
        next="Rechnen Sie `je_tag`: Besuche geteilt durch Öffnungstage. Suchen Sie dort den größten Wert.",
    )


def _visits(run: Run, visits: Counter[str], days: Counter[str]) -> None:
    value = run.variable("andrang", float)
    right = max(visits[name] / days[name] for name in visits)
    if close(value, right, ROUNDED):
        return
    if value in visits.values():
        raise NotYet(
            f"In `andrang` steht die Summe aller Wochen: {german(value, 0)}.",
            next="Gefragt sind Besuche an einem Tag. Nehmen Sie den größten Wert aus `je_tag`.",
        )
    if close(value, mean(visits[name] / days[name] for name in visits), ROUNDED):
        raise NotYet(
            "In `andrang` steht der Durchschnitt aller Wochentage.",
            next="Gefragt ist der vollste Wochentag. Nehmen Sie den größten Wert aus `je_tag`.",
        )
    raise NotYet(
        f"In `andrang` steht {german(value)}. Das stimmt noch nicht.",
        next="Nehmen Sie den größten Wert aus `je_tag`: mit `max()`. Runden ist nicht nötig.",
    )
