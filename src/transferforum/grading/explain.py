# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Python's errors in German, for people who see one for the first time.

Each kind of error has one function: (the error, what is known around it) -> (what happened, what to do next).
A function may give None; then the general words of the kind are used.
"""

from __future__ import annotations

import builtins
import difflib
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .problems import ExplainedError

_Words = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What is known around an error: the learner's names, and the line that failed."""

    namespace: Mapping[str, Any]
    line: str


def explain(fault: BaseException, code: str, file_name: str, namespace: Mapping[str, Any]) -> ExplainedError:
    """The error in German, with the learner's line (from 1; None when it is not in `code`) and the original text."""
    line = _line_of(fault, file_name)
    lines = code.splitlines()
    failing = lines[line - 1] if line and line <= len(lines) else ""
    scene = _Scene(namespace=namespace, line=failing)
    message, next_step = _words(fault, scene)
    return ExplainedError(
        name=type(fault).__name__,
        message=message,
        next=next_step,
        line=line,
        original=_original(fault, file_name),
    )


def _words(fault: BaseException, scene: _Scene) -> _Words:
    for kind in type(fault).__mro__:
        explainer = _EXPLAINERS.get(kind.__name__)
        words = explainer(fault, scene) if explainer else None
        if words:
            return words
    return (
        f"Python meldet einen Fehler der Art `{type(fault).__name__}`.",
        "Vergleichen Sie die markierte Zeile mit der Aufgabe. Die Originalmeldung nennt oft den Grund.",
    )


def _line_of(fault: BaseException, file_name: str) -> int | None:
    if isinstance(fault, SyntaxError) and fault.filename == file_name:
        return fault.lineno
    frames = [frame.lineno for frame in traceback.extract_tb(fault.__traceback__) if frame.filename == file_name]
    return frames[-1] if frames else None


def _original(fault: BaseException, file_name: str) -> str:
    """Python's own text with the learner's lines only; the insides of libraries are of no use to a beginner."""
    report = traceback.TracebackException.from_exception(fault)
    own = [frame for frame in report.stack if frame.filename == file_name]
    report.stack = traceback.StackSummary.from_list(own)
    return "".join(report.format(chain=False)).strip()


# --- syntax ----------------------------------------------------------------------------------------------------


def _syntax(fault: Any, scene: _Scene) -> _Words:
    text, line = str(fault.msg), fault.text or scene.line
    for pattern, words in _SYNTAX:
        if re.search(pattern, text):
            return words
    if re.match(r"\s*(if|for|while|def|else|elif|with|try|except)\b[^#]*[^:\s]\s*$", line):
        return "Am Ende der markierten Zeile fehlt ein Doppelpunkt.", "Setzen Sie `:` ans Ende der Zeile."
    if any(sign in line for sign in "„“”‚‘’"):
        return _QUOTES
    return (
        "Diese Zeile ist für Python kein gültiger Satz.",
        "Prüfen Sie in der Zeile und in der Zeile davor: Klammern, Anführungszeichen, Kommas, Doppelpunkt.",
    )


_QUOTES = (
    "In der Zeile stehen typografische Anführungszeichen.",
    'Schreiben Sie gerade Anführungszeichen: `"Text"`. Sie liegen auf der Taste 2 (mit Umschalttaste).',
)
_SYNTAX: tuple[tuple[str, _Words], ...] = (
    (r"expected ':'", ("Am Ende der markierten Zeile fehlt ein Doppelpunkt.", "Setzen Sie `:` ans Ende der Zeile.")),
    (
        r"was never closed",
        (
            "Eine Klammer wird geöffnet, aber nicht geschlossen.",
            "Ergänzen Sie die fehlende Klammer: `)`, `]` oder `}`.",
        ),
    ),
    (
        r"unmatched|does not match",
        ("Eine Klammer wird geschlossen, die so nicht geöffnet wurde.", "Zählen Sie die Klammern der Zeile von links."),
    ),
    (
        r"unterminated.*string|EOL while scanning",
        ("Ein Text hat kein Ende.", 'Setzen Sie am Ende des Textes ein Anführungszeichen: `"`.'),
    ),
    (
        r"invalid character '[„“”‚‘’»«]'|invalid character.*QUOTATION",
        _QUOTES,
    ),
    (
        r"Maybe you meant '==' |Maybe you meant '=='",
        (
            "Hier steht ein einfaches Gleichheitszeichen in einem Vergleich.",
            "Zum Vergleichen schreiben Sie `==`, zum Speichern `=`.",
        ),
    ),
    (
        r"forgot a comma",
        ("Zwischen zwei Werten fehlt vermutlich ein Komma.", "Trennen Sie die Werte mit `,`."),
    ),
    (
        r"leading zeros in decimal",
        (
            "Eine Zahl darf in Python nicht mit 0 beginnen.",
            'Schreiben Sie die Zahl ohne führende Null oder als Text: `"03"`.',
        ),
    ),
    (
        r"invalid decimal literal",
        (
            "Ein Name oder eine Zahl ist so nicht erlaubt.",
            "Namen beginnen mit einem Buchstaben. Zwischen Zahl und Einheit darf nichts kleben: `10`, nicht `10kg`.",
        ),
    ),
    (
        r"cannot assign to",
        (
            "Links vom Gleichheitszeichen steht kein Name.",
            "Links steht der Name, rechts der Wert: `anzahl = 12`.",
        ),
    ),
    (
        r"'return' outside function",
        ("`return` steht außerhalb einer Funktion.", "Rücken Sie die Zeile unter `def …:` ein."),
    ),
)


