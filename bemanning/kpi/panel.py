"""The frame that every measure works on: whole numbers by row and month, and which of them are known."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
FloatArray = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Panel:
    """Amounts (öre or centihours) for rows × consecutive months.

    values: int64, shape (rows, months); 0 where nothing is known. present: bool, same shape; False = missing.
    """

    values: IntArray
    present: BoolArray

    def __add__(self, other: Panel) -> Panel:
        """Add cell by cell; present where both are."""
        present = self.present & other.present
        return Panel(np.where(present, self.values + other.values, 0), present)


@dataclass(frozen=True, eq=False, slots=True)
class RatioPanel:
    """Quotients kept as two whole numbers, so that nothing is rounded before print.

    present: the months behind are all known. A zero denominator has no quotient: `defined` is False there.
    """

    numerator: IntArray
    denominator: IntArray
    present: BoolArray

    @property
    def defined(self) -> BoolArray:
        """Tell where there is a quotient. Division by zero is decided here, once: it is missing."""
        nonzero: BoolArray = self.denominator != 0
        return self.present & nonzero

    def quotient(self, row: int, column: int, scale: int = 1) -> Fraction | None:
        """Give scale × numerator / denominator of a cell that is present; None where it is undefined."""
        denominator = int(self.denominator[row, column])
        return Fraction(scale * int(self.numerator[row, column]), denominator) if denominator else None

    def quotients(self, row: int, scale: int = 1) -> list[Fraction | None]:
        """Give `quotient` of each cell of a row; None where it is missing too."""
        cells = zip(
            self.numerator[row].tolist(), self.denominator[row].tolist(), self.defined[row].tolist(), strict=True
        )
        return [Fraction(scale * above, below) if is_defined else None for above, below, is_defined in cells]

    def row(self, at: int) -> RatioPanel:
        """Give one row alone."""
        return RatioPanel(self.numerator[at : at + 1], self.denominator[at : at + 1], self.present[at : at + 1])

    def floats(self, scale: int = 1) -> FloatArray:
        """Give scale × numerator / denominator for charts, NaN where undefined."""
        quotients = np.full(self.numerator.shape, np.nan)
        np.divide(scale * self.numerator, self.denominator, out=quotients, where=self.defined)
        return quotients
