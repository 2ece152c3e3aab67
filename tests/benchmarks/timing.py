"""Times, and how they are told."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the slow end of some times, in milliseconds."""

    p50_ms: float
    p95_ms: float

    def __str__(self) -> str:
        return f"{self.p50_ms:.1f} / {self.p95_ms:.1f}"


def spread(times_ms: Sequence[float]) -> Spread:
    """Give the spread of one time or more."""
    cuts = quantiles([*times_ms, times_ms[0]], n=20, method="inclusive")
    return Spread(cuts[9], cuts[18])


def cpu_ms(run: Callable[_Given, _Result], *args: _Given.args, **options: _Given.kwargs) -> tuple[float, _Result]:
    """Give the processor time of this process, less disturbed by others than a clock's, and the answer."""
    begun = time.process_time_ns()
    result = run(*args, **options)
    return (time.process_time_ns() - begun) / 1e6, result


def wall_ms(run: Callable[_Given, _Result], *args: _Given.args, **options: _Given.kwargs) -> tuple[float, _Result]:
    """Give the time by the clock, and the answer."""
    begun = time.perf_counter_ns()
    result = run(*args, **options)
    return (time.perf_counter_ns() - begun) / 1e6, result
