# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Die Bahn wird nicht gesucht. Genommen wird die letzte der Datei.
# Rückmeldung: `zustaendig` stimmt noch nicht. Dort steht „Steueramt“.
aufgaben = []
for element in prozess:
    if art(element).endswith("Task"):
        aufgaben.append(element)
anzahl_aufgaben = len(aufgaben)

pfeile = prozess.findall("bpmn:sequenceFlow", NS)
quellen = [pfeil.get("sourceRef") for pfeil in pfeile]

ohne_ausgang = []
for aufgabe in aufgaben:
    if aufgabe.get("id") not in quellen:
        ohne_ausgang.append(aufgabe.get("name"))

bahnen = prozess.findall(".//bpmn:lane", NS)
zustaendig = bahnen[-1].get("name")
