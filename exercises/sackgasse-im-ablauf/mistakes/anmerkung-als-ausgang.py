# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Jedes Element mit sourceRef gilt als Ausgang, auch eine Anmerkung.
# Rückmeldung: `ohne_ausgang` ist leer. Eine Aufgabe ohne Ausgang gibt es aber.
aufgaben = []
for element in prozess:
    if art(element).endswith("Task"):
        aufgaben.append(element)
anzahl_aufgaben = len(aufgaben)

quellen = [element.get("sourceRef") for element in prozess]

ohne_ausgang = []
for aufgabe in aufgaben:
    if aufgabe.get("id") not in quellen:
        ohne_ausgang.append(aufgabe.get("name"))
zustaendig = "Poststelle"
