"""Whole numbers that show leading zeros, or signs between their digits: as codes, 00123 and 1-23 are not 123."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Self

from loaders.look import Digits, Look
from loaders.raw_sheet import Cell, Row


def with_zeros(open_rows: Callable[[], Iterator[Row]], look: Look, first_column: int) -> Callable[[], Iterator[Row]]:
    """Let whole numbers that show more than their digits come as what they show."""
    if not look.digits:
        return open_rows

    def shown() -> Iterator[Row]:
        runs = {column - first_column: iter(digits) for column, digits in look.digits.items()}
        run_of = {place: next(digits) for place, digits in runs.items()}
        for number, row in enumerate(open_rows()):
            for place, following in runs.items():
                if number > run_of[place].last_row:
                    run_of[place] = next(following, Digits(number, number, ""))
                run = run_of[place]
                if run.first_row <= number and 0 <= place < len(row):
                    row[place] = shown_with_zeros(row[place], run.mask)
            yield row

    return shown


class ShownNumber(float):
    """A whole number that shows as more than its digits: 12345 as "123-45". An amount is the number, a code the text.

    It is equal to none but its like: a table of what cells mean must not take it for the bare number.
    """

    __slots__ = ("shown",)

    def __new__(cls, number: float, shown: str) -> Self:
        """Keep both."""
        made = super().__new__(cls, number)
        made.shown = shown
        return made

    shown: str

    def __eq__(self, other: object) -> bool:
        """Compare what is shown too."""
        return isinstance(other, ShownNumber) and float(self) == float(other) and self.shown == other.shown

    def __ne__(self, other: object) -> bool:
        """Numbers have a way of their own to differ."""
        return not self == other

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash((float(self), self.shown))


def shown_with_zeros(cell: Cell, mask: str) -> Cell:
    """Give a whole number that shows zeros first, or other signs, as what it shows; any other cell as it is."""
    if not mask or isinstance(cell, bool) or not isinstance(cell, int | float) or cell < 0:
        return cell
    if not float(cell).is_integer():
        return cell
    places = mask.count("0")
    digits = f"{int(cell):0{places}d}"
    if len(mask) == places:
        return digits if digits.startswith("0") and len(digits) == places else cell
    first, *others = mask.split("0")
    more, digits = digits[: len(digits) - places], digits[len(digits) - places :]
    return ShownNumber(cell, first + more + "".join(digit + text for digit, text in zip(digits, others, strict=True)))
