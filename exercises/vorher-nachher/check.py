# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks a fair comparison before and after a change; names the rule that was missed."""

import datetime
from dataclasses import dataclass

from transferforum.grading import Findings, NotYet, Right, Run, close, german

CHANGE = datetime.date(2026, 9, 24)
EXACT = 0.06


@dataclass(frozen=True, slots=True)
class Day:
    """The applications of a day."""

    day: datetime.date
    begun: int
    sent: int
    note: str

    @property
    def is_weekend(self) -> bool:
        """True on Saturday and Sunday."""
        return self.day.weekday() >= 5


def check(run: Run) -> Findings:
    """The two shares, then their difference. Each missed rule gives a share of its own."""
    days = [_day(row) for row in run.rows("tage.csv")]
    before = [day for day in days if day.day < CHANGE]
    after = [day for day in days if day.day >= CHANGE]
    shares = _share(_fair(before)), _share(_fair(after))

    for name, period, share, other in (
        ("quote_vorher", before, shares[0], shares[1]),
        ("quote_nachher", after, shares[1], shares[0]),
    ):
        given = run.variable(name, float)
        if not close(given, share, tolerance=EXACT):
            _explain(name, given, period, other)
            _explain_change(name, given, days)
            raise NotYet(
                f"`{name}` stimmt noch nicht. Dort steht {german(given)}.",
                next="Zählen Sie `Abgesendet` und `Begonnen` über die vergleichbaren Tage zusammen. Teilen Sie dann.",
            )
    yield Right("Beide Quoten stimmen. Sie vergleichen gleiche Wochentage.")
    _difference(run, *shares)
    yield Right("Der Unterschied stimmt. Nennen Sie dazu auch die Regeln Ihres Vergleichs.")


def _day(row: dict[str, str]) -> Day:
    day = datetime.datetime.strptime(row["Tag"], "%d.%m.%Y").date()
    return Day(day, int(row["Begonnen"]), int(row["Abgesendet"]), row["Hinweis"])


def _fair(days: list[Day]) -> list[Day]:
    return [day for day in days if not day.is_weekend and not day.note]


def _share(days: list[Day]) -> float:
    return sum(day.sent for day in days) / sum(day.begun for day in days) * 100


def _explain(name: str, given: float, period: list[Day], other: float) -> None:
    """Raise what is known about a share of the right period that breaks one of the rules."""
    fair = _fair(period)
    if close(given, _share(fair) / 100):
        raise NotYet(
            f"`{name}` ist ein Anteil zwischen 0 und 1. Gesucht sind Prozent.",
            next="Nehmen Sie den Anteil mal 100.",
        )
    if given in (sum(day.sent for day in fair), sum(day.sent for day in period)):
        raise NotYet(
            f"`{name}` ist eine Anzahl. Die Zeiträume sind aber verschieden lang.",
            next="Teilen Sie durch die begonnenen Anträge desselben Zeitraums, mal 100.",
        )
    if close(given, _share(period), EXACT) or close(given, _share([day for day in period if not day.note]), EXACT):
        raise NotYet(
            f"In `{name}` zählen Samstage und Sonntage mit.",
            next="Behalten Sie nur Montag bis Freitag: `dt.dayofweek` ist dort kleiner als 5.",
        )
    if close(given, _share([day for day in period if not day.is_weekend]), EXACT):
        fault = next(day for day in period if day.note)
        raise NotYet(
            f"In `{name}` zählt der Tag mit der Störung mit. Da kamen nur {fault.sent} Anträge an.",
            next="Filtern Sie nach der Spalte `Hinweis`: ungleich `Störung`.",
        )
    if close(given, sum(day.sent / day.begun for day in fair) / len(fair) * 100, EXACT):
        raise NotYet(
            f"`{name}` ist der Mittelwert der Tagesquoten. So zählt ein ruhiger Tag so viel wie ein voller.",
            next="Zählen Sie erst alle Tage zusammen. Teilen Sie dann.",
        )
    if close(given, other, EXACT):
        raise NotYet(
            "Die beiden Zeiträume sind vertauscht.",
            next="Vorher heißt: Das Datum ist kleiner als `umstellung`.",
        )


def _explain_change(name: str, given: float, days: list[Day]) -> None:
    """Raise when the day of the change counts on the wrong side."""
    fair = _fair(days)
    too_long = _share([day for day in fair if day.day <= CHANGE])
    too_short = _share([day for day in fair if day.day > CHANGE])
    if close(given, too_long if name == "quote_vorher" else too_short, EXACT):
        raise NotYet(
            f"In `{name}` liegt der Tag der Änderung auf der falschen Seite.",
            next="Er gehört zu „nachher“: davor `<`, ab da `>=`.",
        )
    if close(given, _share(fair), EXACT):
        raise NotYet(
            f"`{name}` enthält beide Zeiträume.",
            next="Trennen Sie die Tage am Datum `umstellung`.",
        )


def _difference(run: Run, before: float, after: float) -> None:
    given = run.variable("unterschied", float)
    if close(given, after - before, tolerance=2 * EXACT):
        return
    if close(given, before - after, tolerance=2 * EXACT):
        raise NotYet(
            "Das Vorzeichen ist verkehrt: Die Quote ist gestiegen.",
            next="Ziehen Sie die alte Quote von der neuen ab.",
        )
    if close(given, (after / before - 1) * 100, tolerance=0.2):
        raise NotYet(
            "Das ist das Wachstum in Prozent. Gesucht sind Prozentpunkte.",
            next="Prozentpunkte sind der Abstand zweier Prozentzahlen. Ziehen Sie nur ab.",
        )
    raise NotYet(
        f"`unterschied` stimmt noch nicht. Dort steht {german(given)}.",
        next="Ziehen Sie die alte Quote von der neuen ab.",
    )
