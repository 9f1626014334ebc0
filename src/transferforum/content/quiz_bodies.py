# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the answers of a question: one function for each kind, and the rules that good answers follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..model import Choice, Decision, Gaps, Number, Option, Order, Pairs, QuizBody, ShortText, Slip
from .answers import folded, read_number, same_number
from .faults import Faults

Line = tuple[int, str]
"""A line of the lesson's file: its number and its text."""

_DASH, _TYPED, _STEP = (re.compile(rf"({mark})(?:\s+(.*)|$)") for mark in ("-", "[-=]", r"[0-9]+[.)]"))
START = {
    "single": _DASH,
    "multiple": _DASH,
    "number": _TYPED,
    "text": _TYPED,
    "order": _STEP,
    "pairs": _DASH,
    "gaps": re.compile(r".*(?:\{\{|\}\})"),
    "decision": _DASH,
}
"""How the first line of an answer looks, for each kind."""

_TICK = re.compile(r"\[([ xX]?)\](?:\s+(.*)|$)")
_FEEDBACK = re.compile(r"\s*>\s?(.*)")
_GAP = re.compile(r"\{\{([^{}]*)\}\}")
_CATCH_ALL = re.compile(
    r"(alle[sr]?|keine[rs]?|nichts|beides?|sämtliche)( (von|der|die|den|hier|oben|zuvor))*"
    r" (genannte[nrs]?|aufgeführten|obigen|vorigen|davon)( \w+)*|"
    r"(alle|keine)( der| diese[rn]?)?( (zwei|drei|vier|fünf))? (antworten|aussagen|möglichkeiten)"
    r"( (ist|sind|stimmen|stimmt))?( (richtig|falsch))?|"
    r"(alle( (zwei|drei|vier|fünf))?|keine antwort|beide[s]?) (ist|sind|stimmen|stimmt)( (richtig|falsch))?|"
    r"alle (zwei|drei|vier|fünf)|beides|weder noch|(keine[rs]?|nichts) von (beiden|beidem|allem|alledem)|"
    r"(antwort(en)? )?[a-f] und [a-f]( (sind|stimmen))?( (richtig|falsch))?"
)
_MARKUP = re.compile(r"\*\*|\]\(")


class Note:
    """Notes the faults of one question; afterwards `sound` says whether there were any.

    `lines`: where each option stands.
    """

    def __init__(self, path: Path, faults: Faults, line: int) -> None:
        self.lines: dict[str, int] = {}
        self.sound = True
        self._path, self._faults, self._line = path, faults, line

    def __call__(self, code: str, message: str, cure: str, line: int = 0) -> None:
        """Note a fault; without a line it is that of the question's beginning."""
        self.sound = False
        self._faults.add(self._path, code, message, cure, line=line or self._line)


@dataclass(slots=True)
class Entry:
    """One answer as it stands in the file: its mark, its text, its feedback, each with its line."""

    line: int
    mark: str
    text: str
    feedback: str = ""
    feedback_line: int = 0


def _entries(lines: list[Line], start: re.Pattern[str], note: Note) -> list[Entry]:
    found: list[Entry] = []
    for number, line in lines:
        if first := start.match(line):
            found.append(Entry(number, first[1], (first[2] or "").strip()))
        elif said := _FEEDBACK.fullmatch(line):
            found[-1].feedback = f"{found[-1].feedback} {said[1].strip()}".strip()
            found[-1].feedback_line = found[-1].feedback_line or number
        elif line[:1].isspace() and line.strip() and not found[-1].feedback:
            found[-1].text = f"{found[-1].text} {line.strip()}".strip()
        elif line.strip():
            note(
                "frage-zeile",
                "Diese Zeile ist weder eine Antwort noch eine Rückmeldung.",
                "Eine Rückmeldung beginnt eingerückt mit `>`. Was danach kommt, steht unter einer Zeile `Erklärung:`.",
                number,
            )
    return found


