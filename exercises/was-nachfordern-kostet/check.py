# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks which cases go back, and by how many days their median throughput time is longer."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from statistics import mean, median

from transferforum.grading import Findings, NotYet, Right, Run, close, german

CHECKED, ASKED = "Anmeldung prüfen", "Angaben nachfordern"
Cases = Mapping[str, list[tuple[datetime, str]]]


def check(run: Run) -> Findings:
    """The cases first; the days are compared for them only when they are right."""
    cases = _cases(run.rows("ereignisse.csv"))
    back = {case for case, events in cases.items() if _times(events, CHECKED) > 1}
    _back(run, cases, back)
    yield Right(f"{len(back)} von {len(cases)} Fällen gehen zurück.")
    _days(run.variable("mehr_tage", float), cases, back)
    yield Right("Auch der Unterschied stimmt.")


def _cases(rows: Iterable[Mapping[str, str]]) -> Cases:
    cases: dict[str, list[tuple[datetime, str]]] = {}
    for row in rows:
        moment = datetime.strptime(row["Zeit"], "%d.%m.%Y %H:%M")
        cases.setdefault(row["Fall"], []).append((moment, row["Aktivität"]))
    return cases


def _times(events: Iterable[tuple[datetime, str]], step: str) -> int:
    return sum(name == step for _, name in events)


def _back(run: Run, cases: Cases, right: set[str]) -> None:
    values = run.variable("zurueck", list)
    if not values or not all(isinstance(value, str) and value in cases for value in values):
        raise NotYet(
            "In `zurueck` stehen keine Fallnummern.",
            next="Bei `value_counts()` stehen die Fallnummern im Index: `.index`.",
        )
    given = set(values)
    if len(values) > len(given):
        raise NotYet(
            "In `zurueck` kommen Fälle doppelt vor. Sie zählen Zeilen statt Fälle.",
            next="Zählen Sie je Fall, wie oft geprüft wurde. Dann steht jeder Fall nur einmal da.",
        )
    if given == right:
        return
    if given == {case for case, events in cases.items() if _times(events, CHECKED) > 2}:
        raise NotYet(
            "In `zurueck` fehlen die Fälle, die genau einmal zurückgehen.",
            next="Wer zurückgeht, wird zweimal geprüft. „Mehr als einmal“ heißt: mindestens zwei.",
        )
    _not_by_another_sign(given, cases)
    if extra := sorted(given - right):
        raise NotYet(
            f"In `zurueck` stehen auch Fälle, die nur einmal geprüft wurden, zum Beispiel {extra[0]}.",
            next=f"Zählen Sie nur die Zeilen mit `{CHECKED}`.",
        )
    raise NotYet(
        f"In `zurueck` fehlt mindestens ein Fall: {min(right - given)}.",
        next=f"Nehmen Sie jeden Fall, in dem `{CHECKED}` mehr als einmal vorkommt.",
    )


def _not_by_another_sign(given: set[str], cases: Cases) -> None:
    if given == {case for case, events in cases.items() if _times(events, ASKED) > 0}:
        raise NotYet(
            "Sie nehmen alle Fälle mit `Angaben nachfordern`. Nicht jeder davon geht zurück.",
            next=f"Vereinbart ist: `{CHECKED}` kommt mehr als einmal vor.",
        )
    if given == {case for case, events in cases.items() if any(_times(events, name) > 1 for _, name in events)}:
        raise NotYet(
            "Bei Ihnen zählt jeder doppelte Schritt. Zwei Zahlungen sind aber kein Rücksprung.",
            next=f"Achten Sie nur auf den Schritt `{CHECKED}`.",
        )


def _days(given: float, cases: Cases, back: set[str]) -> None:
    spans = {case: max(events)[0] - min(events)[0] for case, events in cases.items()}
    if close(given, _difference(spans, back, _exact, median), tolerance=0.06):
        return
    if close(given, _difference(spans, back, _exact, mean), tolerance=0.06):
        raise NotYet(
            "Sie vergleichen Mittelwerte. Ein Fall, der monatelang liegen blieb, zieht den Mittelwert nach oben.",
            next="Nehmen Sie den Median: `.median()`.",
        )
    if close(given, _difference(spans, back, _whole, median), tolerance=0.06):
        raise NotYet(
            "Bei Ihnen fallen die Stunden weg: `mehr_tage` rechnet mit ganzen Tagen.",
            next="Teilen Sie die Dauer durch `pd.Timedelta(days=1)`. Dann bleiben die Nachkommastellen.",
        )
    if close(given, -_difference(spans, back, _exact, median), tolerance=0.06):
        raise NotYet(
            f"`mehr_tage` ist negativ: {german(given)}. Das Vorzeichen ist vertauscht.",
            next="Rechnen Sie: Median mit Rücksprung minus Median ohne Rücksprung.",
        )
    if close(given, median(map(_exact, spans.values())), tolerance=0.06) or close(
        given, median(_exact(spans[case]) for case in back), tolerance=0.06
    ):
        raise NotYet(
            f"{german(given)} Tage ist ein Median. Gesucht ist der Unterschied von zwei Medianen.",
            next="Bilden Sie den Median für beide Gruppen. Ziehen Sie dann den zweiten vom ersten ab.",
        )
    raise NotYet(
        f"`mehr_tage` stimmt noch nicht. Dort steht {german(given)}.",
        next="Vergleichen Sie die Fälle in `zurueck` mit allen anderen. Jeder Fall gehört in genau eine Gruppe.",
    )


def _exact(span: timedelta) -> float:
    return span / timedelta(days=1)


def _whole(span: timedelta) -> float:
    return span.days


def _difference(
    spans: Mapping[str, timedelta],
    back: set[str],
    days: Callable[[timedelta], float],
    middle: Callable[[list[float]], float],
) -> float:
    """How much longer the cases take that go back."""
    loops = [days(span) for case, span in spans.items() if case in back]
    others = [days(span) for case, span in spans.items() if case not in back]
    return middle(loops) - middle(others)
