# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Auch End-Ereignisse gelten als Sackgasse.
# Rückmeldung: „Hundemarke verschickt“ ist ein Ende. Dort darf kein Pfeil weggehen.
aufgaben = []
for element in prozess:
    if art(element).endswith("Task"):
        aufgaben.append(element)
anzahl_aufgaben = len(aufgaben)

pfeile = prozess.findall("bpmn:sequenceFlow", NS)
quellen = [pfeil.get("sourceRef") for pfeil in pfeile]

ohne_ausgang = []
for element in prozess:
    if art(element).endswith(("Task", "Event")):
        if element.get("id") not in quellen:
            ohne_ausgang.append(element.get("name"))
            kennung = element.get("id")

zustaendig = ""
for bahn in prozess.findall(".//bpmn:lane", NS):
    for eintrag in bahn.findall("bpmn:flowNodeRef", NS):
        if eintrag.text == kennung:
            zustaendig = bahn.get("name")