def _check_texts(entries: Iterable[Entry], note: Note) -> None:
    for entry in entries:
        if not entry.text:
            note(
                "frage-leer",
                "Diese Antwort ist leer.",
                "Ergänzen Sie die Antwort, oder löschen Sie die Zeile.",
                entry.line,
            )
        for text, line in ((entry.text, entry.line), (entry.feedback, entry.feedback_line)):
            _check_plain(text, line, note)
            if text.count("`") % 2:
                note(
                    "frage-auszeichnung",
                    "Der Code in dieser Zeile hat keinen Anfang oder kein Ende.",
                    "Um Code steht vorn und hinten je ein Zeichen `.",
                    line,
                )


def _check_plain(text: str, line: int, note: Note) -> None:
    """Bold type and links would be shown as they are written."""
    if _MARKUP.search(" ".join(text.split("`")[::2])):
        note(
            "frage-auszeichnung",
            "Antworten und Rückmeldungen kennen nur einfachen Text und `Code`.",
            "Löschen Sie fette Schrift und Links.",
            line,
        )


def _check_count(entries: list[Entry], fewest: int, note: Note) -> None:
    if len(entries) < fewest:
        note(
            "frage-antworten",
            f"Die Frage hat weniger als {fewest} Antworten." if entries else "Die Frage hat keine Antworten.",
            "Ergänzen Sie Antworten. Welche Zeichen am Anfang stehen, sagt die Anleitung „Fragen schreiben“.",
            entries[-1].line if entries else 0,
        )


def _check_twice(said: Iterable[tuple[int, str]], note: Note, plain: Callable[[str], str] = folded) -> None:
    cure = "Löschen oder ändern Sie die Wiederholung."
    if plain is folded:
        cure += " Große Buchstaben, ß und Umlaute machen hier keinen Unterschied."
    seen: set[str] = set()
    for line, text in said:
        if text and plain(text) in seen:
            note(
                "frage-zweimal",
                f"„{text}“ steht schon weiter oben.",
                cure,
                line,
            )
        seen.add(plain(text))


def _check_feedback(entry: Entry, note: Note) -> None:
    if not entry.feedback:
        note(
            "frage-rueckmeldung",
            f"Die Antwort „{entry.text}“ hat keine Rückmeldung.",
            "Schreiben Sie darunter eingerückt `> ` und einen Satz, der weiterhilft.",
            entry.line,
        )


def _check_silent(entries: Iterable[Entry], note: Note) -> None:
    for entry in entries:
        if entry.feedback:
            note(
                "frage-zeile",
                "Zu dieser Antwort kann keine Rückmeldung gezeigt werden.",
                "Schreiben Sie den Text unter eine Zeile `Erklärung:`.",
                entry.feedback_line,
            )


def _same(text: str) -> str:
    return " ".join(text.split())


def _choice(lines: list[Line], note: Note, *, single: bool) -> Choice | None:
    entries = _entries(lines, _DASH, note)
    _check_count(entries, 2, note)
    ticks = [_tick(entry, note) for entry in entries]
    _check_texts(entries, note)
    _check_twice(((entry.line, entry.text) for entry in entries), note, _same)
    right = [entry.line for entry, tick in zip(entries, ticks, strict=True) if tick]
    if not entries or None in ticks:
        return None
    if single and len(right) != 1:
        note(
            "frage-eine-richtig",
            f"{len(right)} Antworten sind als richtig angekreuzt, bei `single` ist es genau eine.",
            "Kreuzen Sie genau eine Antwort mit `[x]` an, oder schreiben Sie `:type: multiple`.",
            right[1] if right else 0,
        )
    elif not right:
        note(
            "frage-keine-richtig",
            "Keine Antwort ist als richtig angekreuzt.",
            "Kreuzen Sie die richtigen mit `[x]` an.",
        )
    options = (
        Option(text=entry.text, right=bool(tick), feedback=entry.feedback)
        for entry, tick in zip(entries, ticks, strict=True)
    )
    return Choice(options=tuple(options), single=single)


