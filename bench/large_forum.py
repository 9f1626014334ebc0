# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of a large forum that does not exist: as long as ours, with as many different words as German has.

Words are drawn by Zipf's law from inflected words and compounds. Of 840,000 words about 40,000 are different, which is
what our own pages give when their growth (2,575 different ones of 18,000, exponent 0.7) is carried on.
"""

from __future__ import annotations

import random
from itertools import accumulate

from transferforum.site.search_index import Document, Section

COURSE_PAGES = 7
_HEADS = """
Genehmigung Antrag Verwaltung Akte Frist Gebühr Satzung Vertrag Bescheid Amt Stelle Dienst Daten Plan Karte
Prüfung Anmeldung Meldung Zahlung Förderung Sitzung Vorlage Straße Platz Schule Betreuung Pflege Bau Abfall
Wasser Energie Verkehr Umwelt Kultur Bildung Jugend Familie Gesundheit Sicherheit Ordnung Steuer Haushalt
Kasse Personal Technik Netz Schutz Quelle Auskunft Beratung Leistung Aufgabe Prozess Ablauf Vorgang Schritt
Regel Muster Formular Feld Liste Tabelle Spalte Zeile Wert Zahl Summe Mittel Grenze Messung Sensor Baum Park
Garten Friedhof Brücke Kanal Leitung Gebäude Dach Fassade Fläche Grundstück Lage Modell Bild Text Sprache Wort
Satz Brief Post Scan Archiv Bestand Lager Gerät Rechner Programm Roboter Konto Kennung Passwort Zugang Rolle
Recht Pflicht Gesetz Verordnung Beschluss Rat Ausschuss Wahl Partei Verein Ehrenamt Feuerwehr Rettung Notfall
Alarm Übung Kurs Lektion Frage Antwort Lösung Fehler Hinweis Beispiel Ergebnis Diagramm
"""
_STEMS = """
prüf send beantrag genehmig erfass melde zahl berechn ordn lösch sicher schreib les zeig such find vergleich
plan bau pfleg beobacht mess sammel verteil öffn schließ begleit berat schul unterstütz verknüpf zähl filter
sortier rund erklär begründ entscheid bewert lehn wiederhol änder ergänz kürz verlänger beginn beend start
stopp lager
"""
_FUNCTION = """
der die das und in den von zu mit ist des auf für eine nicht sich dem ein als auch an es werden aus er hat
dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
mehr durch man dann soll Sie wenn kann diese unter wir ihre
"""
_ENDINGS = ("", "", "", "en", "n", "e", "s")
_VERBS = ("en", "t", "te", "ten", "ung", "ungen", "bar", "bare", "baren", "end", "ende")


def documents(count: int, seed: int = 1400) -> list[Document]:
    """So many pages; the first of them are the same for every count."""
    words = _words(random.Random(seed))
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    return [_page(number, words, weights) for number in range(count)]


def _words(chance: random.Random) -> list[str]:
    """All words, the most frequent first."""
    heads = _HEADS.split()
    nouns = [head + ending for head in heads for ending in _ENDINGS[2:]]
    verbs = [stem + ending for stem in _STEMS.split() for ending in _VERBS]
    rest = [
        f"{one}{chance.choice(('', 's', 'n'))}{other.lower()}{ending}"
        for one in heads
        for other in heads
        for ending in set(chance.choices(_ENDINGS, k=3))
    ]
    common = nouns + verbs
    chance.shuffle(common)
    chance.shuffle(rest)
    return _FUNCTION.split() + common + rest


def _page(number: int, words: list[str], weights: list[float]) -> Document:
    chance = random.Random(f"{number}")
    course, place = divmod(number, COURSE_PAGES)
    own = chance.sample(words[300:], 40)
    length = min(1500, max(150, int(chance.lognormvariate(6.25, 0.5))))

    def text(count: int) -> str:
        drawn = chance.choices(words, cum_weights=weights, k=count)
        return " ".join(chance.choice(own) if chance.random() < 0.08 else word for word in drawn)

    sections = [
        Section(text=text(length // 5), heading=text(3) if part else "", anchor=f"abschnitt-{part}" if part else "")
        for part in range(5)
    ]
    return Document(
        url=f"kurse/kurs-{course}/seite-{place}.html",
        kind="Lektion" if place else "Kurs",
        title=" ".join(chance.sample(own, 3)),
        inside=f"Kurs {course}" if place else "",
        sections=tuple(sections),
    )
