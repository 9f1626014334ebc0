# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an exercise of the model to what grading needs; this runs the author's modules."""

from __future__ import annotations

from ..grading.grade import Task, load_module
from ..model import Exercise


def task_of(exercise: Exercise) -> Task:
    """The task of an exercise, with its check and its generator loaded."""
    data = exercise.data
    return Task(
        id=exercise.id,
        setup=exercise.setup,
        seed=data.seed if data else 0,
        files={f"data/{path.name}": path.read_bytes() for path in data.files} if data else {},
        check=load_module(exercise.check).check,
        generate=load_module(data.generator).generate if data else None,
    )
