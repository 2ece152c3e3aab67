"""Excel formulas that never take a missing figure for zero, each with the value it had when it was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.goal import Direction

# What a formula answers where a figure it needs is missing. Words, so that no sum can swallow it as a zero.
MISSING_TEXT = "uppgift saknas"
_COMPARE = {Direction.AT_MOST: "<=", Direction.BELOW: "<", Direction.AT_LEAST: ">="}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to refer to and the exact number that it holds, None where it holds MISSING_TEXT."""

    address: str
    value: Fraction | None


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and its cached value: an exact number, words, or None where the answer is MISSING_TEXT."""

    text: str
    value: Fraction | str | None

    @property
    def cached(self) -> float | str:
        """Give the value as it is cached in the workbook."""
        if isinstance(self.value, Fraction):
            return float(self.value)
        return self.value or MISSING_TEXT


def reference(cell: Cell) -> Formula:
    """Show a sum that stands elsewhere: it holds a number or words, never a blank."""
    return Formula(f"={cell.address}", cell.value)


def _when_numbers(cells: Sequence[str], expression: str) -> str:
    """Give the expression only where every cell holds a number: COUNT passes over blanks and text."""
    return f'=IF(COUNT({",".join(cells)})={len(cells)},{expression},"{MISSING_TEXT}")'


def _unless_zero(base: str, expression: str) -> str:
    return f'IF({base}=0,"{MISSING_TEXT}",{expression})'


def sum_of_months(first: str, last: str, count: int) -> str:
    """Sum a row of months, missing where any of them is blank."""
    return f'=IF(COUNT({first}:{last})={count},SUM({first}:{last}),"{MISSING_TEXT}")'


def sum_or_empty(cells: Sequence[str]) -> str:
    """Sum separate cells of one month, empty where any of them is: a month not loaded stays empty."""
    return f'=IF(COUNT({",".join(cells)})={len(cells)},{"+".join(cells)},"")'


def difference(cell: str, base: str) -> str:
    """Subtract."""
    return _when_numbers((cell, base), f"{cell}-{base}")


def difference_pp(cell: str, base: str) -> str:
    """Subtract two shares kept as fractions, in percentage points."""
    return _when_numbers((cell, base), f"({cell}-{base})*100")


def relative_change(cell: str, base: str) -> str:
    """Give the change from the base as a fraction of it."""
    return _when_numbers((cell, base), _unless_zero(base, f"({cell}-{base})/{base}"))


def share_of_total(agency: str, own: str) -> str:
    """Give agency over agency and own together, as a fraction."""
    return _when_numbers((agency, own), _unless_zero(f"({agency}+{own})", f"{agency}/({agency}+{own})"))


def weeks(hours: str, hours_per_week: str) -> str:
    """Give hours in weeks."""
    return _when_numbers((hours, hours_per_week), f"{hours}/{hours_per_week}")


def same_as(cell: str) -> str:
    """Repeat a cell: a blank stays empty (a bare reference would show it as zero)."""
    return f'=IF({cell}="","",{cell})'


def verdict(outcome: str, target: str, direction: Direction, decimals: int, words: tuple[str, str]) -> str:
    """Give the first word where the goal is met, the second where it is not.

    The difference is rounded at `decimals`, far below what is measured: sums of decimal fractions carry noise.
    """
    met, not_met = words
    test = f"ROUND({outcome}-{target},{decimals}){_COMPARE[direction]}0"
    return _when_numbers((outcome, target), f'IF({test},"{met}","{not_met}")')