def _tick(entry: Entry, note: Note) -> bool | None:
    """Whether an entry is ticked as right, which is taken off its text; None when it does not say."""
    found = _TICK.match(entry.text)
    if not found:
        note(
            "frage-kreuz",
            "Diese Antwort sagt nicht, ob sie richtig ist.",
            "Sie beginnt mit `- [x]`, wenn sie richtig ist, und sonst mit `- [ ]`.",
            entry.line,
        )
        return None
    entry.text = (found[2] or "").strip()
    right = bool(found[1].strip())
    if not right:
        _check_feedback(entry, note)
    if _CATCH_ALL.fullmatch(_same(entry.text).lower().strip(" .!")):
        note(
            "frage-alle-genannten",
            f"Die Antwort „{entry.text}“ fasst die anderen zusammen.",
            "Nennen Sie eine eigene Möglichkeit. Sind mehrere Antworten richtig, hilft `:type: multiple`.",
            entry.line,
        )
    return right


def _single(lines: list[Line], unit: str, note: Note) -> QuizBody | None:
    return _choice(lines, note, single=True)


def _multiple(lines: list[Line], unit: str, note: Note) -> QuizBody | None:
    return _choice(lines, note, single=False)


def _decision(lines: list[Line], unit: str, note: Note) -> QuizBody | None:
    entries = _entries(lines, _DASH, note)
    _check_count(entries, 2, note)
    _check_texts(entries, note)
    _check_twice(((entry.line, entry.text) for entry in entries), note, _same)
    for entry in entries:
        _check_feedback(entry, note)
    return Decision(options=tuple(Option(text=one.text, right=False, feedback=one.feedback) for one in entries))


def _typed(lines: list[Line], note: Note) -> tuple[list[Entry], list[Entry]]:
    """What is right, and the slips."""
    entries = _entries(lines, _TYPED, note)
    _check_texts(entries, note)
    right = [entry for entry in entries if entry.mark == "="]
    slips = [entry for entry in entries if entry.mark == "-"]
    _check_silent(right, note)
    for slip in slips:
        _check_feedback(slip, note)
    if not right:
        note(
            "frage-antworten",
            "Die richtige Antwort fehlt.",
            "Schreiben Sie sie in eine Zeile, die mit `= ` beginnt.",
            slips[0].line if slips else 0,
        )
    return right, slips


def _note_right(slip: Entry, note: Note) -> None:
    note(
        "frage-fehler-richtig",
        f"„{slip.text}“ steht als falsche Antwort da, gilt aber als richtig.",
        "Ändern oder löschen Sie die Zeile.",
        slip.line,
    )


def _number(lines: list[Line], unit: str, note: Note) -> QuizBody | None:
    right, slips = _typed(lines, note)
    for extra in right[1:]:
        note(
            "frage-zahl",
            "Es gibt mehr als eine richtige Zahl.",
            "Lassen Sie nur eine Zeile mit `= ` stehen.",
            extra.line,
        )
    if not right:
        return None
    text, _, near = right[0].text.partition("±")
    value = _value(text, right[0].line, note)
    tolerance = _value(near, right[0].line, note) if "±" in right[0].text else 0
    values = [_value(slip.text, slip.line, note) for slip in slips]
    if value is None or tolerance is None:
        return None
    if tolerance < 0:
        note("frage-zahl", "Die Abweichung ist negativ.", "Schreiben Sie hinter ± eine Zahl ab 0.", right[0].line)
    for slip, wrong in zip(slips, values, strict=True):
        if wrong is not None and same_number(wrong, value, tolerance):
            _note_right(slip, note)
    _check_twice(((slip.line, slip.text) for slip in slips), note, _same_value)
    return Number(
        value=value,
        tolerance=tolerance,
        unit=unit,
        slips=tuple(Slip(answer=slip.text, feedback=slip.feedback) for slip in slips),
    )


def _same_value(text: str) -> str:
    value = read_number(text)
    return text if value is None else str(value)


def _value(text: str, line: int, note: Note) -> float | None:
    value = read_number(text)
    if value is None and text.strip():
        note("frage-zahl", f"„{text.strip()}“ ist keine Zahl.", "Schreiben Sie Zahlen so: `62,5` oder `1.234`.", line)
    elif value is None:
        note("frage-zahl", "Hier fehlt eine Zahl.", "Schreiben Sie zum Beispiel `= 62,5 ± 0,5`.", line)
    return value


