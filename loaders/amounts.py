"""Amount cells to whole öre, exactly: what can't be read without a guess is a problem, never a number."""

from __future__ import annotations

import re
from decimal import Decimal

from bemanning.domain.faults import FaultCode
from bemanning.domain.money import ORE_PER_KR
from loaders.number_parser import NumberOutcome, NumberParser
from loaders.problem import Problem
from loaders.raw_sheet import Cell
from loaders.table import Column

# A sum of floats strays by far less than this from a whole öre; a third decimal by at least a thousand times more.
NOISE_ORE = 1e-4
_NOISE = Decimal("0.0001")
# A float carries its own noise too, a few units in its sixteenth digit.
_RELATIVE_NOISE = Decimal("1e-15")
# Ten trillion kronor: above any region's books, below where a float no longer holds single öre.
LARGEST_ORE = 10**15
# Within this, a float times its factor keeps an error well under the noise limit.
_FLOAT_SAFE = 1e10
# How nearly every amount of a text file is written: nothing in it can be read in two ways.
_TWO_DECIMALS = re.compile(r"(-?\d{1,12})([.,])(\d\d)", re.ASCII)


def written_sign(column: Column) -> int:
    """Give -1 where amounts are read with the other sign than the sheet writes, so that they are told as written."""
    return -1 if isinstance(column.parser, AmountParser) and column.parser.unit_ore < 0 else 1


class AmountParser(NumberParser):
    """Cell → öre."""

    def __init__(self, column: str, scale: int = 1) -> None:
        """`column` names the amount in faults; `scale` is kronor per unit written, negative to turn the sign."""
        super().__init__(column, FaultCode.AMOUNT_UNREADABLE)
        self.unit_ore = scale * ORE_PER_KR
        self.has_fractions = False

    @property
    def rounding_ore(self) -> int:
        """What amounts without decimals are rounded to; 0 where there are decimals, and sums must be exact."""
        return 0 if self.has_fractions else abs(self.unit_ore)

    def __missing__(self, cell: Cell) -> NumberOutcome:
        """Parse, and remember whether any amount is written with decimals."""
        outcome = super().__missing__(cell)
        if isinstance(outcome, int) and outcome % self.unit_ore:
            self.has_fractions = True
        return outcome

    def to_whole(self, value: Decimal, cell: Cell) -> int | Problem:
        """Convert to öre. A third decimal that is more than float noise is a problem, as is a sum beyond any books."""
        scaled = value * self.unit_ore
        if abs(scaled) >= LARGEST_ORE:
            return self.problem(FaultCode.AMOUNT_TOO_LARGE, cell)
        ore = round(scaled)
        if abs(scaled - ore) > _NOISE + abs(scaled) * _RELATIVE_NOISE:
            return self.problem(FaultCode.AMOUNT_DECIMALS, cell)
        return ore

    def _parse_text(self, cell: str) -> NumberOutcome:
        if plain := _TWO_DECIMALS.fullmatch(cell):  # a third of the time that a Decimal takes
            ore = int(plain[1] + plain[3]) * (self.unit_ore // ORE_PER_KR)
            if abs(ore) < LARGEST_ORE:
                self.decimal_marks.add(plain[2])
                return ore
        return super()._parse_text(cell)

    def _parse_other(self, cell: Cell) -> NumberOutcome:
        if isinstance(cell, float):  # nearly every cell of a workbook; a tenth of the time that a Decimal takes
            scaled = cell * self.unit_ore
            if abs(scaled) < _FLOAT_SAFE and abs(scaled - round(scaled)) < NOISE_ORE:
                return round(scaled)
        return super()._parse_other(cell)
