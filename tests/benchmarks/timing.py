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


@dataclass(frozen=True, slots=True)
class Paced:
    """A time in milliseconds, and what a fixed piece of work took just before and after."""

    ms: float
    yardstick_ms: float


def steadied(times: Sequence[Paced], pace_ms: float) -> Spread:
    """Give the spread of times as if the fixed piece of work always took so long: neighbours' share falls out."""
    return spread([time.ms * pace_ms / time.yardstick_ms for time in times])


def paced(run: Callable[_Given, _Result], *args: _Given.args, **options: _Given.kwargs) -> tuple[Paced, _Result]:
    """Give the processor time of this process beside that of a fixed piece of work, and the answer."""
    before, _ = cpu_ms(_yardstick)
    ms, result = cpu_ms(run, *args, **options)
    after, _ = cpu_ms(_yardstick)
    return Paced(ms, (before + after) / 2), result


def _yardstick() -> None:
    """Make and drop small objects, as an answer does; some six milliseconds on a machine left alone."""
    kept: dict[int, tuple[str, list[int], dict[str, int]]] = {}
    for number in range(20_000):
        kept[number % 97] = (str(number), [number], {"number": number})


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
