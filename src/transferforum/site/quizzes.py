# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The HTML of questions: readable as it is, and the contract with `web/` that makes it live.

`tests/contract/quiz.json` holds what the page's script gets of each kind.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from html import escape
from typing import Any

from ..content.answers import read_number
from ..model import Choice, Decision, Forum, Gaps, Number, Option, Order, Pairs, Quiz, QuizBody, ShortText, Slip
from .html import inline

_BLANK = '<span class="forum-quiz__blank" role="img" aria-label="Lücke">____</span>'


def on_page(forum: Forum, docname: str, id: str) -> Quiz | None:
    """The question with this id in a lesson, or in an example on another page."""
    page = forum.lesson(docname) or forum.page(docname)
    return next((quiz for quiz in page.quizzes if quiz.id == id), None) if page else None


def anchor(quiz: str) -> str:
    """The anchor of a question on its page; permanent."""
    return f"frage-{quiz}"


def quiz_config(quiz: Quiz) -> dict[str, Any]:
    """What the page's script knows of a question."""
    kind, values = _config(quiz.id, quiz.body)
    return {"id": quiz.id, "kind": kind, "series": quiz.series, **values}


def _config(id: str, body: QuizBody) -> tuple[str, dict[str, Any]]:
    match body:
        case Choice(options=options, single=single):
            listed = [{"text": one.text, "right": one.right, "feedback": one.feedback} for one in options]
            return "single" if single else "multiple", {"options": listed}
        case Decision(options=options):
            return "decision", {"options": [{"text": one.text, "feedback": one.feedback} for one in options]}
        case Number(value=value, tolerance=tolerance, unit=unit, slips=slips):
            wrong = [{"value": read_number(slip.answer), "feedback": slip.feedback} for slip in slips]
            return "number", {"value": value, "tolerance": tolerance, "unit": unit, "slips": wrong}
        case ShortText(accepted=accepted, slips=slips):
            said = [{"text": slip.answer, "feedback": slip.feedback} for slip in slips]
            return "text", {"accepted": list(accepted), "slips": said}
        case Order(steps=steps):
            return "order", {"steps": list(steps), "shown": shuffled(id, len(steps))}
        case Pairs(pairs=pairs):
            lefts, rights = ([pair[side] for pair in pairs] for side in (0, 1))
            return "pairs", {"lefts": lefts, "rights": rights, "shown": shuffled(id, len(pairs))}
        case Gaps(parts=parts):
            return "gaps", {"parts": [part if isinstance(part, str) else list(part) for part in parts]}


def shuffled(id: str, count: int) -> list[int]:
    """The numbers below `count` in an order that belongs to the id, and never in their own."""
    order = sorted(range(count), key=lambda place: hashlib.sha256(f"{id} {place}".encode()).hexdigest())
    return [*order[1:], order[0]] if order == sorted(order) else order


def start(quiz: Quiz, level: int) -> str:
    """The beginning of a question, up to its text; `level` is that of its heading."""
    config = escape(json.dumps(quiz_config(quiz), ensure_ascii=False, sort_keys=True))
    title = "Entscheidung" if isinstance(quiz.body, Decision) else "Frage"
    level = min(level, 6)
    return (
        f'<forum-quiz id="{anchor(quiz.id)}" data-quiz="{quiz.id}" data-config="{config}">\n'
        f'<h{level} class="forum-quiz__title">{title}</h{level}>\n'
        '<div class="forum-quiz__prompt">\n'
    )


def answer_start(quiz: Quiz) -> str:
    """What can be answered and the answer, up to the explanation."""
    summary = "Folgen zeigen" if isinstance(quiz.body, Decision) else "Antwort zeigen"
    explanation = '<div class="forum-quiz__explanation">\n' if quiz.explanation else ""
    return (
        f'<div class="forum-quiz__static">\n{_asked(quiz)}'
        f'<details class="forum-quiz__answer"><summary>{summary}</summary>\n{_answer(quiz.body)}{explanation}'
    )


def answer_end(quiz: Quiz) -> str:
    """What closes the explanation and all around it, but for the question itself."""
    return ("</div>\n" if quiz.explanation else "") + "</details>\n</div>\n"


def _asked(quiz: Quiz) -> str:
    """What there is to choose from, or where something is to be filled in."""
    match quiz.body:
        case Choice(options=options) | Decision(options=options):
            return _list(inline(one.text) for one in options)
        case Number(unit=unit):
            return f"<p>{_BLANK} {escape(unit)}".rstrip() + "</p>\n"
        case ShortText():
            return f"<p>{_BLANK}</p>\n"
        case Order(steps=steps):
            return _list(inline(steps[place]) for place in shuffled(quiz.id, len(steps)))
        case Pairs(pairs=pairs):
            lefts = _list(inline(left) for left, _ in pairs)
            rights = _list(inline(pairs[place][1]) for place in shuffled(quiz.id, len(pairs)))
            return f"{lefts}<p>Dazu gehört jeweils eines davon:</p>\n{rights}"
        case Gaps():
            return _gap_text(quiz.body, _BLANK)


def _answer(body: QuizBody) -> str:
    match body:
        case Choice(options=options):
            return _list(_judged(one) for one in options)
        case Decision(options=options):
            return _list(f"<strong>{inline(one.text)}</strong>: {inline(one.feedback)}" for one in options)
        case Number(value=value, tolerance=tolerance, unit=unit, slips=slips):
            near = f" (erlaubte Abweichung: {german(tolerance)})" if tolerance else ""
            return f"<p>Richtig ist {german(value)} {escape(unit)}".rstrip() + f"{near}.</p>\n{_slips(slips)}"
        case ShortText(accepted=accepted, slips=slips):
            return f"<p>Richtig ist: {' oder '.join(inline(one) for one in accepted)}</p>\n{_slips(slips)}"
        case Order(steps=steps):
            return _list((inline(step) for step in steps), "ol")
        case Pairs(pairs=pairs):
            return _list(f"{inline(left)} – {inline(right)}" for left, right in pairs)
        case Gaps():
            return _gap_text(body)


def _judged(option: Option) -> str:
    verdict = "Richtig" if option.right else "Falsch"
    feedback = f" – {inline(option.feedback)}" if option.feedback else ""
    return f"<strong>{verdict}:</strong> {inline(option.text)}{feedback}"


def _slips(slips: Iterable[Slip]) -> str:
    listed = [f"<strong>Falsch:</strong> {inline(slip.answer)} – {inline(slip.feedback)}" for slip in slips]
    return _list(listed) if listed else ""


def _gap_text(body: Gaps, blank: str = "") -> str:
    """The text with `blank` in each gap, or with what belongs there."""
    shown = "".join(
        inline(part)
        if isinstance(part, str)
        else blank or f"<strong>{' / '.join(escape(one) for one in part)}</strong>"
        for part in body.parts
    )
    return "".join(f"<p>{paragraph}</p>\n" for paragraph in shown.split("\n\n"))


def _list(items: Iterable[str], kind: str = "ul") -> str:
    return f"<{kind}>\n" + "".join(f"<li>{item}</li>\n" for item in items) + f"</{kind}>\n"


def german(value: float) -> str:
    """A number as it is written in German."""
    whole, point, rest = f"{value:,.10f}".rstrip("0").partition(".")
    return whole.replace(",", ".") + ("," if point and rest else "") + rest
