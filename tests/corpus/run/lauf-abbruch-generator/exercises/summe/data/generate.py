# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Zahlen zum Prüfen, synthetisch."""

TITLE = "Zahlen"
SEED = 41


def generate(seed: int) -> dict[str, bytes]:
    """One column of three numbers."""
    seed = 1 // 0
    return {"zahlen.csv": ("zahl\n" + "".join(f"{seed + step}\n" for step in range(3))).encode("cp1252")}
