"""Whole numbers that show leading zeros: as a code, 00123 is not 123."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loaders.look import Digits, Look
from loaders.raw_sheet import Cell, Row


def with_zeros(open_rows: Callable[[], Iterator[Row]], look: Look, first_column: int) -> Callable[[], Iterator[Row]]:
    """Let whole numbers that show leading zeros come as the text that they show."""
    if not look.digits:
        return open_rows

    def shown() -> Iterator[Row]:
        runs = {column - first_column: iter(digits) for column, digits in look.digits.items()}
        run_of = {place: next(digits) for place, digits in runs.items()}
        for number, row in enumerate(open_rows()):
            for place, following in runs.items():
                if number > run_of[place].last_row:
                    run_of[place] = next(following, Digits(number, number, 0))
                run = run_of[place]
                if run.first_row <= number and 0 <= place < len(row):
                    row[place] = shown_with_zeros(row[place], run.digits)
            yield row

    return shown


def shown_with_zeros(cell: Cell, digits: int) -> Cell:
    """Give a whole number that shows zeros first as its text; any other cell as it is."""
    if isinstance(cell, bool) or not isinstance(cell, int | float) or cell < 0 or not float(cell).is_integer():
        return cell
    text = f"{int(cell):0{digits}d}"
    return text if text.startswith("0") and len(text) == digits else cell
