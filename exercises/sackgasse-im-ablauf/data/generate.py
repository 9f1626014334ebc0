# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetische BPMN-Datei für die Übung "Wo bleibt die Anmeldung hängen?".

hund-anmelden.bpmn   der Ablauf "Hund anmelden" der erfundenen Beispielstadt, in UTF-8, ohne die Lage der Zeichen.

Geplante Fallen: Eine Aufgabe hat keinen Ausgang, die Aufgabe dahinter keinen Eingang. An der Aufgabe ohne Ausgang
hängen eine Anmerkung und eine Nachricht; auch sie haben `sourceRef`, sind aber kein Ausgang. End-Ereignisse haben mit
Recht keinen Ausgang. Aufgaben gibt es in vier Arten. Die Elemente stehen in zufälliger Folge, mit zufälligen Kennungen.
Mit anderen Startwerten sind es andere Aufgaben.
"""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

TITLE = "Ablauf „Hund anmelden“ der Beispielstadt als BPMN-Datei (synthetisch)"
SEED = 4111

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"


class Node(NamedTuple):
    """An element with arrows: its kind, its name and whose lane it stands in."""

    kind: str
    name: str
    lane: str


COUNTER, TAX, HEAD, POST = "Bürgerbüro", "Steueramt", "Amtsleitung", "Poststelle"
NODES = {
    "start": Node("startEvent", "Anmeldung eingegangen", COUNTER),
    "ausweis": Node("userTask", "Ausweis ansehen", COUNTER),
    "pruefen": Node("userTask", "Anmeldung prüfen", COUNTER),
    "vollstaendig": Node("exclusiveGateway", "Angaben vollständig?", COUNTER),
    "nachfordern": Node("sendTask", "Angaben nachfordern", COUNTER),
    "frist": Node("exclusiveGateway", "Antwort in der Frist?", COUNTER),
    "ablegen": Node("userTask", "Antwort ablegen", COUNTER),
    "geschlossen": Node("endEvent", "Vorgang geschlossen", COUNTER),
    "erfassen": Node("userTask", "Hund erfassen", COUNTER),
    "doppelt": Node("serviceTask", "Doppelte Anmeldung suchen", TAX),
    "festsetzen": Node("serviceTask", "Steuer festsetzen", TAX),
    "beantragt": Node("exclusiveGateway", "Ermäßigung beantragt?", TAX),
    "ermaessigung": Node("userTask", "Ermäßigung prüfen", TAX),
    "nachweis": Node("userTask", "Nachweis ablegen", TAX),
    "zusammen": Node("exclusiveGateway", "", TAX),
    "bescheid": Node("serviceTask", "Bescheid erstellen", TAX),
    "unterschrift": Node("userTask", "Bescheid unterschreiben", HEAD),
    "marke": Node("manualTask", "Hundemarke verpacken", POST),
    "frankieren": Node("manualTask", "Sendung frankieren", POST),
    "uebergeben": Node("manualTask", "Sendung übergeben", POST),
    "verschickt": Node("endEvent", "Hundemarke verschickt", POST),
}
ARROWS = (
    ("start", "ausweis"),
    ("ausweis", "pruefen"),
    ("pruefen", "vollstaendig"),
    ("vollstaendig", "nachfordern"),
    ("nachfordern", "frist"),
    ("frist", "geschlossen"),
    ("frist", "ablegen"),
    ("ablegen", "pruefen"),
    ("vollstaendig", "erfassen"),
    ("erfassen", "doppelt"),
    ("doppelt", "festsetzen"),
    ("festsetzen", "beantragt"),
    ("beantragt", "ermaessigung"),
    ("beantragt", "zusammen"),
    ("ermaessigung", "nachweis"),
    ("nachweis", "zusammen"),
    ("zusammen", "bescheid"),
    ("bescheid", "unterschrift"),
    ("unterschrift", "marke"),
    ("marke", "frankieren"),
    ("frankieren", "uebergeben"),
    ("uebergeben", "verschickt"),
)
OPTIONAL = ("ausweis", "doppelt", "frankieren")
DEAD_ENDS = ("erfassen", "unterschrift", "ermaessigung", "marke", "bescheid")  # each is followed by a task of its own
BRANCHES = {("vollstaendig", "nachfordern"), ("frist", "geschlossen"), ("beantragt", "zusammen")}


def generate(seed: int) -> dict[str, bytes]:
    """Return the BPMN file: file name -> content."""
    rng = Random(seed)
    dead_end = DEAD_ENDS[seed % len(DEAD_ENDS)]
    nodes, arrows = dict(NODES), list(ARROWS)
    for key in rng.sample(OPTIONAL, seed % 3):
        arrows = _without(key, arrows)
        del nodes[key]
    arrows = [arrow for arrow in arrows if arrow[0] != dead_end]
    ids = {key: f"{_prefix(node.kind)}_{rng.randrange(16**6):06x}" for key, node in nodes.items()}
    process = [*_elements(rng, nodes, arrows, ids), *_notes(rng, dead_end, ids)]
    rng.shuffle(process)
    return {"hund-anmelden.bpmn": _file([*_lanes(rng, nodes, ids, dead_end), *process], ids[dead_end])}


def _without(key: str, arrows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the arrows when a step is left out: what led to it leads to what came after it."""
    after = next(end for start, end in arrows if start == key)
    return [(start, after if end == key else end) for start, end in arrows if start != key]


