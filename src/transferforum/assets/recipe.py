# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is left out of Python's files for the browser, and what is changed in them; `build` works by it.

Every group says what it costs the learner.
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

# Packages that others name as needed, but that no code of ours reaches.
NOT_NEEDED = {
    # Only for saving pictures as PDF or PostScript.
    "fonttools",
    # Draws into the page itself; the forum takes pictures as PNG.
    "matplotlib-pyodide",
}

LEFT_OUT = (
    # The standard library: what needs sockets or processes, which a browser has not, ...
    "ftplib.py",
    "http/server.py",
    "imaplib.py",
    "multiprocessing/*",
    "nntplib.py",
    "poplib.py",
    "smtplib.py",
    "telnetlib.py",
    "wsgiref/*",
    "xmlrpc/*",
    # ... slow twins of modules that are there in C, ...
    "_pydatetime.py",
    "_pyio.py",
    # ... and encodings of old machines and of other scripts. Those of German offices stay, the mainframe's too.
    "encodings/cp037.py",
    "encodings/cp10*.py",
    "encodings/cp11*.py",
    "encodings/cp4[25]*.py",
    "encodings/cp500.py",
    "encodings/cp7*.py",
    "encodings/cp85[567].py",
    "encodings/cp86*.py",
    "encodings/cp87*.py",
    "encodings/cp9*.py",
    "encodings/hp_roman8.py",
    "encodings/koi8*.py",
    "encodings/kz1048.py",
    "encodings/mac_[!r]*.py",
    "encodings/palmos.py",
    "encodings/ptcp154.py",
    "encodings/tis_620.py",
    # Tests, and the libraries that only tests load (numpy itself loads _multiarray_tests).
    "*/tests/*",
    "matplotlib/testing/*",
    "numpy/_core/_operand_flag_tests.*.so",
    "numpy/_core/_rational_tests.*.so",
    "numpy/_core/_simd.*.so",
    "numpy/_core/_struct_ufunc_tests.*.so",
    "numpy/_core/_umath_tests.*.so",
    # For those who compile against a package.
    "*.a",
    "*.c",
    "*.h",
    "*.pxd",
    "*.pyi",
    "*.pyx",
    "*.tpl",
    "*/py.typed",
    "numpy/_pyinstaller/*",
    "numpy/distutils/*",
    "numpy/f2py/*",
    # Lists the files as they were before.
    "*.dist-info/RECORD",
    # Windows and formats that a worker cannot show or write.
    "PIL/_imagingtk.*.so",
    "PIL/_webp.*.so",
    "matplotlib/_ttconv.*.so",
    "matplotlib/backends/_tkagg.*.so",
    "matplotlib/backends/web_backend/*",
    "matplotlib/mpl-data/images/*",
    "matplotlib/mpl-data/plot_directive/*",
    "matplotlib/mpl-data/sample_data/*",
    # Fonts: DejaVu Sans stays, in all cuts, with its monospaced sister and those that formulas are set in.
    "matplotlib/mpl-data/fonts/afm/*",
    "matplotlib/mpl-data/fonts/pdfcorefonts/*",
    "matplotlib/mpl-data/fonts/ttf/DejaVuSansMono-*",
    "matplotlib/mpl-data/fonts/ttf/DejaVuSerif*",
    "matplotlib/mpl-data/fonts/ttf/Humor-Sans.ttf",
    # Lists fonts that are left out; rebuilt for those that stay.
    "matplotlib/fontlist.json",
)

# Time zones of pytz that stay. Each costs half a millisecond to unpack, and there are 600.
ZONE_FOLDER = "pytz/zoneinfo/"
ZONES = (
    "America/New_York",
    "Asia/Tokyo",
    "CET",
    "Etc/UTC",
    "Europe/Berlin",
    "Europe/Istanbul",
    "Europe/Kyiv",
    "Europe/London",
    "Europe/Paris",
    "Europe/Vienna",
    "Europe/Warsaw",
    "Europe/Zurich",
    "GMT",
    "UTC",
    "iso3166.tab",
    "zone.tab",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A text in a file that is replaced; to find it not exactly once is an error."""

    path: str
    old: str
    new: str


CHANGES = (
    # What is left out must not stand in the list of names that `from numpy import *` loads.
    Change(path="numpy/__init__.py", old='"f2py", "test", "rec"', new='"test", "rec"'),
    # pandas asks pylab to draw; pylab loads every name of numpy for that, pyplot draws the same.
    Change(
        path="pandas/plotting/_matplotlib/timeseries.py",
        old="from matplotlib import pylab",
        new="from matplotlib import pyplot as pylab",
    ),
    # Pyodide's own backend draws into the page, which a worker has not.
    Change(
        path="matplotlib/mpl-data/matplotlibrc",
        old="#backend: module://matplotlib_pyodide.wasm_backend",
        new="backend: agg",
    ),
)


def stays(path: str) -> bool:
    """Whether a file of a wheel is shipped."""
    if path.endswith("/"):
        return False
    if path.startswith(ZONE_FOLDER):
        return path.removeprefix(ZONE_FOLDER) in ZONES
    return not any(fnmatchcase(path, pattern) for pattern in LEFT_OUT)


def changed(path: str, content: bytes) -> bytes:
    """The content of a file with this recipe's changes."""
    for change in CHANGES:
        if change.path == path:
            content = _replaced(change, content)
    return content


def _replaced(change: Change, content: bytes) -> bytes:
    old = change.old.encode()
    if content.count(old) != 1:
        raise ValueError(f"{change.path}: {change.old!r} is there {content.count(old)} times, not once")
    return content.replace(old, change.new.encode())
