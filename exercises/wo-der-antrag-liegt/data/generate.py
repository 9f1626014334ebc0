# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt das synthetische Ereignisprotokoll für die Übung "Zwischen welchen Schritten liegt die Anmeldung?".

ereignisse.csv   Fall;Aktivität;Zeit;Rolle - abgeschlossene Hundeanmeldungen, eine Zeile je Schritt, nach der Zeit
                 geordnet; cp1252, Semikolon, Zeit als TT.MM.JJJJ HH:MM. Alle Fälle sind erfunden.

Geplante Fallen: Der Übergang mit der längsten typischen Wartezeit kommt genau zehnmal vor; ein noch längerer kommt nur
dreimal vor; ein anderer ist kurz, aber so häufig, dass dort die meiste Zeit bleibt; bei einem vierten lag ein einziger
Fall monatelang; die Fälle laufen gleichzeitig, ihre Zeilen stehen durcheinander. Welche Übergänge es sind, hängt vom
Startwert ab.
"""

from datetime import datetime, time, timedelta
from random import Random

TITLE = "Ereignisprotokoll der Hundeanmeldungen mit Liegezeiten in der Beispielstadt (synthetisch)"
SEED = 4301

ROLES = {
    "Anmeldung eingegangen": "Poststelle",
    "Anmeldung prüfen": "Bürgerbüro",
    "Angaben nachfordern": "Bürgerbüro",
    "Hund erfassen": "Bürgerbüro",
    "Ermäßigung prüfen": "Steueramt",
    "Bescheid erstellen": "Steueramt",
    "Bescheid unterschreiben": "Amtsleitung",
    "Anschrift klären": "Bürgerbüro",
    "Marke verschicken": "Poststelle",
}
COME, CHECK, ASK, RECORD, REDUCE, NOTICE, SIGN, ADDRESS, SEND = ROLES
MAIN = (COME, CHECK, RECORD, NOTICE, SIGN, SEND)
DETOURS = {ASK: (CHECK, ASK, CHECK), REDUCE: (RECORD, REDUCE), ADDRESS: (SIGN, ADDRESS)}
AFTER = {ASK: CHECK, REDUCE: NOTICE, ADDRESS: SEND}
BUSY = ((COME, CHECK), (NOTICE, SIGN))  # taken by every case, whatever its detours
FIRST = datetime(2026, 3, 2, 8)
CASES = 84


def generate(seed: int) -> dict[str, bytes]:
    """Return the log: file name -> content."""
    rng = Random(seed)
    detours = list(DETOURS)
    longest, rare, usual = (detours[(seed + place) % 3] for place in range(3))
    busy, calm = BUSY[seed % 2], BUSY[1 - seed % 2]
    waits = {
        (longest, AFTER[longest]): range(15, 24),
        (rare, AFTER[rare]): range(34, 46),
        (usual, AFTER[usual]): range(2, 5),
        busy: range(5, 9 + seed % 3),
    }
    taken = [longest] * 10 + [rare] * 3 + [usual] * 16 + [""] * (CASES - 29)
    rng.shuffle(taken)
    forgotten = taken.index("")
    rows = []
    for place, detour in enumerate(taken):
        moment = _later(rng, FIRST, rng.randrange(0, 60))
        steps = _way(detour)
        for step, after in zip(steps, [*steps[1:], ""], strict=True):
            rows.append((f"H-{place + 401}", step, moment, ROLES[step]))
            extra = 140 if place == forgotten and (step, after) == calm else 0
            moment = _later(rng, moment, rng.choice(waits.get((step, after), range(3))) + extra)
    rows.sort(key=lambda row: (row[2], row[0]))
    lines = ["Fall;Aktivität;Zeit;Rolle"]
    lines += [f"{case};{step};{moment:%d.%m.%Y %H:%M};{role}" for case, step, moment, role in rows]
    return {"ereignisse.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _way(detour: str) -> list[str]:
    """Return the steps of a case: the main way, with the detour put in where it leaves that way."""
    steps = list(MAIN)
    if detour:
        place = steps.index(DETOURS[detour][0])
        steps[place : place + 1] = DETOURS[detour]
    return steps


def _later(rng: Random, moment: datetime, days: int) -> datetime:
    """Return a moment in the office hours of a working day; without days, a little later on the same day."""
    if days == 0:
        return moment + timedelta(minutes=rng.randrange(5, 45))
    day = moment.date() + timedelta(days=days)
    if day.weekday() > 4:
        day += timedelta(days=7 - day.weekday())
    return datetime.combine(day, time(8)) + timedelta(minutes=rng.randrange(420))
