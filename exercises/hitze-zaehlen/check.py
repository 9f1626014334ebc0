# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks counts of hot days and tropical nights on complete days only, and that the picture is labelled."""

from collections.abc import Callable, Iterable, Mapping

from transferforum.grading import Findings, NotYet, Right, Run

COMPLETE = 8
Days = Mapping[str, list[float]]


def check(run: Run) -> Findings:
    """Gaps first: with false days no count can be right. Then the two counts, then the picture."""
    rows = run.rows("temperatur.csv")
    days = _by_day(rows)
    complete = {day: values for day, values in days.items() if len(values) == COMPLETE}

    _gaps(run, rows, days)
    yield Right(f"Die Lücken sind gefunden: {len(days) - len(complete)} Tage sind nicht vollständig.")
    _count(run, "heisse_tage", days, complete, limit=30, extreme=max)
    yield Right("Die heißen Tage stimmen.")
    _count(run, "tropennaechte", days, complete, limit=20, extreme=min)
    yield Right("Die Tropennächte stimmen.")
    _picture(run)
    yield Right("Ihr Bild hat einen Titel und beschriftete Achsen.")


def _by_day(rows: Iterable[Mapping[str, str]]) -> dict[str, list[float]]:
    days: dict[str, list[float]] = {}
    for row in rows:
        values = days.setdefault(row["Zeit"][:10], [])
        if row["Grad"]:
            values.append(float(row["Grad"].replace(",", ".")))
    return days


def _gaps(run: Run, rows: list[dict[str, str]], days: Days) -> None:
    given = run.variable("luecken", int)
    right = sum(len(values) < COMPLETE for values in days.values())
    lines = [row["Zeit"][:10] for row in rows]
    if given == right:
        return
    if given == sum(lines.count(day) < COMPLETE for day in days):
        raise NotYet(
            "In `luecken` fehlen die Tage, an denen nur der Wert fehlt.",
            next='Sie zählen Zeilen. Zählen Sie Werte: `"count"` lässt leere Felder weg, `"size"` nicht.',
        )
    if given == sum(len(values) == COMPLETE for values in days.values()):
        raise NotYet(
            "`luecken` zählt die vollständigen Tage. Gesucht sind die anderen.",
            next="Drehen Sie den Vergleich um: weniger als acht Werte.",
        )
    if given == COMPLETE * len(days) - sum(map(len, days.values())):
        raise NotYet(
            "`luecken` zählt die fehlenden Werte. Gesucht sind die Tage.",
            next="Zählen Sie die Tage, die weniger als acht Werte haben.",
        )
    if given == sum(len(values) < COMPLETE for day, values in days.items() if int(day[:2]) <= 12):
        raise NotYet(
            "Sie haben nur die Tage 1 bis 12 jedes Monats gelesen, mit Tag und Monat vertauscht.",
            next="Bei deutschen Daten steht der Tag vorn: `pd.to_datetime( … , dayfirst=True)`.",
        )
    raise NotYet(
        f"`luecken` ist {given}. Das stimmt noch nicht.",
        next="Ein vollständiger Tag hat acht Werte. Zählen Sie die Tage mit weniger als acht.",
    )


def _count(
    run: Run, name: str, days: Days, complete: Days, *, limit: float, extreme: Callable[[list[float]], float]
) -> None:
    given = run.variable(name, int)
    word = "höchste" if extreme is max else "tiefste"
    if given == sum(extreme(values) >= limit for values in complete.values()):
        return
    if given == sum(extreme(values) >= limit for values in days.values()):
        raise NotYet(
            f"In `{name}` zählen Tage mit Lücken mit.",
            next="Wählen Sie zuerst die vollständigen Tage aus. Zählen Sie nur dort.",
        )
    if given == sum(extreme(values) > limit for values in complete.values()):
        raise NotYet(
            f"In `{name}` fehlen die Tage mit genau {limit} Grad.",
            next=f"„{limit} Grad oder mehr“ schließt {limit} ein. Nehmen Sie `>=` statt `>`.",
        )
    if given == sum(value >= limit for values in complete.values() for value in values):
        raise NotYet(
            f"`{name}` zählt einzelne Messwerte, keine Tage.",
            next=f"Vergleichen Sie je Tag nur den {word}n Wert.",
        )
    raise NotYet(
        f"`{name}` ist {given}. Das stimmt noch nicht.",
        next=f"Vergleichen Sie in den vollständigen Tagen den {word}n Wert mit {limit} Grad.",
    )


def _picture(run: Run) -> None:
    if not run.pictures:
        raise NotYet(
            "Die Zahlen stimmen, aber es gibt noch kein Bild.",
            next='Zeichnen Sie die höchsten Werte der Tage: `voll["max"].plot()`.',
        )
    picture = run.pictures[-1]
    if not picture.title.strip():
        raise NotYet(
            "Ihrem Bild fehlt der Titel.",
            next='Schreiben Sie nach dem Zeichnen: `plt.title("…")`. Der Titel sagt, was zu sehen ist.',
        )
    if not picture.x_label.strip() or not picture.y_label.strip():
        raise NotYet(
            "Ihrem Bild fehlt die Beschriftung einer Achse.",
            next='Schreiben Sie nach dem Zeichnen: `plt.xlabel("…")` und `plt.ylabel("…")`.',
        )
    if not any(unit in picture.y_label for unit in ("Grad", "grad", "°")):
        raise NotYet(
            "Die senkrechte Achse nennt keine Einheit.",
            next="Nennen Sie in `plt.ylabel` die Einheit: Grad Celsius.",
        )
