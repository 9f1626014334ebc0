# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Statt des Namens steht die Kennung in der Liste.
# Rückmeldung: In `ohne_ausgang` stehen Kennungen. Gesucht sind die Namen.
aufgaben = []
for element in prozess:
    if art(element).endswith("Task"):
        aufgaben.append(element)
anzahl_aufgaben = len(aufgaben)

pfeile = prozess.findall("bpmn:sequenceFlow", NS)
quellen = [pfeil.get("sourceRef") for pfeil in pfeile]

ohne_ausgang = []
for aufgabe in aufgaben:
    kennung = aufgabe.get("id")
    if kennung not in quellen:
        ohne_ausgang.append(kennung)
zustaendig = "Amtsleitung"
