# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Daten des Kurses "Prozesse verstehen".

Alles ist erfunden und gehört zur erfundenen Beispielstadt.

bewohnerparken.bpmn   der Ablauf "Bewohnerparkausweis" als BPMN-Datei in UTF-8, ohne die Lage der Zeichen. Falle: Zur
                      Aufgabe "Kennzeichen ändern" führt kein Pfeil; eine Anmerkung hängt an ihr.
ereignisse.csv        Fall;Aktivität;Zeit;Rolle - das Ereignisprotokoll dazu, eine Zeile je Schritt, nach Rollen
                      ausgegeben; cp1252, Semikolon, Zeit als TT.MM.JJJJ HH:MM. Fallen: Die Zeilen stehen nicht in
                      zeitlicher Folge; einige Fälle laufen noch; ein Fall blieb monatelang liegen.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random

TITLE = "Ablauf und Ereignisprotokoll „Bewohnerparkausweis“ der Beispielstadt (synthetisch)"
SEED = 4009

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
COUNTER, TRAFFIC = "Bürgerbüro", "Verkehrsbehörde"
NODES = (
    ("start", "startEvent", "Antrag eingegangen", COUNTER),
    ("pruefen", "userTask", "Antrag prüfen", COUNTER),
    ("vollstaendig", "exclusiveGateway", "Unterlagen vollständig?", COUNTER),
    ("nachfordern", "sendTask", "Unterlagen nachfordern", COUNTER),
    ("berechtigung", "userTask", "Berechtigung prüfen", TRAFFIC),
    ("berechtigt", "exclusiveGateway", "Berechtigt?", TRAFFIC),
    ("ablehnung", "sendTask", "Ablehnung senden", TRAFFIC),
    ("abgelehnt", "endEvent", "Antrag abgelehnt", TRAFFIC),
    ("gebuehr", "serviceTask", "Gebühr buchen", COUNTER),
    ("kennzeichen", "userTask", "Kennzeichen ändern", COUNTER),
    ("drucken", "userTask", "Ausweis drucken", COUNTER),
    ("ausgegeben", "endEvent", "Ausweis ausgegeben", COUNTER),
)
ARROWS = (
    ("start", "pruefen", ""),
    ("pruefen", "vollstaendig", ""),
    ("vollstaendig", "nachfordern", "nein"),
    ("nachfordern", "pruefen", ""),
    ("vollstaendig", "berechtigung", "ja"),
    ("berechtigung", "berechtigt", ""),
    ("berechtigt", "ablehnung", "nein"),
    ("ablehnung", "abgelehnt", ""),
    ("berechtigt", "gebuehr", "ja"),
    ("gebuehr", "drucken", ""),
    ("kennzeichen", "drucken", ""),
    ("drucken", "ausgegeben", ""),
)

ROLES = {
    "Antrag eingegangen": "Poststelle",
    "Antrag prüfen": COUNTER,
    "Unterlagen nachfordern": COUNTER,
    "Berechtigung prüfen": TRAFFIC,
    "Gebühr buchen": "Kasse",
    "Ausweis drucken": COUNTER,
    "Ablehnung senden": TRAFFIC,
}
COME, CHECK, ASK, ENTITLE, FEE, PRINT, REJECT = ROLES
VARIANTS = (
    ((COME, CHECK, ENTITLE, FEE, PRINT), 36),
    ((COME, CHECK, ASK, CHECK, ENTITLE, FEE, PRINT), 14),
    ((COME, CHECK, ENTITLE, REJECT), 5),
    ((COME, CHECK, ASK, CHECK, ASK, CHECK, ENTITLE, FEE, PRINT), 3),
    ((COME, CHECK, ASK), 4),
    ((COME, CHECK), 2),
)
WAITS = {ASK: range(6, 15), CHECK: range(4, 10)}
FIRST = datetime(2026, 6, 1, 8)
FORGOTTEN = 120


def generate(seed: int) -> dict[str, bytes]:
    """Return model and log: file name -> content."""
    return {"bewohnerparken.bpmn": _model(), "ereignisse.csv": _log(Random(seed))}


def _model() -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<bpmn:definitions xmlns:bpmn="{MODEL}" targetNamespace="urn:beispielstadt:bewohnerparken">',
        '  <bpmn:process id="ablauf" name="Bewohnerparkausweis" isExecutable="false">',
        '    <bpmn:laneSet id="bahnen">',
    ]
    for number, lane in enumerate((COUNTER, TRAFFIC), 1):
        members = [id for id, _, _, owner in NODES if owner == lane]
        lines.append(f'      <bpmn:lane id="bahn{number}" name="{lane}">')
        lines += [f"        <bpmn:flowNodeRef>{member}</bpmn:flowNodeRef>" for member in members]
        lines.append("      </bpmn:lane>")
    lines.append("    </bpmn:laneSet>")
    lines += [f'    <bpmn:{kind} id="{id}" name="{name}" />' for id, kind, name, _ in NODES]
    for number, (start, end, answer) in enumerate(ARROWS, 1):
        name = f' name="{answer}"' if answer else ""
        lines.append(f'    <bpmn:sequenceFlow id="pfeil{number}"{name} sourceRef="{start}" targetRef="{end}" />')
    lines += [
        '    <bpmn:textAnnotation id="notiz">',
        "      <bpmn:text>neu seit dem Sommer</bpmn:text>",
        "    </bpmn:textAnnotation>",
        '    <bpmn:association id="linie" sourceRef="notiz" targetRef="kennzeichen" />',
        "  </bpmn:process>",
        "</bpmn:definitions>",
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _log(rng: Random) -> bytes:
    cases = [steps for steps, count in VARIANTS for _ in range(count)]
    rng.shuffle(cases)
    forgotten = cases.index(VARIANTS[0][0])
    rows = []
    for place, steps in enumerate(cases):
        rows += _events(rng, f"P-{place + 101}", steps, extra=FORGOTTEN if place == forgotten else 0)
    rng.shuffle(rows)
    rows.sort(key=lambda row: row[3])
    lines = ["Fall;Aktivität;Zeit;Rolle"]
    lines += [f"{case};{step};{moment:%d.%m.%Y %H:%M};{role}" for case, step, moment, role in rows]
    return "".join(f"{line}\r\n" for line in lines).encode("cp1252")


def _events(rng: Random, case: str, steps: Sequence[str], *, extra: int) -> list[tuple[str, str, datetime, str]]:
    moment = _later(rng, FIRST, rng.randrange(1, 45))
    events = []
    for step, after in zip(steps, [*steps[1:], ""], strict=True):
        events.append((case, step, moment, ROLES[step]))
        days = rng.choice(range(3) if after == ASK else WAITS.get(step, range(3)))
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