def _indentation(fault: Any, scene: _Scene) -> _Words:
    if "expected an indented block" in str(fault):
        return (
            "Nach dem Doppelpunkt fehlt eine eingerückte Zeile.",
            "Rücken Sie die nächste Zeile mit vier Leerzeichen ein.",
        )
    return (
        "Die Zeile ist anders eingerückt als die Zeilen darum.",
        "Beginnen Sie die Zeile genau unter der vorigen. Eingerückt wird nur nach einem Doppelpunkt.",
    )


# --- names, columns, files -------------------------------------------------------------------------------------


def _near(wanted: str, names: Iterable[object]) -> str:
    choices = {str(name).lower(): str(name) for name in names}
    found = difflib.get_close_matches(wanted.lower(), choices, n=1, cutoff=0.7)
    return choices[found[0]] if found else ""


def _name(fault: Any, scene: _Scene) -> _Words:
    name = fault.name or ""
    own = [key for key in scene.namespace if not key.startswith("_")]
    near = _near(name, own + dir(builtins))
    if near:
        return (
            f"Den Namen `{name}` kennt Python nicht.",
            f"Meinten Sie `{near}`? Groß- und Kleinschreibung zählt.",
        )
    return (
        f"Den Namen `{name}` kennt Python nicht.",
        f'Ist `{name}` ein Text? Dann gehört er in Anführungszeichen: `"{name}"`. '
        f"Sonst muss weiter oben `{name} = …` stehen.",
    )


def _key(fault: Any, scene: _Scene) -> _Words:
    key = fault.args[0] if fault.args else ""
    columns = _columns_near(scene)
    if columns and "not in index" not in str(key) and "are in the" not in str(key):
        near = _near(str(key), columns)
        shown = ", ".join(f"`{column}`" for column in columns[:12])
        hint = f"Meinten Sie `{near}`? " if near else ""
        return f"Eine Spalte `{key}` gibt es nicht.", f"{hint}Vorhanden sind: {shown}."
    if columns:
        shown = ", ".join(f"`{column}`" for column in columns[:12])
        return "Mindestens eine der genannten Spalten gibt es nicht.", f"Vorhanden sind: {shown}."
    return (
        f"Den Schlüssel `{key}` gibt es hier nicht.",
        "Prüfen Sie die Schreibweise. Groß- und Kleinschreibung zählt.",
    )


def _columns_near(scene: _Scene) -> list[object]:
    """The columns of the first table that the failing line names."""
    for name in re.findall(r"[^\W\d]\w*", scene.line):
        columns = getattr(scene.namespace.get(name), "columns", None)
        if columns is not None:
            return list(columns)
    return []


def _attribute(fault: Any, scene: _Scene) -> _Words | None:
    found = re.search(r"attribute '(\w+)'", str(fault))
    name, owner = fault.name or (found[1] if found else "?"), fault.obj
    columns = getattr(owner, "columns", None)
    if columns is not None:
        near = _near(name, list(columns)) or _near(name, [key for key in dir(owner) if not key.startswith("_")])
        hint = f"Meinten Sie `{near}`? " if near else ""
        return f"Die Tabelle hat weder eine Spalte noch einen Befehl `{name}`.", f"{hint}Prüfen Sie die Schreibweise."
    if owner is None:
        return (
            f"`{name}` wird auf einen leeren Wert (`None`) angewendet.",
            "Ein Schritt davor hat kein Ergebnis geliefert. Prüfen Sie die Zeile, in der die Variable entsteht.",
        )
    near = _near(name, [key for key in dir(owner) if not key.startswith("_")])
    hint = f"Meinten Sie `{near}`?" if near else "Prüfen Sie die Schreibweise nach dem Punkt."
    return f"`{type(owner).__name__}` hat keinen Befehl `{name}`.", hint


