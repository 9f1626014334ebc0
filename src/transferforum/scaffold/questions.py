# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must be known: taken from options, else asked, else the usual; without a terminal nothing is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Answers = dict[str, tuple[str, ...]]
"""By option; most answers are one text, some are several."""
Given = TypeVar("Given")


class Unfit(Exception):
    """An answer cannot be used; the message says why."""


class WrongCall(Exception):
    """The options do not fit, or too few are given; the message says what to do."""


def _nothing(_: Answers) -> str:
    return ""


def _as_it_is(text: str, _: Answers) -> str:
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that must be known: the option that gives it, and what is asked.

    `check` gives the answer to use, or raises Unfit. With `choices` (value and its name) only these are right, with
    `several` more than one of them. What is not `asked` is the usual unless an option says otherwise. A question makes
    sense only when those that it `needs` are answered.
    """

    option: str
    text: str
    check: Callable[[str, Answers], str] = _as_it_is
    usual: Callable[[Answers], str] = _nothing
    choices: Callable[[Answers], Mapping[str, str]] | None = None
    several: bool = False
    asked: bool = True
    needs: tuple[str, ...] = ()

    def fit(self, text: str, answers: Answers) -> tuple[str, ...]:
        """The answer in a text; raises Unfit."""
        if not text.strip():
            raise Unfit("Hier fehlt noch eine Angabe.")
        parts = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip())) if self.several else ()
        return tuple(dict.fromkeys(self._one(part, answers) for part in parts or (text.strip(),)))

    def _one(self, text: str, answers: Answers) -> str:
        if self.choices is None:
            return self.check(text, answers)
        known = self.choices(answers)
        numbered = dict(enumerate(known, 1))
        if text.isdecimal() and int(text) in numbered:
            return numbered[int(text)]
        for value, name in known.items():
            if text.casefold() in {value.casefold(), name.casefold()}:
                return value
        if text.isdecimal() and numbered:
            raise Unfit(f"Die Nummer {text} gibt es nicht. Möglich sind 1 bis {len(numbered)}.")
        self.check(text, answers)
        raise Unfit(f"„{text}“ steht nicht zur Wahl. Möglich sind: {', '.join(known) or 'noch keine'}.")

    def preset(self, answers: Answers) -> str:
        """The usual answer: the only choice there is, else what `usual` says."""
        known = self.choices(answers) if self.choices else {}
        return next(iter(known)) if len(known) == 1 else self.usual(answers)

    def is_asked(self, answers: Answers) -> bool:
        """Whether there is anything to ask."""
        return self.asked and not (self.choices and len(self.choices(answers)) == 1)


def collect(questions: Sequence[Question], given: Mapping[str, str | None], *, terminal: bool) -> Answers:
    """All answers. Without a terminal, raises WrongCall for all options that are missing or do not fit."""
    answers: Answers = {}
    missing: list[Question] = []
    unfit: list[str] = []
    for question in questions:
        if not set(question.needs) <= answers.keys():
            continue
        option = given.get(question.option)
        try:
            if option is not None:
                answers[question.option] = question.fit(option, answers)
            elif terminal and question.is_asked(answers):
                answers[question.option] = ask(question, answers)
            elif preset := question.preset(answers):
                answers[question.option] = question.fit(preset, answers)
            else:
                missing.append(question)
        except Unfit as reason:
            unfit.append(f"--{question.option}: {reason}")
            if terminal:
                print(unfit.pop())
                answers[question.option] = ask(question, answers)
    if unfit or missing:
        raise WrongCall("\n".join([*unfit, *_missing(missing, answers)]))
    return answers


def _missing(questions: Iterable[Question], answers: Answers) -> list[str]:
    lines = [f"  --{one.option}  {one.text}{_possible(one, answers)}" for one in questions]
    return ["Es fehlen Angaben, und ohne Terminal kann niemand gefragt werden:", *lines] if lines else []


def _possible(question: Question, answers: Answers) -> str:
    known = question.choices(answers) if question.choices else {}
    return f" (möglich: {', '.join(known)})" if known else ""


def ask(question: Question, answers: Answers) -> tuple[str, ...]:
    """The answer that somebody types; the question is repeated, with the reason, until one fits."""
    known = question.choices(answers) if question.choices else {}
    preset = question.preset(answers)
    print()
    for number, (value, name) in enumerate(known.items(), 1):
        print(f"  {number:>2}  {name}" + (f" ({value})" if value != name else ""))
    more = ", mehrere mit Komma" if question.several else ""
    prompt = question.text + (f" (Nummer{more})" if known else "") + (f" [{preset}]" if preset else "") + ": "
    while True:
        try:
            return question.fit(input(prompt).strip() or preset, answers)
        except Unfit as reason:
            print(f"  {reason}")


def confirmed(text: str) -> bool:
    """Whether somebody says yes; Enter does."""
    while True:
        answer = input(f"{text} [J/n]: ").strip().casefold()
        if answer in {"", "j", "ja", "y", "yes"}:
            return True
        if answer in {"n", "nein", "no"}:
            return False
        print("  Bitte antworten Sie mit j oder n.")
