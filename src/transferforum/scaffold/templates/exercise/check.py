# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prüft den Platz aller Tonnen und die Zahl der großen."""

from transferforum.grading import Findings, NotYet, Right, Run, close, german

GROSS = 240


def check(run: Run) -> Findings:
    """Läuft zweimal: mit den Daten der Übung und mit Daten eines anderen Startwerts."""
    zeilen = [(int(zeile["Größe"]), int(zeile["Anzahl"])) for zeile in run.rows("tonnen.csv")]

    liter = run.variable("liter", float)
    if close(liter, sum(groesse for groesse, _ in zeilen)):
        raise NotYet(
            "In `liter` zählt jede Zeile nur eine Tonne.",
            next="In einer Zeile stehen oft mehrere Tonnen. Rechnen Sie: Größe mal Anzahl.",
        )
    if not close(liter, sum(groesse * anzahl for groesse, anzahl in zeilen)):
        raise NotYet(
            f"`liter` stimmt noch nicht. Dort steht {german(liter)}.",
            next="Zählen Sie für jede Zeile Größe mal Anzahl zusammen.",
        )
    yield Right("Der Platz aller Tonnen stimmt.")

    grosse = run.variable("grosse", float)
    if close(grosse, sum(anzahl for groesse, anzahl in zeilen if groesse > GROSS)):
        raise NotYet(
            f"Tonnen mit genau {GROSS} Litern fehlen noch.",
            next=f"„Mindestens {GROSS}“ schließt {GROSS} ein. Nehmen Sie `>=` statt `>`.",
        )
    if close(grosse, sum(groesse >= GROSS for groesse, _ in zeilen)):
        raise NotYet(
            "In `grosse` sind Zeilen gezählt, nicht Tonnen.",
            next="In einer Zeile stehen oft mehrere Tonnen. Zählen Sie die Anzahl der Zeile dazu.",
        )
    if not close(grosse, sum(anzahl for groesse, anzahl in zeilen if groesse >= GROSS)):
        raise NotYet(
            f"`grosse` stimmt noch nicht. Dort steht {german(grosse)}.",
            next=f"Zählen Sie nur Tonnen, in die mindestens {GROSS} Liter passen.",
        )
    yield Right("Die Zahl der großen Tonnen stimmt.")