def _short_text(lines: list[Line], unit: str, note: Note) -> QuizBody | None:
    right, slips = _typed(lines, note)
    accepted = {folded(entry.text) for entry in right}
    _check_twice(((entry.line, entry.text) for entry in right), note)
    _check_twice(((slip.line, slip.text) for slip in slips), note)
    for slip in slips:
        if folded(slip.text) in accepted:
            _note_right(slip, note)
    return ShortText(
        accepted=tuple(entry.text for entry in right),
        slips=tuple(Slip(answer=slip.text, feedback=slip.feedback) for slip in slips),
    )


def _order(lines: list[Line], unit: str, note: Note) -> QuizBody | None:
    entries = _entries(lines, _STEP, note)
    _check_count(entries, 3, note)
    _check_texts(entries, note)
    _check_silent(entries, note)
    _check_twice(((entry.line, entry.text) for entry in entries), note, _same)
    return Order(steps=tuple(entry.text for entry in entries))


def _pairs(lines: list[Line], unit: str, note: Note) -> QuizBody | None:
    entries = _entries(lines, _DASH, note)
    _check_count(entries, 2, note)
    _check_texts(entries, note)
    _check_silent(entries, note)
    pairs: list[tuple[str, str]] = []
    for entry in entries:
        left, mark, right = (part.strip() for part in entry.text.partition("::"))
        pairs.append((left, right))
        if not (left and mark and right) or "::" in right:
            note(
                "frage-paar",
                "Diese Zeile ist kein Paar.",
                "Schreiben Sie links, dann ` :: `, dann was dazugehört: `- links :: rechts`.",
                entry.line,
            )
    for side in (0, 1):
        _check_twice(((entry.line, pair[side]) for entry, pair in zip(entries, pairs, strict=True)), note, _same)
    return Pairs(pairs=tuple(pairs))


def _gaps(lines: list[Line], unit: str, note: Note) -> QuizBody | None:
    if not lines:
        note("frage-antworten", "Der Lückentext fehlt.", "Schreiben Sie eine Lücke als `{{richtig|auch richtig}}`.")
    parts: list[str | tuple[str, ...]] = []
    text, space = "", ""
    for number, line in lines:
        text += space if line.strip() else ""
        space = " " if line.strip() else "\n\n" if text or parts else ""
        pieces = _GAP.split(line.strip())
        _check_plain(line, number, note)
        for place, piece in enumerate(pieces):
            if place % 2 == 0:
                text += piece
                continue
            _check_code(text, number, note)
            parts += [text, _variants(piece, number, note)]
            text = ""
        _check_braces(pieces[::2], number, note)
    _check_code(text, lines[-1][0] if lines else 0, note)
    return Gaps(parts=tuple(part for part in (*parts, text.rstrip()) if part))


def _variants(piece: str, line: int, note: Note) -> tuple[str, ...]:
    variants = tuple(variant.strip() for variant in piece.split("|"))
    if not all(variants):
        note("frage-luecke", "In dieser Lücke fehlt eine Antwort.", "Schreiben Sie `{{richtig|auch richtig}}`.", line)
    else:
        _check_twice(((line, variant) for variant in variants), note)
    return variants


def _check_braces(texts: list[str], line: int, note: Note) -> None:
    if any("{{" in text or "}}" in text for text in texts):
        note(
            "frage-luecke",
            "Eine Lücke ist nicht richtig geschrieben.",
            "Sie beginnt mit `{{`, endet mit `}}` in derselben Zeile und enthält keine weiteren Klammern.",
            line,
        )


def _check_code(text: str, line: int, note: Note) -> None:
    if text.count("`") % 2:
        note(
            "frage-luecke",
            "Eine Lücke steht im Code.",
            "Schließen Sie den Code vor der Lücke, und öffnen Sie ihn danach wieder: `` `pd.`{{read_csv}}`()` ``.",
            line,
        )


BODIES: dict[str, Callable[[list[Line], str, Note], QuizBody | None]] = {
    "single": _single,
    "multiple": _multiple,
    "number": _number,
    "text": _short_text,
    "order": _order,
    "pairs": _pairs,
    "gaps": _gaps,
    "decision": _decision,
}
