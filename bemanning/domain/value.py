"""A figure that may be missing, and why."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bemanning.domain.month import Month


class MissingReason(StrEnum):
    """Why there is no figure. Missing is never zero."""

    MONTHS_NOT_LOADED = "months_not_loaded"
    ZERO_DENOMINATOR = "zero_denominator"
    NOT_IN_ORGANISATION = "not_in_organisation"
    NOT_DEFINED = "not_defined"
    NOT_ENTERED = "not_entered"
    NOT_IN_EXPORT = "not_in_export"
    TOO_FEW_MONTHS = "too_few_months"


@dataclass(frozen=True, slots=True)
class ScopeGap:
    """Missing months that this scope (by its name) lacks, while another that the figure is made of has them."""

    scope_name: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """An exact number, or the reason that there is none. The field that holds it names the unit.

    gaps: of the missing months, those that only some scopes lack; every scope lacks the others.
    """

    number: Fraction | None
    reason: MissingReason | None = None
    missing_months: tuple[Month, ...] = ()
    gaps: tuple[ScopeGap, ...] = ()

    @classmethod
    def of(cls, number: Fraction | int) -> Value:
        """Hold a number."""
        return cls(Fraction(number))

    def plus(self, other: Value) -> Value:
        """Add; missing where either is, with this value's reason first."""
        if self.number is None or other.number is None:
            return self if self.number is None else other
        return Value(self.number + other.number)

    def minus(self, other: Value) -> Value:
        """Subtract; missing where either is, with this value's reason first."""
        if self.number is None:
            return self
        if other.number is None:
            return other
        return Value(self.number - other.number)

    def relative_to(self, base: Value) -> Value:
        """Give the change from `base` in percent of `base`; missing where either is, or where base is zero."""
        difference = self.minus(base)
        if difference.number is None or base.number is None:
            return difference
        if base.number == 0:
            return Value(None, MissingReason.ZERO_DENOMINATOR)
        return Value(100 * difference.number / base.number)


def missing_together(reason: MissingReason, values: Iterable[Value]) -> Value:
    """Give one missing value for all those that are missing for the reason, with the months and gaps of each."""
    alike = [value for value in values if value.reason is reason]
    months_of: dict[str, set[Month]] = {}
    for gap in (gap for value in alike for gap in value.gaps):
        months_of.setdefault(gap.scope_name, set()).update(gap.months)
    return Value(
        None,
        reason,
        tuple(sorted({month for value in alike for month in value.missing_months})),
        tuple(ScopeGap(name, tuple(sorted(months))) for name, months in months_of.items()),
    )


@dataclass(frozen=True, slots=True)
class Series:
    """A figure month by month, for a chart: None where it is missing. Floats, because a chart rounds anyway.

    months: in order.
    """

    months: tuple[Month, ...]
    numbers: tuple[float | None, ...]

    def between(self, first: Month, last: Month) -> Series:
        """Cut the series before one month and after another."""
        kept = slice(bisect_left(self.months, first), bisect_right(self.months, last))
        return Series(self.months[kept], self.numbers[kept])

    def known_from(self) -> Month | None:
        """Give the first month that has a figure."""
        pairs = zip(self.months, self.numbers, strict=True)
        return next((month for month, number in pairs if number is not None), None)
