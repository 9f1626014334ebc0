# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads an exercise: its notebook, its check, its recorded mistakes, its data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..model import CodeCell, Exercise, Mistake, Prose
from .data import functions, python, read_data
from .excuses import read_excuses
from .faults import Faults
from .notebook import Notebook, read_notebook
from .schema import fits

_ROLES = {"setup", "start", "solution", "hint"}


def read_exercise(folder: Path, faults: Faults) -> Exercise | None:
    """The exercise in a folder; None, and faults, when it cannot be used."""
    path = folder / "exercise.md"
    notebook = read_notebook(path, faults)
    complete = _has_check(folder, faults)
    mistakes = tuple(_read_mistakes(folder, faults))
    data = read_data(folder / "data", faults)
    if notebook is None:
        return None
    about = _read_head(notebook, path, faults)
    cells = _by_role(notebook, path, faults)
    if about is None or cells is None or not complete:
        return None
    _check_own_data(about.get("own_data", ""), folder / "data", path, faults)
    prose = tuple(part for part in notebook.parts if isinstance(part, Prose))
    return Exercise(
        id=about["id"],
        folder=folder,
        **{key: about[key] for key in ("title", "minutes", "skill", "course")},
        objectives=tuple(about["objectives"]),
        packages=tuple(about["packages"]),
        start_feedback=_joined(about["feedback"]["start"]),
        solution_feedback=_joined(about["feedback"]["solution"]),
        task=tuple(part for part in prose if "hint" not in part.tags),
        setup="\n".join(cell.source for cell in cells["setup"]),
        start=cells["start"][0],
        solution=cells["solution"][0],
        hints=tuple(part for part in prose if "hint" in part.tags),
        mistakes=mistakes,
        data=data,
        aliases=tuple(about.get("aliases", ())),
        own_data=about.get("own_data", ""),
        excuses=read_excuses(about, path, faults),
    )


def _read_head(notebook: Notebook, path: Path, faults: Faults) -> dict[str, Any] | None:
    about = notebook.head.get("exercise")
    if about is None:
        faults.add(
            path,
            "kopf-uebung",
            "Im Kopf fehlt der Abschnitt `exercise`.",
            "Ergänzen Sie `exercise:` mit `id`, `title` und den weiteren Angaben.",
            line=1,
        )
        return None
    if not fits("exercise", about, path, faults):
        return None
    if about["id"] != path.parent.name:
        faults.add(
            path,
            "id-ordner",
            f"Die Kennung `{about['id']}` und der Ordner `{path.parent.name}` heißen verschieden.",
            "Benennen Sie den Ordner um. Die Kennung bleibt, denn Lernstände hängen daran.",
            line=faults.line_of_key(path, "id"),
        )
    result: dict[str, Any] = about
    return result


def _check_own_data(name: str, data: Path, path: Path, faults: Faults) -> None:
    """Note what is wrong with the file that learners may replace; an empty name is none."""
    line = faults.line_of_key(path, "own_data")
    if name and not name.endswith(".csv"):
        faults.add(
            path,
            "daten-eigene-form",
            f"Die Angabe `own_data` nennt `{name}`. Das ist keine CSV-Datei.",
            "Lernende können nur eine Datei mit der Endung `.csv` ersetzen. Nennen Sie eine solche Datei.",
            line=line,
        )
    elif name and (Path(name).name != name or not (data / name).is_file()):
        faults.add(
            path,
            "daten-eigene-fehlt",
            f"Die Angabe `own_data` nennt `{name}`. Diese Datei gibt es im Ordner `data` der Übung nicht.",
            "Nennen Sie nur den Namen einer Datei aus `data`, zum Beispiel `baeume.csv`.",
            line=line,
        )


def _by_role(notebook: Notebook, path: Path, faults: Faults) -> dict[str, list[CodeCell]] | None:
    found: dict[str, list[CodeCell]] = {role: [] for role in _ROLES}
    sound = True
    for part in notebook.parts:
        roles = _ROLES.intersection(part.tags)
        if isinstance(part, CodeCell) and len(roles) == 1:
            found[roles.pop()].append(part)
        elif isinstance(part, CodeCell) or not set(part.tags) <= {"hint"}:
            sound = False
            faults.add(
                path,
                "zelle-rolle",
                "Diese Zelle sagt nicht, wozu sie da ist.",
                "Code bekommt genau eines der Merkmale `setup`, `start`, `solution`; ein Tipp bekommt `hint`.",
                line=part.line,
            )
    for role, word in (("start", "den Anfangscode"), ("solution", "die Lösung")):
        if len(found[role]) != 1:
            sound = False
            faults.add(
                path,
                f"zelle-{role}",
                f"Es gibt {len(found[role])} Zellen für {word}, gebraucht wird genau eine.",
                f"Geben Sie genau einer Code-Zelle das Merkmal `{role}`.",
                line=found[role][1].line if found[role] else 0,
            )
    return found if sound else None


def _has_check(folder: Path, faults: Faults) -> bool:
    path = folder / "check.py"
    if not path.exists():
        faults.add(
            path,
            "pruefung-fehlt",
            "Die Übung hat keine Prüfung.",
            f"Legen Sie `{faults.relative(path)}` mit einer Funktion `check(run)` an.",
        )
        return False
    tree = python(path, faults)
    if tree is not None and "check" not in functions(tree):
        faults.add(
            path,
            "pruefung-form",
            "Es fehlt die Funktion `check`.",
            "Ergänzen Sie `def check(run: Run) -> Findings:`.",
            line=1,
        )
        return False
    return tree is not None


def _read_mistakes(folder: Path, faults: Faults) -> list[Mistake]:
    found = (_read_mistake(path, faults) for path in sorted((folder / "mistakes").glob("*.py")))
    return [mistake for mistake in found if mistake]


def _read_mistake(path: Path, faults: Faults) -> Mistake | None:
    text = faults.text(path)
    if text is None:
        return None
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    head = _joined(line.removeprefix("#") for line in lines[:end] if "SPDX-" not in line)
    words = re.fullmatch(r"Fehler: (.+?) Rückmeldung: (.+)", head)
    if not words:
        faults.add(
            path,
            "fehler-kopf",
            "Am Anfang fehlt, was falsch ist und welche Rückmeldung das bekommt.",
            "Die Datei beginnt mit `# Fehler: …` und `# Rückmeldung: …`.",
            line=1,
        )
        return None
    code = "\n".join(lines[end:]).strip("\n")
    return Mistake(id=path.stem, path=path, why=words[1], feedback=words[2], code=code)


def _joined(text: object) -> str:
    """Text of one or more lines as one line with single spaces."""
    parts = (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]
    return " ".join(" ".join(parts).split())
