# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks the count of forgotten tickets, then mean and median of the real waiting times."""

from statistics import mean, median

from transferforum.grading import Findings, NotYet, Right, Run, as_list, close, german

LIMIT = 240
ROUNDED = 0.05


def check(run: Run) -> Findings:
    """The decimal comma first: with text no number can be right. Then the forgotten tickets, then the two numbers."""
    waits = [float(row["Wartezeit"].replace(",", ".")) for row in run.rows("tickets.csv")]
    real = [wait for wait in waits if wait < LIMIT]

    _numbers_not_text(run)
    yield Right("Die Wartezeiten sind jetzt Zahlen.")
    _forgotten(run, waits)
    yield Right(f"Die vergessenen Tickets sind gefunden: {len(waits) - len(real)}.")
    _real(run, len(waits), len(real))
    yield Right(f"In `echt` stehen {len(real)} Tickets.")
    _mean(run, waits, real)
    yield Right("Der Mittelwert stimmt.")
    _median(run, real)
    yield Right("Auch der Median stimmt. Damit haben Sie beide Zahlen.")


def _numbers_not_text(run: Run) -> None:
    table = run.table("tickets")
    if "Wartezeit" not in table.columns:
        raise NotYet(
            "In `tickets` gibt es keine Spalte `Wartezeit`.",
            next='Lesen Sie die Datei mit `sep=";"`. Dann stehen die Werte in Spalten.',
        )
    if any(isinstance(value, str) for value in as_list(table["Wartezeit"]) or ()):
        raise NotYet(
            "Die Spalte `Wartezeit` ist noch Text.",
            next='Python kennt das Dezimalkomma nicht. Lesen Sie die Datei mit `decimal=","`.',
        )


def _forgotten(run: Run, waits: list[float]) -> None:
    count = run.variable("vergessen", int)
    if count == sum(wait > LIMIT for wait in waits):
        raise NotYet(
            "In `vergessen` fehlt das Ticket mit genau 240 Minuten.",
            next="„240 oder länger“ schließt 240 ein. Nehmen Sie `>=` statt `>`.",
        )
    if count == sum(wait < LIMIT for wait in waits):
        raise NotYet(
            "`vergessen` zählt die echten Tickets. Gesucht sind die anderen.",
            next="Drehen Sie den Vergleich um: 240 Minuten oder länger.",
        )
    if count != sum(wait >= LIMIT for wait in waits):
        raise NotYet(
            f"`vergessen` ist {count}. Das stimmt noch nicht.",
            next="Vergleichen Sie die Wartezeit mit 240 und zählen Sie die Treffer mit `.sum()`.",
        )


def _real(run: Run, everything: int, real: int) -> None:
    count = len(run.table("echt"))
    if count == everything:
        raise NotYet(
            "In `echt` stehen noch alle Tickets, auch die vergessenen.",
            next="Filtern Sie: Behalten Sie nur Zeilen mit weniger als 240 Minuten.",
        )
    if count == everything - real:
        raise NotYet(
            "In `echt` stehen gerade die vergessenen Tickets.",
            next="Drehen Sie den Vergleich um: kleiner als 240.",
        )
    if count != real:
        raise NotYet(
            f"`echt` hat {count} Zeilen. Das stimmt noch nicht.",
            next="Behalten Sie alle Tickets mit weniger als 240 Minuten, und nur diese.",
        )


def _mean(run: Run, waits: list[float], real: list[float]) -> None:
    value = run.variable("mittelwert", float)
    if close(value, mean(real), ROUNDED):
        return
    if close(value, mean(waits), ROUNDED):
        raise NotYet(
            "In `mittelwert` rechnen die vergessenen Tickets mit.",
            next="Nehmen Sie die Spalte aus `echt`, nicht aus `tickets`.",
        )
    if close(value, sum(real) / len(waits), ROUNDED):
        raise NotYet(
            "Vergessene Tickets rechnen bei Ihnen mit 0 Minuten mit.",
            next="Niemand hat 0 Minuten gewartet. Lassen Sie diese Zeilen ganz weg.",
        )
    if close(value, median(real), ROUNDED):
        raise NotYet(
            "In `mittelwert` steht der Median.",
            next="Der Mittelwert heißt in pandas `.mean()`.",
        )
    raise NotYet(
        f"`mittelwert` stimmt noch nicht. Dort steht {german(value)}.",
        next="Nehmen Sie die Spalte `Wartezeit` aus `echt` und davon `.mean()`.",
    )


def _median(run: Run, real: list[float]) -> None:
    value = run.variable("median", float)
    if close(value, mean(real), ROUNDED):
        raise NotYet(
            "In `median` steht noch einmal der Mittelwert.",
            next="Der Median ist der Wert in der Mitte. Der Befehl heißt wie er selbst.",
        )
    if not close(value, median(real), ROUNDED):
        raise NotYet(
            f"`median` stimmt noch nicht. Dort steht {german(value)}.",
            next="Nehmen Sie die Spalte `Wartezeit` aus `echt` und davon `.median()`.",
        )