def _file(fault: Any, scene: _Scene) -> _Words:
    return (
        f"Die Datei `{fault.filename}` gibt es nicht.",
        "Die Dateien liegen im Ordner `data`. Schreiben Sie den Namen genau so wie in der Aufgabe.",
    )


def _module(fault: Any, scene: _Scene) -> _Words:
    return (
        f"Die Erweiterung `{fault.name}` gibt es hier nicht.",
        "Prüfen Sie die Schreibweise. In den Übungen stehen `pandas`, `numpy` und `matplotlib` bereit.",
    )


# --- values ----------------------------------------------------------------------------------------------------


def _value(fault: Any, scene: _Scene) -> _Words | None:
    text = str(fault)
    if number := re.search(r"could not convert string to float: ['\"]?(-?[\d.]*,\d+)", text):
        return (
            f"`{number[1]}` ist für Python keine Zahl: Das Dezimalkomma stört.",
            'Lesen Sie die Datei mit `decimal=","`. Einzelne Texte ändern Sie mit `.replace(",", ".")`.',
        )
    if part := re.search(r"could not convert string to float: (.+)|invalid literal for int\(\).*: (.+)", text):
        return (
            f"Aus dem Text {part[1] or part[2]} lässt sich keine Zahl machen.",
            "Sehen Sie sich die Werte an. Steht ein Wort, eine Einheit oder ein leeres Feld dazwischen?",
        )
    if "truth value" in text:
        return (
            "Ein Vergleich ganzer Spalten ergibt viele Antworten, `if` und `and` brauchen aber eine.",
            "Verbinden Sie Bedingungen mit `&` (und) oder `|` (oder), jede in runden Klammern.",
        )
    if "time data" in text or "doesn't match format" in text:
        return (
            "Ein Datum hat eine andere Form als erwartet.",
            "Bei deutschen Daten steht der Tag vorn: `dayfirst=True`.",
        )
    if "percentiles should" in text:
        return "`quantile` braucht eine Zahl zwischen 0 und 1.", "Neun von zehn sind 0.9, die Hälfte ist 0.5."
    if "unpack" in text:
        return (
            "Links stehen mehr oder weniger Namen, als rechts Werte ankommen.",
            "Zählen Sie die Namen links und die Werte rechts.",
        )
    return (
        "Ein Wert passt nicht zu diesem Befehl.",
        "Lassen Sie sich die Werte der Zeile einzeln anzeigen. Welcher sieht anders aus als erwartet?",
    )


def _type(fault: Any, scene: _Scene) -> _Words:
    text = str(fault)
    for pattern, words in _TYPES:
        if re.search(pattern, text):
            return words
    return (
        "Zwei Werte passen in dieser Rechnung nicht zusammen.",
        "Lassen Sie sich beide Werte anzeigen. Text steht in Anführungszeichen, Zahlen nicht.",
    )


