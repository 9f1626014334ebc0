# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cures that problems print are carried out word by word on bad content, and then the checks pass.

Each case of the corpus stands in one of two tables: `DONE` has the changes that the cures ask for; `JUDGED` says of
the others, where a cure leaves to the author what to write, whether following it would do, and why. Goal: of all
faults in the corpora, the cures of at least 95 % work.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CORPUS, overlay

from transferforum import checks, cli
from transferforum.content import load

GOAL = 0.95
COURSE, LESSON, SECOND = "courses/probe/course.toml", "courses/probe/erste.md", "courses/probe/zweite.md"
EXERCISE, MISTAKES = "exercises/summe/exercise.md", "exercises/summe/mistakes"
JUPYTEXT = "jupytext: {text_representation: {extension: .md, format_name: myst}}"
KNOW_HOW, EVIDENCE = "docs/wissen/probe.md", "docs/anleitung/evidence.toml"
WORKSHOP = "docs/workshops/probe.md"
PLACED = "```{exercise} summe\n```\n"
FEEDBACK = "  > Das hilft weiter.\n"
MISTAKE = "# Fehler: eine andere Vorstellung.\n# Rückmeldung: Das ist etwas anderes.\nsumme = -5\n"

Change = tuple[str, str, str]
"""File, pattern (lines are lines), what takes its place. An empty pattern: the file is written. `FIX`: see below."""
FIX: Change = ("", "", "forum check --fix")
GOOD: str = "the file as in the sound forum"

