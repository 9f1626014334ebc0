# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
# Fehler: Ereignisse und Gateways zählen als Aufgaben mit.
# Rückmeldung: Sie zählen auch Ereignisse und Gateways. Gesucht sind nur die Aufgaben.
arten = ("Task", "Event", "Gateway")
aufgaben = [e for e in prozess if art(e).endswith(arten)]
anzahl_aufgaben = len(aufgaben)
ohne_ausgang = []
zustaendig = ""