_TEXT_AND_NUMBER = (
    "Hier treffen Text und Zahl aufeinander.",
    "Machen Sie aus dem Text eine Zahl (`float(…)`) oder aus der Zahl einen Text (`str(…)`).",
)
_TYPES: tuple[tuple[str, _Words], ...] = (
    (
        r"unsupported operand.*'tuple'|concatenate tuple|between instances of .*'tuple'",
        (
            "Ein Komma hat aus einer Zahl zwei Werte gemacht.",
            "Python schreibt Zahlen mit Punkt: `1.5`, nicht `1,5`. Suchen Sie das Komma, auch in den Zeilen davor.",
        ),
    ),
    (r"concatenate|unsupported operand.*'str'|must be str, not", _TEXT_AND_NUMBER),
    (
        r"between instances of .*'str'|Invalid comparison between dtype=str|dtype 'str'|str.*not supported",
        (
            _TEXT_AND_NUMBER[0],
            'Kommt die Spalte aus einer Datei? Dann fehlt beim Lesen oft `decimal=","`. '
            "Einen einzelnen Text macht `float(…)` zur Zahl.",
        ),
    ),
    (
        r"NoneType",
        (
            "Ein Wert ist leer (`None`), hier wird aber einer gebraucht.",
            "Prüfen Sie die Zeile, in der dieser Wert entsteht.",
        ),
    ),
    (
        r"ellipsis",
        ("Die drei Punkte `...` sind noch eine Lücke.", "Ersetzen Sie die drei Punkte durch Ihren Code."),
    ),
    (
        r"not callable",
        (
            "Etwas mit runden Klammern ist kein Befehl.",
            'Spalten und Listen stehen in eckigen Klammern: `tabelle["spalte"]`.',
        ),
    ),
    (
        r"not subscriptable",
        (
            "Etwas mit eckigen Klammern ist keine Liste und keine Tabelle.",
            "Ein Befehl braucht runde Klammern: `print(…)`.",
        ),
    ),
    (
        r"missing \d+ required|unexpected keyword|takes .* argument",
        (
            "In den Klammern des Befehls fehlt eine Angabe, oder eine ist zu viel.",
            "Vergleichen Sie die Angaben mit dem Beispiel in der Lektion.",
        ),
    ),
    (
        r"not iterable",
        (
            "Über diesen Wert lässt sich keine Schleife führen.",
            "`for` braucht eine Liste, einen Text oder eine Spalte.",
        ),
    ),
)


def _index(fault: Any, scene: _Scene) -> _Words:
    return (
        "So viele Einträge gibt es hier nicht.",
        "Python zählt ab 0: Der erste Eintrag ist `[0]`, der letzte `[-1]`.",
    )


def _zero(fault: Any, scene: _Scene) -> _Words:
    return "Durch 0 kann niemand teilen.", "Prüfen Sie die Zahl hinter dem Schrägstrich. Warum ist sie 0?"


def _decode(fault: Any, scene: _Scene) -> _Words:
    return (
        "Die Datei ist anders gespeichert, als Python erwartet: Die Umlaute passen nicht.",
        'Lesen Sie die Datei mit `encoding="cp1252"`.',
    )


def _parser(fault: Any, scene: _Scene) -> _Words:
    return (
        "Die Datei lässt sich so nicht in Spalten teilen.",
        'Deutsche CSV-Dateien trennen meist mit Strichpunkt: `sep=";"`.',
    )


def _unbound(fault: Any, scene: _Scene) -> _Words:
    return (
        f"`{fault.name}` hat in der Funktion noch keinen Wert.",
        "Geben Sie dem Namen zuerst einen Wert, bevor Sie ihn benutzen.",
    )


def _assertion(fault: Any, scene: _Scene) -> _Words:
    return "Eine Bedingung mit `assert` ist nicht erfüllt.", "Prüfen Sie den Wert in der markierten Zeile."


def _recursion(fault: Any, scene: _Scene) -> _Words:
    return (
        "Eine Funktion ruft sich ohne Ende selbst auf.",
        "Bauen Sie eine Bedingung ein, bei der die Funktion aufhört.",
    )


def _memory(fault: Any, scene: _Scene) -> _Words:
    return "Der Arbeitsspeicher reicht nicht.", "Arbeiten Sie mit weniger Daten oder laden Sie die Seite neu."


def _input(fault: Any, scene: _Scene) -> _Words:
    return (
        "`input()` fragt nach einer Eingabe. Das geht hier nicht.",
        'Schreiben Sie den Wert direkt in den Code: `name = "…"`.',
    )


def _exit(fault: Any, scene: _Scene) -> _Words:
    return "Der Code beendet sich hier selbst.", "Nehmen Sie `exit()` oder `quit()` heraus."


_EXPLAINERS: Mapping[str, Callable[[Any, _Scene], _Words | None]] = {
    "IndentationError": _indentation,
    "SyntaxError": _syntax,
    "UnboundLocalError": _unbound,
    "NameError": _name,
    "KeyError": _key,
    "AttributeError": _attribute,
    "FileNotFoundError": _file,
    "ModuleNotFoundError": _module,
    "ParserError": _parser,
    "UnicodeDecodeError": _decode,
    "ValueError": _value,
    "TypeError": _type,
    "IndexError": _index,
    "ZeroDivisionError": _zero,
    "AssertionError": _assertion,
    "RecursionError": _recursion,
    "MemoryError": _memory,
    "EOFError": _input,
    "SystemExit": _exit,
}