DONE: dict[str, list[Change]] = {
    "angabe-adresse": [
        ("forum.toml", r'"lernen\.nirgendau\.test"', '"https://lernen.example.de/"'),
        ("forum.toml", r'"impressum\.html"', '"https://lernen.example.de/"'),
        ("forum.toml", r'"Durchsetzungsstelle"', '["Durchsetzungsstelle"]'),
    ],
    "angabe-alle-auf-einmal": [(COURSE, '^version = .*', 'version = "1.0.0"'), (COURSE, '"Anfang"', '"Einstieg"')],
    "angabe-art": [(LESSON, "fünf", "5")],
    "angabe-datum": [(COURSE, '"22.11.2026"', '"2026-11-22"')],
    "angabe-datum-als-text": [(LESSON, "title: 2026-11-22", 'title: "2026-11-22"')],
    "angabe-fehlt": [(COURSE, r"\A", 'version = "1.0.0"\n')],
    "angabe-form": [(COURSE, "^version = .*", 'version = "1.0.0"')],
    "angabe-unbekannt": [(COURSE, "^minuten.*\n", "")],
    "angabe-wert": [(COURSE, '"Anfang"', '"Einstieg"')],
    "ausnahme": [FIX],
    "begriff-doppelt": [("glossary.toml", r'variants = \["feld"\]\n', "")],
    "begriff-kennung": [("glossary.toml", '"zelle"\nterm = "Kasten"', '"kasten"\nterm = "Kasten"')],
    "begriff-unbekannt": [
        ("glossary.toml", r"\Z", '\n[[terms]]\nid = "dose"\nterm = "Kasten"\ndefinition = "Ein Kasten."\n')
    ],
    "bereich-doppelt": [("competences.toml", r'(?s)(.*)"probe"', r'\1"leere"')],
    "bereich-unbekannt": [
        (COURSE, '  "gibt-es-nicht",\n', '  "leere",\n'),
        (KNOW_HOW, "fehlt", "leere"),
        ("municipalities.toml", '"fehlt"', '"leere"'),
    ],
    "bescheinigung-angaben": [(COURSE, "^pruefungen.*", "quizzes = 0.5")],
    "bescheinigung-wert": [(COURSE, "1.5", "1"), (COURSE, '"alle"', "0.5"), (COURSE, "nan", "0.5")],
    "beweis-doppelt": [(EVIDENCE, '(?s)(.*)"einmal"', r'\1"zweimal"')],
    "beweis-unbekannt": [
        (EVIDENCE, "test_ander\"", 'test_anders"'),
        (EVIDENCE, 'probe.js::etwas"', 'probe.js::etwas stimmt"'),
        (EVIDENCE, "fehlt.py", "probe.py"),
    ],
    "bild-fehlt": [("courses/probe/plan.svg", "", "<svg/>\n"), (LESSON, r"\.\./plan", "plan")],
    "bild-fremd": [("courses/probe/plan.svg", "", "<svg/>\n"), (LESSON, "https://example.org/plan.svg", "plan.svg")],
    "datei-fehlt-kurs": [(COURSE, "", GOOD)],
    "datei-fehlt-lektion": [(SECOND, "", GOOD)],
    "datei-fehlt-einstellungen": [("forum.toml", "", GOOD)],
    "datei-leer": [(LESSON, "", GOOD)],
    "datei-kodierung": [(LESSON, "", GOOD)],
    "daten-eigene-fehlt": [(EXERCISE, "gibtesnicht.csv", "zahlen.csv")],
    "daten-eigene-form": [(EXERCISE, "generate.py", "zahlen.csv")],
    "daten-herkunft": [("exercises/summe/data/liste.csv", "", "zahl\n1\n"), ("exercises/summe/liste.csv", "", "")],
    "daten-generator": [("exercises/summe/data/generate.py", "^STARTWERT", "SEED")],
    "daten-synthetisch": [("exercises/summe/data/generate.py", '"""Zahlen', '"""synthetisch: Zahlen')],
    "fakt-doppelt": [
        ("facts.toml", '(?s)(.*\\[\\[sources\\]\\]\nid = )"meldung"', r'\1"aushang"'),
        ("facts.toml", '(?s)(.*)"probe-seit"', r'\1"probe-geld"'),
    ],
    "fakt-unbekannt": [
        (LESSON, "fehlt-auch", "probe-seit"),
        (KNOW_HOW, "`fehlt`", "`probe-seit`"),
        ("municipalities.toml", '"fehlt"', '"probe-leitung"'),
    ],
    "fehler-fester-wert": [(f"{MISTAKES}/fester-wert.py", "", MISTAKE)],
    "fehler-kopf": [(f"{MISTAKES}/gezaehlt.py", "^# Sie", "# Rückmeldung: Sie")],
    "fehler-zu-wenige": [(f"{MISTAKES}/neue.py", "", MISTAKE)],
    "frage-alle-genannten": [
        (LESSON, rf"^- \[ \] {words}$", f"- [ ] Möglichkeit {number}")
        for number, words in enumerate(
            (
                "alle genannten",
                r"Alle der genannten\.",
                "keine der genannten",
                "Keines der oben Genannten",
                "nichts davon",
                "alle Antworten sind richtig",
            )
        )
    ],
    "frage-angabe": [
        (LESSON, "^:(punkte|series|objectives|aliases|unit):.*\n", ""),
        (LESSON, r"(fuenf\n):type.*\n", r"\1"),
    ],
    "frage-art": [
        (LESSON, "{quiz} ohne-art\n", "{quiz} ohne-art\n:type: single\n"),
        (LESSON, ":type: radio", ":type: single"),
        (LESSON, ":type: decision\nStimmt das\\?\n\n- ja\n  > Gut", ":type: single\nStimmt das?\n\n- [x] ja\n  > Gut"),
        (LESSON, "^- nein\n  > Auch gut", "- [ ] nein\n  > Auch gut"),
    ],
    "frage-auszeichnung": [
        (LESSON, r"\*\*ja\*\*", "ja"),
        (LESSON, r"\[hier\]\(x\.md\)", "hier"),
        (LESSON, "`nein$", "`nein`"),
        (LESSON, r"\*\*Angabe\*\*", "Angabe"),
    ],
    "frage-doppelt": [
        (LESSON, "(?s)(.*){quiz} einmal", r"\1{quiz} zweimal"),
        (LESSON, "{quiz} summe-von", "{quiz} summe-anders"),
    ],
    "frage-eine-richtig": [
        (LESSON, r"- \[ \] ja\n  > Nein", "- [x] ja\n  > Nein"),
        (LESSON, "(beide\n):type: single", r"\1:type: multiple"),
    ],
    "frage-ende": [(LESSON, r"\s*\Z", "\n```\n")],
    "frage-fehler-richtig": [(LESSON, "^- 63,0\n.*\n", ""), (LESSON, "^- STRASSE\n.*\n", "")],
    "frage-keine-richtig": [(LESSON, r"- \[ \] ja", "- [x] ja")],
    "frage-kennung": [
        (LESSON, "{quiz}$", "{quiz} trennzeichen"),
        (LESSON, "Große Frage", "grosse-frage"),
        (LESSON, "{decision}$", "{decision} trennzeichen-zwei"),
    ],
    "frage-kreuz": [(LESSON, "^- ja", "- [x] ja"), (LESSON, r"^- \[z\]", "- [ ]")],
    "frage-leer": [(LESSON, r"^- \[x\]$", "- [x] ja"), (LESSON, "^2\\.\n", ""), (LESSON, "^=\n", "")],
    "frage-luecke": [
        (LESSON, "{{}}", "{{richtig|auch richtig}}"),
        (LESSON, r"{{a\|}}", "{{richtig|auch richtig}}"),
        (LESSON, r"Offen {{a\.", "Offen {{a}}."),
        (LESSON, r"^Zu }}\.", "Zu {{a}}."),
        (LESSON, r"`pd\.{{read}}\(\)`", "`pd.`{{read}}`()`"),
    ],
    "frage-paar": [(LESSON, "c : d", "c :: d"), (LESSON, "e ::$", "e :: x"), (LESSON, "f :: g :: h", "f :: g")],
    "frage-rueckmeldung": [
        (LESSON, f"^({words})\n", rf"\1\n{FEEDBACK}")
        for words in (r"- \[ \] nein", "- 6", "- Punkt", "- handeln")
    ],
    "frage-zeile": [
        (LESSON, "\nNoch ein Satz", "\nErklärung:\nNoch ein Satz"),
        (LESSON, "^1\\. lesen\n  > Genau.\n", "1. lesen\n"),
        (LESSON, "3\\. prüfen\n", "3. prüfen\n\nErklärung:\nGenau.\n"),
        (LESSON, "^-6\n  > Nein.\n", "\nErklärung:\nNein.\n"),
        (LESSON, "^= Komma\n  > Genau.\n", "= Komma\n\nErklärung:\nGenau.\n"),
        (LESSON, r"^  Sicher\.$", "  > Sicher."),
    ],
    "frage-zahl": [
        (LESSON, "fünf", "62,5"),
        (LESSON, r"1,234\.5", "1.234"),
        (LESSON, "± etwa", "± 0,5"),
        (LESSON, "= 5 ±$", "= 62,5 ± 0,5"),
        (LESSON, "± -1", "± 0"),
        (LESSON, "- sechs", "- 62,5"),
        (LESSON, "^= 6\n", ""),
    ],
    "frage-zweimal": [
        (LESSON, r"^- \[ \] ja\n", "- [ ] nein\n"),
        (LESSON, "^- 6,0\n.*\n", ""),
        (LESSON, "^= GRUEN\n", ""),
        (LESSON, "^- strasse\n.*\n", ""),
        (LESSON, "^3. lesen", "3. prüfen"),
        (LESSON, "^- a :: c\n", "- x :: c\n"),
        (LESSON, "^- d :: c\n", "- d :: e\n"),
        (LESSON, r"\|Gruen", ""),
        (LESSON, "^- warten\n  > Schlecht.\n", "- handeln\n  > Schlecht.\n"),
    ],
    "id-entfallen": [("ids.txt", r"(?m)^\S+\t(frueher|verschwunden|alt|altkurs|probe/dritte|differenz)\b.*\n", "")],
    "id-ordner": [(EXERCISE, "id: summen", "id: summe")],
    "id-vergeben": [(LESSON, "\\[zwei\\]", "[ganz-frueher]"), (LESSON, r"\[frueher, noch", "[noch")],
    "kommune-angabe": [
        ("municipalities.toml", r"facts = \[\]", 'facts = ["probe-leitung"]'),
        ("municipalities.toml", '"Kreis"', '"Landkreis"'),
        ("municipalities.toml", "^namen", "names"),
    ],
    "kommune-doppelt": [("municipalities.toml", '(?s)(.*)"probestadt"', r'\1"probedorf"')],
    "kommune-unbekannt": [(KNOW_HOW, "- fehlt", "- probedorf")],
    "kompetenz-unbekannt": [(COURSE, "1\\.4", "1.3")],
    "kopf-form": [(LESSON, r"\[Erste", "Erste Lektion")],
    "kopf-jupytext": [(LESSON, "^---\nkernel", f"---\n{JUPYTEXT}\nkernel")],
    "kurs-beendet": [
        ("courses/aelter/course.toml", 'successor = "alt"', 'successor = "probe"'),
        (KNOW_HOW, ", alt", ""),
        ("docs/workshops/rechnen.md", r"\[alt\]", "[probe]"),
        ("paths.toml", ', "alt"', ""),
        ("self-check.toml", '"alt/frueher"', '"probe/erste"'),
    ],
    "kurs-unbekannt": [(EXERCISE, "proben", "probe")],
    "link-unbekannt": [
        (LESSON, r"zweit\.md", "zweite.md"),
        (LESSON, r"\(\.\./wissen/probe\.md", "(../../docs/wissen/probe.md"),
        (LESSON, r"\[(Neue Seite|Kompetenz Lesen|Marke im Text)\]\([^)]*\)", r"\1"),
    ],
    "lektion-verwaist": [("courses/probe/dritte.md", "", "")],
    "lernweg-angabe": [("paths.toml", "^title = \"Ein Weg\"\nsummary", 'title = "Ein Weg"\nrole = "Fachamt"\nsummary')],
    "lernweg-doppelt": [("paths.toml", '(?s)(.*)"amt"', r'\1"zwei"')],
    "lernweg-kurs": [("paths.toml", "gibtesnicht", "probe"), ("paths.toml", '"probe", "probe"', '"probe"')],
    "lernziel-offen": [(COURSE, 'id = "lesen"\ntext = "Sie lesen."\n\n\\[\\[objectives\\]\\]\n', "")],
    "lernziel-unbekannt": [(LESSON, "rechnen, lesen", "rechnen")],
    "lernziel-unbekannt-frage": [(LESSON, "rechnen, raten", "rechnen")],
    "notebook-form": [(EXERCISE, r"^\+\+\+.*$", '+++ {"tags": ["hint"]}')],
    "pakete-fehlen": [FIX],
    "pakete-ungenutzt": [FIX],
    "paket-fremd": [
        (EXERCISE, "import seaborn\n", ""),
        (LESSON, "import requests\n", ""),
        ("exercises/summe/check.py", "import scipy.stats\n", ""),
    ],
    "personenbezug": [
        (LESSON, "DE89", "DE00"),
        (LESSON, "amt@rathaus.de", "amt@beispielstadt.example"),
        (LESSON, r"06403 123456|\+49 641 123456|01761234567", "069 90009123"),
        (LESSON, r"geb\. 1\.2\.1980|Geburtsdatum: 1980-02-01", "geboren 1980"),
        ("courses/probe/data/zahlen.csv", "GB82 WEST 1234 5698 7654 32", "-"),
    ],
    "pruefdatum": [(COURSE, "^review.*", "review = 2027-11-22")],
    "pruefung-fehlt": [("exercises/summe/check.py", "", "def check(run):\n    return []\n")],
    "pruefung-form": [("exercises/summe/check.py", "def pruefe", "def check")],
    "python-form": [("exercises/summe/check.py", r"\(\(", "(")],
    "quelle-unbekannt": [(KNOW_HOW, "verschollen", "aushang"), ("facts.toml", "verschollen", "aushang")],
    "selbstcheck-angabe": [("self-check.toml", "points = 3", "points = 2")],
    "selbstcheck-punkte": [("self-check.toml", '"Ja.", points = 0', '"Ja.", points = 2')],
    "selbstcheck-vorschlag": [("self-check.toml", "probe/dritte", "probe/erste")],
    "tipp-fehlt": [(EXERCISE, "(?s)(.*)```{code-cell}", '\\1+++ {"tags": ["hint"]}\n\nEin Tipp.\n\n```{code-cell}')],
    "toml-form": [(COURSE, '^title = "Probe$', 'title = "Probe"')],
    "uebung-unbekannt": [(SECOND, "sume", "summe")],
    "wissen-angabe": [
        (KNOW_HOW, "kind: Roman\n", "kind: Überblick\n  summary: Es geht um das Vorhaben.\n"),
        (KNOW_HOW, "  autor.*\n", ""),
    ],
    "wissen-kurs": [(KNOW_HOW, r"\[fehlt\]", "[probe]")],
    "wissen-titel": [(KNOW_HOW, "^Das Vorhaben Probe$", "# Das Vorhaben Probe")],
    "workshop-angabe": [
        (WORKSHOP, "minutes: 5", "minutes: 30"),
        (WORKSHOP, "im Garten", "im Raum"),
        (WORKSHOP, "^  stand", "  materials: [Karten]\n  stand"),
    ],
    "workshop-kurs": [(WORKSHOP, r"\[fehlt\]", "[probe]"), (WORKSHOP, "^Hier", "# Titel der Seite\n\nHier")],
    "wortliste": [FIX],
    "zelle-rolle": [(EXERCISE, "python\nzeilen", "python\n:tags: [setup]\nzeilen")],
    "zelle-solution": [(EXERCISE, r":tags: \[solution\]\nsumme = \.\.\.", ":tags: [start]\nsumme = ...")],
    "zelle-start": [(EXERCISE, r":tags: \[setup\]\nsumme", ":tags: [start]\nsumme")],
}  # fmt: skip

