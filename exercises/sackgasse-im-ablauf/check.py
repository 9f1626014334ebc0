# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks the number of tasks, the task that no arrow leaves, and the lane it stands in."""

from collections.abc import Collection, Iterable
from typing import NamedTuple
from xml.etree import ElementTree

from transferforum.grading import Findings, NotYet, Right, Run

PREFIX = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"


class Model(NamedTuple):
    """What the check needs of the file: elements by id as (kind, name), the ends of arrows, the lane of an element."""

    elements: dict[str, tuple[str, str]]
    sources: set[str]
    targets: set[str]
    lanes: dict[str, str]

    def names(self, ids: Iterable[str]) -> set[str]:
        """The names of elements."""
        return {self.elements[id][1] for id in ids}

    @property
    def tasks(self) -> list[str]:
        """The ids of all tasks, of whatever kind."""
        return [id for id, (kind, _) in self.elements.items() if kind.endswith("Task")]

    @property
    def dead_ends(self) -> list[str]:
        """The ids of the tasks that no arrow leaves."""
        return [id for id in self.tasks if id not in self.sources]


def check(run: Run) -> Findings:
    """First the tasks, because all depends on them; then the dead end; then who stands for it."""
    model = _read(run)
    _count(run.variable("anzahl_aufgaben", int), model)
    yield Right(f"Alle {len(model.tasks)} Aufgaben sind gefunden.")
    _dead_ends(run, model)
    yield Right("Die Aufgabe ohne Ausgang stimmt.")
    _lane(run.variable("zustaendig", str), model)
    yield Right("Auch die Zuständigkeit stimmt. Nun können Sie dort anrufen.")


def _read(run: Run) -> Model:
    root = ElementTree.parse(run.folder / "data" / "hund-anmelden.bpmn").getroot()
    process = root.find(f"{PREFIX}process")
    elements = {} if process is None else {part.get("id", ""): part for part in process}
    flows = [part for part in elements.values() if part.tag == f"{PREFIX}sequenceFlow"]
    return Model(
        elements={id: (part.tag.removeprefix(PREFIX), part.get("name", "")) for id, part in elements.items()},
        sources={flow.get("sourceRef", "") for flow in flows},
        targets={flow.get("targetRef", "") for flow in flows},
        lanes={member.text or "": lane.get("name", "") for lane in root.iter(f"{PREFIX}lane") for member in lane},
    )


def _count(given: int, model: Model) -> None:
    kinds = [model.elements[id][0] for id in model.tasks]
    if given == len(kinds):
        return
    if given in {kinds.count(kind) for kind in kinds}:
        raise NotYet(
            f"Sie zählen nur eine Art von Aufgaben: {given} von {len(kinds)}.",
            next="Es gibt auch `sendTask`, `serviceTask` und `manualTask`. Fragen Sie, womit die Art endet.",
        )
    if given == sum(kind.endswith(("Task", "Event", "Gateway")) for kind, _ in model.elements.values()):
        raise NotYet(
            "Sie zählen auch Ereignisse und Gateways. Gesucht sind nur die Aufgaben.",
            next="Behalten Sie nur Elemente, deren Art auf `Task` endet.",
        )
    raise NotYet(
        f"`anzahl_aufgaben` ist {given}. Das stimmt noch nicht.",
        next="Zählen Sie in `prozess` alle Elemente, deren Art auf `Task` endet.",
    )


def _dead_ends(run: Run, model: Model) -> None:
    values = run.variable("ohne_ausgang", list)
    if not values:
        raise NotYet(
            "`ohne_ausgang` ist leer. Eine Aufgabe ohne Ausgang gibt es aber.",
            next="Zählen Sie nur Pfeile der Art `sequenceFlow`. Anmerkungen und Nachrichten sind kein Ausgang.",
        )
    if any(not isinstance(value, str) for value in values):
        raise NotYet(
            "In `ohne_ausgang` stehen keine Namen.",
            next='Nehmen Sie von jeder gefundenen Aufgabe den Namen: `.get("name")`.',
        )
    given, right = set(values), model.names(model.dead_ends)
    if given <= model.elements.keys():
        raise NotYet(
            "In `ohne_ausgang` stehen Kennungen. Gesucht sind die Namen.",
            next='Die Kennung lesen Sie mit `.get("id")`. Wie lesen Sie den Namen?',
        )
    _not_too_many(given, right, model)
    if given != right or len(values) != len(right):
        raise NotYet(
            "`ohne_ausgang` stimmt noch nicht.",
            next="Gesucht sind Aufgaben, deren Kennung in keinem Pfeil als `sourceRef` steht.",
        )


def _not_too_many(given: Collection[str], right: Collection[str], model: Model) -> None:
    ends = model.names(id for id, (kind, _) in model.elements.items() if kind == "endEvent")
    no_entrance = model.names(id for id in model.tasks if id not in model.targets)
    if ends & set(given):
        raise NotYet(
            f"„{min(ends & set(given))}“ ist ein Ende. Dort darf kein Pfeil weggehen.",
            next="Gehen Sie nur durch die Aufgaben, nicht durch alle Elemente.",
        )
    if set(given) == no_entrance:
        raise NotYet(
            f"Zu „{min(given)}“ führt kein Pfeil hin. Gesucht ist, wo keiner weggeht.",
            next="Ein Pfeil beginnt bei `sourceRef` und endet bei `targetRef`.",
        )
    if others := sorted(set(given) - set(right)):
        raise NotYet(
            f"Von „{others[0]}“ geht ein Pfeil weg, oder es ist keine Aufgabe.",
            next="Vergleichen Sie die Kennung jeder Aufgabe mit den Kennungen in `quellen`.",
        )


def _lane(given: str, model: Model) -> None:
    right = model.lanes[model.dead_ends[0]]
    if given in model.lanes:
        raise NotYet(
            "In `zustaendig` steht eine Kennung. Gesucht ist der Name der Bahn.",
            next='Nehmen Sie von der passenden Bahn den Namen: `.get("name")`.',
        )
    if given != right:
        raise NotYet(
            f"`zustaendig` stimmt noch nicht. Dort steht „{given}“.",
            next="Welche Bahn enthält die Kennung der Aufgabe als Eintrag `flowNodeRef`?",
        )
