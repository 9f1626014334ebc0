# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks three numbers from the tree list: trees, litres, trees in one street that is spelled in two ways."""

from collections.abc import Iterable

from transferforum.grading import Findings, NotYet, Right, Run, close, german


def check(run: Run) -> Findings:
    """Decimal comma first, then the total row, then the two spellings."""
    trees = [row for row in run.rows("baeume.csv") if row["Baum"] != "Summe"]
    litres = sum(float(row["Liter"].replace(",", ".")) for row in trees)

    _numbers_not_text(run)
    _count(run, len(trees))
    yield Right(f"Die Liste hat {len(trees)} Bäume. Die Summenzeile ist weg.")
    _litres(run, litres)
    yield Right("Die Liter stimmen: Das Dezimalkomma ist richtig gelesen.")
    _street(run, [row["Straße"] for row in trees])
    yield Right("Alle Bäume der Lindenstraße sind dabei, auch die mit der kurzen Schreibweise.")


def _numbers_not_text(run: Run) -> None:
    if isinstance(run.variable("liter"), str):
        raise NotYet(
            "`liter` ist noch Text, keine Zahl.",
            next='Python kennt das Dezimalkomma nicht. Lesen Sie die Datei mit `decimal=","`.',
        )
    run.variable("liter", float)


def _count(run: Run, trees: int) -> None:
    count = run.variable("anzahl", int)
    if count == trees + 1:
        raise NotYet(
            f"`anzahl` ist {count}. Eine Zeile davon ist kein Baum.",
            next="Sehen Sie sich die letzte Zeile an. Filtern Sie die Summe heraus, bevor Sie zählen.",
        )
    if count != trees:
        raise NotYet(
            f"`anzahl` ist {count}. Das ist nicht die Zahl der Bäume.",
            next="Zählen Sie die Zeilen der ganzen Liste ohne die Summe: `len( … )`.",
        )


def _litres(run: Run, litres: float) -> None:
    value = run.variable("liter", float)
    if close(value, 2 * litres):
        raise NotYet(
            "`liter` ist genau doppelt so groß wie richtig.",
            next="Die Summe der Liste ist mitgezählt. Rechnen Sie mit der gefilterten Tabelle.",
        )
    if close(value, 10 * litres) or close(value, 20 * litres):
        raise NotYet(
            "`liter` ist zehnmal so groß: Aus `62,5` wurde `625`.",
            next='Das Komma trennt hier keine Tausender. Lesen Sie die Datei mit `decimal=","`.',
        )
    if not close(value, litres):
        raise NotYet(
            f"`liter` stimmt noch nicht. Dort steht {german(value)}.",
            next="Zählen Sie die Spalte `Liter` zusammen: mit `.sum()`.",
        )


def _street(run: Run, streets: Iterable[str]) -> None:
    names = list(streets)
    count = run.variable("lindenstrasse", int)
    if count in (names.count("Lindenstraße"), names.count("Lindenstr.")):
        raise NotYet(
            "In `lindenstrasse` fehlen Bäume: Sie zählen nur eine der beiden Schreibweisen.",
            next="In der Liste steht `Lindenstr.` und `Lindenstraße`. Ersetzen Sie die kurze Form durch die lange.",
        )
    if count == sum(name.startswith("Linden") for name in names):
        raise NotYet(
            "In `lindenstrasse` sind auch die Bäume vom Lindenplatz.",
            next="`Linden` allein ist zu wenig. Vergleichen Sie den ganzen Straßennamen.",
        )
    if count != names.count("Lindenstraße") + names.count("Lindenstr."):
        raise NotYet(
            f"`lindenstrasse` ist {count}. Das stimmt noch nicht.",
            next="Vereinheitlichen Sie zuerst den Namen. Zählen Sie dann die passenden Zeilen.",
        )