JUDGED: dict[str, tuple[bool, str]] = {
    "kopf-workshop": (True, "Names the part and its keys, as with know-how."),
    "beweis-form": (True, "Names the form of each key; which test proves a statement only the author knows."),
    "fakt-angabe": (True, "Form of a date, missing key and known keys are all named."),
    "fakten": (True, "The excuse that the cure names always works; whether a fact says the same only people know."),
    "frage-alles-auf-einmal": (True, "Each fault is one of the other cases about questions."),
    "frage-antworten": (True, "Adding answers; the signs are in the guide that is named."),
    "frage-text": (True, "Says where the text goes and what stands before a text with gaps."),
    "frage-verschachtelt": (True, "Without indentation and with three backticks it is read."),
    "id-adresse": (False, "Only the code behind addresses can bring an old one back, unless a file was moved."),
    "id-doppelt": (True, "Another id; that the folder must have its name is told at once, too."),
    "kopf-fehlt": (True, "Two lines `---`; which keys are missing is told next."),
    "kopf-lektion": (True, "Names the section and its keys."),
    "kopf-uebung": (True, "Names the section; keys that are missing are told next."),
    "kopf-wissen": (True, "Names the section; keys that are missing are told next."),
    "lesbarkeit": (True, "Shorter sentences and words are what the formulas measure."),
    "rechtschreibung": (True, "A word in the list is accepted: tests/checks/test_spelling.py."),
    "rueckmeldung-gleich": (True, "Another feedback in `check.py`, and the recorded one with it."),
    "satz-lang": (True, "Two sentences are shorter than one."),
    "tipp-verraet": (True, "Any hint without the line of the solution is accepted."),
    "abkuerzung": (True, "Written out, it is explained."),
    "begriff-vermeiden": (True, "Names the word to write."),
    "bild-alt": (True, "Any sentence is accepted; the form is shown."),
    "code-breit": (True, "A shorter line is what is measured."),
    "farbe": (True, "Names what to add, with an example."),
    "gendern": (True, "Both forms are accepted in every setting but one."),
    "lernziel-ungeuebt": (True, "Names where the objective may stand."),
    "link-text": (True, "Names the goal, with an example."),
    "link-ziel": (True, "An address is accepted."),
    "minuten": (True, "Tells from where to where the figure passes."),
    "recht-alt": (True, "A new month is accepted; whether the law is still so, people know."),
    "recht-stand": (True, "Gives the sentence to write."),
    "tabelle-kopf": (True, "Any heading of a column is accepted."),
    "ueberschrift-eine": (True, "Tells the signs to write."),
    "ueberschrift-fehlt": (True, "Shows the line to write."),
    "ueberschrift-stufe": (True, "Tells how many signs."),
    "ueberschrift-titel": (True, "The same words at both places are accepted."),
    "uebung-lernziel": (True, "Names the head to complete."),
    "uebung-lernziel-nirgends": (True, "Gives the line to write."),
    "wortwahl": (True, "Names the word, or says to strike it."),
}

