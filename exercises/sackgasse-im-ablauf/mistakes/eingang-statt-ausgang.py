# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Gesucht wird nach Aufgaben, zu denen kein Pfeil führt.
# Rückmeldung: Zu „Hundemarke verpacken“ führt kein Pfeil hin. Gesucht ist, wo keiner weggeht.
aufgaben = []
for element in prozess:
    if art(element).endswith("Task"):
        aufgaben.append(element)
anzahl_aufgaben = len(aufgaben)

pfeile = prozess.findall("bpmn:sequenceFlow", NS)
ziele = [pfeil.get("targetRef") for pfeil in pfeile]

ohne_ausgang = []
for aufgabe in aufgaben:
    if aufgabe.get("id") not in ziele:
        ohne_ausgang.append(aufgabe.get("name"))
        kennung = aufgabe.get("id")

zustaendig = ""
for bahn in prozess.findall(".//bpmn:lane", NS):
    for eintrag in bahn.findall("bpmn:flowNodeRef", NS):
        if eintrag.text == kennung:
            zustaendig = bahn.get("name")
