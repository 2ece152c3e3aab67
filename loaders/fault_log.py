"""Collects what is wrong and what was noticed: everything is counted, the first of each kind is listed."""

from __future__ import annotations

from collections import Counter

from bemanning.domain.faults import Fault, FaultCode
from loaders.problem import Problem
from loaders.raw_sheet import cell_name

# A column of the wrong kind gives as many faults as the file has rows; twenty show the pattern.
LISTED_PER_CODE = 20


class FaultLog:
    """The faults (or the warnings) of one file, kind by kind in the order that the kinds were met."""

    def __init__(self) -> None:
        """Begin empty."""
        self._listed: dict[FaultCode, list[Fault]] = {}
        self._count: Counter[FaultCode] = Counter()

    def __bool__(self) -> bool:
        """Tell whether anything was found."""
        return bool(self._count)

    def add(
        self, code: FaultCode, *, sheet: str | None = None, at: tuple[int, int] | None = None, **params: str | int
    ) -> None:
        """Note one; `at` is row and column counted from 0."""
        self.add_problem(Problem(code, params), sheet, at)

    def add_problem(self, problem: Problem, sheet: str | None, at: tuple[int, int] | None) -> None:
        """Note what a cell's parser said, now with its place."""
        self._count[problem.code] += 1
        if self._count[problem.code] <= LISTED_PER_CODE:
            fault = Fault(problem.code, problem.params, sheet, cell_name(*at) if at else None)
            self._listed.setdefault(problem.code, []).append(fault)

    def faults(self) -> tuple[Fault, ...]:
        """Give those listed, kind by kind, each kind followed by how many more there are of it."""
        return tuple(fault for code in self._listed for fault in self._of(code))

    def _of(self, code: FaultCode) -> list[Fault]:
        more = self._count[code] - LISTED_PER_CODE
        rest = [Fault(FaultCode.MORE_FAULTS, {"code": code, "count": more})] if more > 0 else []
        return self._listed[code] + rest
