# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt das synthetische Ereignisprotokoll für die Übung "Was kostet das Nachfordern?".

ereignisse.csv   Fall;Aktivität;Zeit;Rolle - abgeschlossene Hundeanmeldungen, eine Zeile je Schritt, nach der Zeit
                 geordnet; cp1252, Semikolon, Zeit als TT.MM.JJJJ HH:MM. Alle Fälle sind erfunden.

Ein Fall geht zurück, wenn "Anmeldung prüfen" mehr als einmal vorkommt. Geplante Fallen: manche Fälle gehen zweimal
zurück; bei anderen kommt "Zahlung verbuchen" zweimal vor, das ist kein Rücksprung; bei manchen wird nachgefordert und
danach nicht mehr geprüft; ein Fall ohne Rücksprung blieb monatelang liegen und verzerrt den Mittelwert; die erste
Zeile liegt an einem der Tage 1 bis 12. Mit anderen Startwerten sind es andere Fälle und andere Dauern.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random

TITLE = "Ereignisprotokoll abgeschlossener Hundeanmeldungen in der Beispielstadt (synthetisch)"
SEED = 4203

ROLES = {
    "Anmeldung eingegangen": "Poststelle",
    "Anmeldung prüfen": "Bürgerbüro",
    "Angaben nachfordern": "Bürgerbüro",
    "Hund erfassen": "Bürgerbüro",
    "Zahlung verbuchen": "Kasse",
    "Marke verschicken": "Poststelle",
}
COME, CHECK, ASK, RECORD, PAY, SEND = ROLES
STRAIGHT = (COME, CHECK, RECORD, PAY, SEND)
TWO_PAYMENTS = (COME, CHECK, RECORD, PAY, PAY, SEND)
ASKED_LATE = (COME, CHECK, RECORD, ASK, PAY, SEND)  # something is asked for, nothing is checked again
BACK_ONCE = (COME, CHECK, ASK, CHECK, RECORD, PAY, SEND)
BACK_TWICE = (COME, CHECK, ASK, CHECK, ASK, CHECK, RECORD, PAY, SEND)
FIRST = datetime(2026, 1, 5, 8)
FORGOTTEN = 190


def generate(seed: int) -> dict[str, bytes]:
    """Return the log: file name -> content."""
    rng = Random(seed)
    back = 17 + seed % 7
    cases: list[tuple[str, ...]] = [BACK_TWICE] * 5 + [BACK_ONCE] * (back - 5)
    cases += [TWO_PAYMENTS] * 6 + [ASKED_LATE] * 4
    cases += [STRAIGHT] * rng.randrange(48, 56)
    rng.shuffle(cases)
    slow = cases.index(STRAIGHT)
    rows = []
    for place, steps in enumerate(cases):
        rows += _events(rng, f"H-{place + 201}", steps, extra=FORGOTTEN if place == slow else 0)
    rows.sort(key=lambda row: (row[2], row[0]))
    lines = ["Fall;Aktivität;Zeit;Rolle"]
    lines += [f"{case};{step};{moment:%d.%m.%Y %H:%M};{role}" for case, step, moment, role in rows]
    return {"ereignisse.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _events(rng: Random, case: str, steps: Sequence[str], *, extra: int) -> list[tuple[str, str, datetime, str]]:
    moment = _later(rng, FIRST, rng.randrange(1, 50) if case != "H-201" else 1)
    events = []
    for step in steps:
        events.append((case, step, moment, ROLES[step]))
        days = rng.randrange(7, 15) if step == ASK else rng.choice((0, 1, 1, 2, 2, 3))
        moment = _later(rng, moment, days + (extra if step == CHECK else 0))
    return events


def _later(rng: Random, moment: datetime, days: int) -> datetime:
    """Return a moment in the office hours of a working day; without days, a little later on the same day."""
    if days == 0:
        return moment + timedelta(minutes=rng.randrange(5, 45))
    day = moment.date() + timedelta(days=days)
    if day.weekday() > 4:
        day += timedelta(days=7 - day.weekday())
    return datetime.combine(day, time(8)) + timedelta(minutes=rng.randrange(420))
