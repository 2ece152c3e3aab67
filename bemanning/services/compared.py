"""Two sources' figures of the same thing side by side, month by month, and where they part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import Profession
from bemanning.kpi.reconciliation import departs


class DeviationKind(StrEnum):
    """How a month's two sources part: the quotient is not the usual one, or only one of them has anything."""

    UNUSUAL = "unusual"
    ONLY_LEDGER = "only_ledger"
    ONLY_HEROMA = "only_heroma"


@dataclass(frozen=True, slots=True)
class Deviation:
    """A month that deviates. excess_ore: the ledger's amount beyond what the usual quotient makes of Heroma's.

    departure_pct: how far the quotient lies from the usual one. Both are missing where nothing usual is known.
    """

    kind: DeviationKind
    excess_ore: Value
    departure_pct: Value


@dataclass(frozen=True, slots=True)
class Compared:
    """The ledger's amount, what Heroma says of the same (öre, or centihours), and the quotient between them.

    per: how many of Heroma's unit the quotient is counted per: 1 öre, or the 100 centihours of an hour.
    weeks, heroma_ore: of hours alone: the same as weeks, and what Heroma itself says that they cost.
    """

    ledger_ore: Value
    heroma: Value
    per: int = 1
    weeks: Value | None = None
    heroma_ore: Value | None = None

    @property
    def difference_ore(self) -> Value:
        """The ledger's amount minus Heroma's."""
        return self.ledger_ore.minus(self.heroma)

    @property
    def quotient(self) -> Value:
        """The ledger's amount over Heroma's; missing where either is, or where Heroma's is zero."""
        if self.ledger_ore.number is None or self.heroma.number is None:
            return self.ledger_ore if self.ledger_ore.number is None else self.heroma
        if self.heroma.number == 0:
            return Value(None, MissingReason.ZERO_DENOMINATOR)
        return Value(self.per * self.ledger_ore.number / self.heroma.number)


@dataclass(frozen=True, slots=True)
class ComparedMonth:
    """One month of a line; deviation None where the sources agree, or where one of them is missing."""

    month: Month
    figures: Compared
    deviation: Deviation | None = None


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One profession, or (None) all of them: its months, oldest first, and their sum; it is missing where any month is.

    usual: the quotient that the months are judged by; missing where too few of them have one.
    """

    profession: Profession | None
    months: tuple[ComparedMonth, ...]
    total: Compared
    usual: Value

    @property
    def deviating(self) -> tuple[ComparedMonth, ...]:
        """The months that deviate, oldest first."""
        return tuple(month for month in self.months if month.deviation is not None)

    def departure_pct(self, month: ComparedMonth) -> Value:
        """Give how far a month's quotient lies from the usual one."""
        return month.figures.quotient.relative_to(self.usual)


def judged(months: Sequence[ComparedMonth], usual: Value, tolerance_pct: int) -> tuple[ComparedMonth, ...]:
    """Mark the months that deviate."""
    return tuple(
        ComparedMonth(each.month, each.figures, _deviation(each.figures, usual, tolerance_pct)) for each in months
    )


def _deviation(figures: Compared, usual: Value, tolerance_pct: int) -> Deviation | None:
    ledger, heroma = figures.ledger_ore.number, figures.heroma.number
    if ledger is None or heroma is None:
        return None
    kind = _kind(figures, ledger, heroma, usual.number, tolerance_pct)
    if kind is None:
        return None
    expected = Value(0 * heroma) if heroma == 0 else _expected(heroma, figures.per, usual)
    return Deviation(kind, figures.ledger_ore.minus(expected), figures.quotient.relative_to(usual))


def _kind(
    figures: Compared, ledger: Fraction, heroma: Fraction, usual: Fraction | None, tolerance_pct: int
) -> DeviationKind | None:
    if ledger == 0 or heroma == 0:
        only = DeviationKind.ONLY_LEDGER if heroma == 0 else DeviationKind.ONLY_HEROMA
        return None if ledger == heroma else only
    quotient = figures.quotient.number
    is_unusual = quotient is not None and usual is not None and departs(quotient, usual, tolerance_pct)
    return DeviationKind.UNUSUAL if is_unusual else None


def _expected(heroma: Fraction, per: int, usual: Value) -> Value:
    return usual if usual.number is None else Value(usual.number * heroma / per)