CASES = sorted(case for case in (CORPUS / "bad").iterdir())


def faults_of(case: Path) -> int:
    """How many faults a case has."""
    return len((case / "expected.txt").read_text(encoding="utf-8").splitlines())


def carry_out(change: Change, root: Path) -> None:
    """Do what a cure says."""
    name, pattern, text = change
    path = root / name
    if change is FIX:
        cli.main(["--root", str(root), "check", "--fix"])
    elif not pattern and text == GOOD:
        shutil.copyfile(CORPUS / "good" / name, path)
    elif not pattern and text:
        path.write_text(text, encoding="utf-8")
    elif not pattern:
        path.unlink()
    else:
        before = path.read_text(encoding="utf-8")
        after, count = re.subn(pattern, text, before, flags=re.MULTILINE)
        assert count, f"{name}: nothing matches {pattern}"
        path.write_text(after, encoding="utf-8")


@pytest.mark.parametrize("case", [case for case in CASES if case.name in DONE], ids=lambda case: case.name)
def test_the_cure_works(case: Path, tmp_path: Path) -> None:
    overlay(case, tmp_path)
    forum, faults = load(tmp_path)
    told = {*faults, *checks.run(forum)}
    for change in DONE[case.name]:
        carry_out(change, tmp_path)
    forum, faults = load(tmp_path)
    left = {*faults, *checks.run(forum)}
    assert {(one.path, one.code, one.message) for one in left} & {
        (one.path, one.code, one.message) for one in told
    } == set()
    assert not {str(one) for one in left}


def test_every_case_is_carried_out_or_judged() -> None:
    names = {case.name for case in CASES}
    assert names <= DONE.keys() | JUDGED.keys()
    assert not DONE.keys() & JUDGED.keys()


def test_nearly_all_cures_work(record_property: Callable[[str, object], None]) -> None:
    total = sum(map(faults_of, CASES))
    carried_out = sum(faults_of(case) for case in CASES if case.name in DONE)
    judged = sum(faults_of(case) for case in CASES if JUDGED.get(case.name, (False, ""))[0])
    share = (carried_out + judged) / total
    print(f"Cures that work: {share:.1%} of {total} faults; {carried_out} carried out, {judged} judged by reading")
    record_property("cures", f"{share:.3f}")
    assert share >= GOAL
