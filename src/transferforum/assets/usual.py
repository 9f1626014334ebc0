# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs inside Pyodide: does what courses usually do, and writes which modules that took to /tree/usual.txt.

These modules are shipped compiled, because a learner waits for them. All others stay as source, which is half as
large, and are compiled when somebody imports them. Packages lie unpacked in /tree/<package>/.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

TREE = Path("/tree")
# fmt: off
STANDARD_LIBRARY = (
    "abc", "ast", "base64", "bisect", "builtins", "calendar", "codecs", "collections.abc", "contextlib", "copy",
    "csv", "dataclasses", "datetime", "decimal", "difflib", "enum", "fractions", "functools", "glob", "hashlib",
    "heapq", "html", "importlib.resources", "importlib.util", "inspect", "io", "itertools", "json", "keyword",
    "linecache", "locale", "logging", "math", "numbers", "operator", "os", "pathlib", "platform", "pprint",
    "random", "re", "runpy", "shutil", "statistics", "string", "tempfile", "textwrap", "time", "timeit",
    "tokenize", "traceback", "types", "typing", "unicodedata", "urllib.parse", "uuid", "warnings", "weakref",
    "zipfile",
)
# fmt: on


def use_pandas() -> None:
    """Read, clean, group, join, reshape, write."""
    import io

    import pandas as pd

    text = "baum;wert;art;tag\n1;2,5;Linde;2026-01-01\n2;3,5;Ahorn;2026-02-01\n1;1,5;Linde;2026-01-05"
    table = pd.read_csv(io.BytesIO(text.encode("cp1252")), sep=";", decimal=",", encoding="cp1252", parse_dates=["tag"])
    table.groupby("art")["wert"].agg(["mean", "sum"]).sort_values("mean").round(1)
    table.merge(table, on="baum").pivot_table(index="baum", values="wert_x")
    table.set_index("tag").resample("ME")["wert"].sum()
    table["art"].str.strip().str.upper().value_counts()
    table["wert"].rolling(2).mean().fillna(0).astype(int)
    pd.concat([table, table]).drop_duplicates().query("wert > 2").melt(id_vars="baum")
    pd.cut(table["wert"], 2)
    pd.to_datetime(table["tag"]).dt.strftime("%d.%m.%Y")
    pd.to_numeric(table["wert"], errors="coerce").isna().sum()
    table.describe()
    print(repr(table), table.to_html(), table.to_csv(), table.to_json(), file=io.StringIO())


def use_matplotlib() -> None:
    """Draw what office charts are made of, with a formula and with dates."""
    import datetime
    import io

    import matplotlib.pyplot as plt
    import pandas as pd

    _, (left, right) = plt.subplots(1, 2)
    left.bar(["a", "b"], [1, 2], label="Balken")
    left.plot([1, 2], [3, 4], label="Linie")
    left.scatter([1, 2], [3, 4])
    left.set_title("Verlauf in $m^2$")
    left.legend()
    right.hist([1, 2, 2])
    right.barh([1, 2], [3, 4])
    right.boxplot([1, 2, 3])
    days = pd.Series([1, 3, 2], index=pd.date_range("2026-07-01", periods=3, name="tag"), name="wert")
    for kind in ("line", "bar", "barh", "hist", "box", "area"):
        days.plot(kind=kind, ax=plt.figure().gca())
    days.reset_index().plot.scatter(x="tag", y="wert")
    plt.figure()
    plt.plot([datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)], [1, 2])
    plt.yscale("log")
    plt.tight_layout()
    plt.savefig(io.BytesIO(), format="png")


def used() -> list[str]:
    """The files of all modules that are loaded, relative to their package or to the standard library."""
    files = (getattr(module, "__file__", None) for module in tuple(sys.modules.values()))
    return sorted({_place(file) for file in files if file and file.endswith(".py")} - {""})


def _place(file: str) -> str:
    if file.startswith("/lib/python312.zip/"):
        return file.replace("/lib/python312.zip/", "python_stdlib/", 1)
    return file.removeprefix("/tree/") if file.startswith("/tree/") else ""


def main() -> None:
    """Use everything, then tell what it took."""
    warnings.simplefilter("ignore")
    sys.path[:0] = [str(folder) for folder in sorted(TREE.iterdir()) if folder.is_dir()]
    for name in STANDARD_LIBRARY:
        __import__(name)
    use_pandas()
    use_matplotlib()
    (TREE / "usual.txt").write_text("\n".join(used()), encoding="utf-8")


main()