def _prefix(kind: str) -> str:
    return "Activity" if kind.endswith("Task") else "Gateway" if kind.endswith("Gateway") else "Event"


def _elements(
    rng: Random, nodes: dict[str, Node], arrows: Sequence[tuple[str, str]], ids: dict[str, str]
) -> list[list[str]]:
    flows = {arrow: f"Flow_{rng.randrange(16**6):06x}" for arrow in arrows}
    elements = []
    for key, node in nodes.items():
        inside = [f"<bpmn:incoming>{flow}</bpmn:incoming>" for (_, end), flow in flows.items() if end == key]
        inside += [f"<bpmn:outgoing>{flow}</bpmn:outgoing>" for (start, _), flow in flows.items() if start == key]
        name = f' name="{node.name}"' if node.name else ""
        opening, closing = f'<bpmn:{node.kind} id="{ids[key]}"{name}>', f"</bpmn:{node.kind}>"
        elements.append([opening, *(f"  {line}" for line in inside), closing])
    for (start, end), flow in flows.items():
        answer = ("nein" if (start, end) in BRANCHES else "ja") if nodes[start].name.endswith("?") else ""
        name = f' name="{answer}"' if answer else ""
        elements.append([f'<bpmn:sequenceFlow id="{flow}"{name} sourceRef="{ids[start]}" targetRef="{ids[end]}" />'])
    return elements


def _notes(rng: Random, dead_end: str, ids: dict[str, str]) -> list[list[str]]:
    """Return two annotations with their lines; one hangs on the task without exit."""
    notes = []
    for key, words in ((dead_end, "siehe Dienstanweisung"), ("festsetzen", "nach Satzung")):
        note = f"TextAnnotation_{rng.randrange(16**6):06x}"
        line = f'<bpmn:association id="Association_{rng.randrange(16**6):06x}" sourceRef="{ids[key]}" '
        text = f"  <bpmn:text>{words}</bpmn:text>"
        notes.append([f'<bpmn:textAnnotation id="{note}">', text, "</bpmn:textAnnotation>"])
        notes.append([f'{line}targetRef="{note}" />'])
    return notes


def _lanes(rng: Random, nodes: dict[str, Node], ids: dict[str, str], dead_end: str) -> list[list[str]]:
    """Return the lanes in random order; the one that is asked for never stands last."""
    names = [COUNTER, TAX, HEAD, POST]
    rng.shuffle(names)
    if names[-1] == nodes[dead_end].lane:
        names.insert(0, names.pop())
    lines = ['<bpmn:laneSet id="LaneSet_1">']
    for number, name in enumerate(names, 1):
        lines.append(f'  <bpmn:lane id="Lane_{number}" name="{name}">')
        members = [ids[key] for key, node in nodes.items() if node.lane == name]
        lines += [f"    <bpmn:flowNodeRef>{member}</bpmn:flowNodeRef>" for member in members]
        lines.append("  </bpmn:lane>")
    return [[*lines, "</bpmn:laneSet>"]]


def _file(process: Sequence[Sequence[str]], sender: str) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<bpmn:definitions xmlns:bpmn="{MODEL}" id="Definitions_1" targetNamespace="urn:beispielstadt:hund-anmelden">',
        '  <bpmn:collaboration id="Collaboration_1">',
        '    <bpmn:participant id="Participant_1" name="Beispielstadt" processRef="Process_1" />',
        '    <bpmn:participant id="Participant_2" name="Halterin oder Halter" />',
        f'    <bpmn:messageFlow id="Message_1" name="Auskunft" sourceRef="{sender}" targetRef="Participant_2" />',
        "  </bpmn:collaboration>",
        '  <bpmn:process id="Process_1" name="Hund anmelden" isExecutable="false">',
        *(f"    {line}" for element in process for line in element),
        "  </bpmn:process>",
        "</bpmn:definitions>",
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")
