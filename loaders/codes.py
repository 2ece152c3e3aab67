"""Code cells to text. A code is never a number: leading zeros count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from bemanning.domain.faults import FaultCode
from bemanning.domain.personal_number import has_personal_number
from loaders.garbled import is_garbled, is_garbled_code
from loaders.headings import normalised
from loaders.number_text import SCIENTIFIC
from loaders.personal import shown, shown_number
from loaders.problem import Mark, Problem
from loaders.raw_sheet import Cell
from loaders.shown_errors import is_error_text
from loaders.shown_zeros import ShownNumber
from loaders.sum_words import is_sum_code, is_sum_text

# Excel keeps fifteen digits: a longer number has lost its last ones.
_LARGEST_EXACT = 10**15
LONGEST_CODE = 100
# From twelve digits on, Excel shows (and saves as text) six of them and a power of ten.
_SCIENTIFIC_FROM, _DIGITS_LEFT = 10**11, 6
_BLANK_WORDS = frozenset(("", "(tom)", "(tomt)", "(blank)", "(null)", "null"))
_LINE = re.compile(r"[-–=_+|\s]+")
# Too short for a personnummer, and nothing in it to be cut, garbled or taken for a blank.
_SURE_TEXT = re.compile(r"(?=[A-Za-z]*\d)[A-Za-z\d]{1,9}", re.ASCII)
# How a text file tells Excel to leave a code alone: ="00123".
_FORCED_TEXT = re.compile(r'="([^"]*)"')

CodeOutcome = str | Problem | Mark | None
TextOutcome = str | Mark
WordOutcome = str | Problem | Mark | None
CountOutcome = int | Problem | None


class CodeParser(dict[Cell, CodeOutcome]):
    """Cell of a key column → code. None for a blank cell, SUM where the label of a sum row stands."""

    def __init__(self, column: str) -> None:
        """`column` names the code in faults."""
        super().__init__()
        self._column = column

    def __missing__(self, cell: Cell) -> CodeOutcome:
        """Parse a cell that was not seen before."""
        outcome = self[cell] = self._parse(cell)
        return outcome

    def _parse(self, cell: Cell) -> CodeOutcome:
        text = code_text(cell)
        if text is not None and is_error_text(text):
            return Problem(FaultCode.CELL_ERROR, {"value": text})
        if text is None or len(text) > LONGEST_CODE or SCIENTIFIC.fullmatch(text) or _has_lost_digits(cell):
            return Problem(FaultCode.CODE_UNREADABLE, {"column": self._column, "value": shown(cell)})
        if has_personal_number(text):
            return Problem(FaultCode.CODE_PERSONAL, {"column": self._column})
        if is_garbled_code(text):
            return Problem(FaultCode.CODE_GARBLED, {"column": self._column, "value": shown(cell)})
        if is_sum_code(text):
            return Mark.SUM
        return None if is_blank_word(text) else text


class TextParser(dict[Cell, TextOutcome]):
    """Cell of a column that is kept but not required (supplier, voucher, project …) → text, "" for blank.

    A personnummer (a sole trader's supplier number is one) gives DROPPED. garbled: the texts with letters lost.
    """

    def __init__(self) -> None:
        """Begin with nothing seen."""
        super().__init__()
        self.garbled: set[str] = set()

    def __missing__(self, cell: Cell) -> TextOutcome:
        """Parse a cell that was not seen before."""
        if isinstance(cell, str) and _SURE_TEXT.fullmatch(cell):
            self[cell] = cell
            return cell
        # A date or a number beyond fifteen digits is no code, but neither is it needed: kept as it is shown.
        text = code_text(cell)
        text = str(cell) if text is None else " ".join(text.split())
        if is_garbled(text):
            self.garbled.add(text)
        kept = "" if is_blank_word(text) else text[:LONGEST_CODE]
        outcome = self[cell] = Mark.DROPPED if has_personal_number(text) else kept
        return outcome


class WordParser(dict[Cell, WordOutcome]):
    """Cell → one of a closed list of meanings, by the words of a heading table."""

    def __init__(self, column: str, meaning_of: Mapping[str, str]) -> None:
        """`meaning_of` maps normalised words to meanings."""
        super().__init__()
        self._column = column
        self._meaning_of = meaning_of

    def __missing__(self, cell: Cell) -> WordOutcome:
        """Parse a cell that was not seen before."""
        outcome = self[cell] = self._parse(cell)
        return outcome

    def _parse(self, cell: Cell) -> WordOutcome:
        text = code_text(cell)
        word = normalised(str(cell) if text is None else text)
        if not word or is_blank_word(str(cell)):
            return None
        if word in self._meaning_of:
            return self._meaning_of[word]
        if is_sum_text(str(cell)):
            return Mark.SUM
        return Problem(FaultCode.WORD_UNKNOWN, {"column": self._column, "value": shown(cell)})


class CountParser(dict[Cell, CountOutcome]):
    """Cell → a whole number of people. None for a blank cell."""

    def __missing__(self, cell: Cell) -> CountOutcome:
        """Parse a cell that was not seen before."""
        text = code_text(cell)
        if text is not None and text.isascii() and text.isdigit() and len(text) < len(str(_LARGEST_EXACT)):
            outcome: CountOutcome = int(text)
        elif text == "":
            outcome = None
        else:
            outcome = Problem(FaultCode.COUNT_UNREADABLE, {"value": shown_number(cell)})
        self[cell] = outcome
        return outcome


def is_blank_word(text: str) -> bool:
    """Tell whether a text stands for nothing: as pivot tables and reports write a blank, or a line drawn in text."""
    return text.strip().lower() in _BLANK_WORDS or _LINE.fullmatch(text) is not None


def _has_lost_digits(cell: Cell) -> bool:
    """Tell a long number with six digits and zeros after: what is left of a code that has been 1.23457E+11."""
    if isinstance(cell, bool) or not isinstance(cell, int | float) or abs(cell) < _SCIENTIFIC_FROM:
        return False
    whole = str(int(abs(cell)))
    return not whole[_DIGITS_LEFT:].strip("0")


def _composed(text: str) -> str:
    """Write å ä ö as one letter each, and leave out what no one sees: codes that look the same are the same."""
    return "".join(letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter) != "Cf")


def code_text(cell: Cell) -> str | None:
    """Write a cell as the code it shows: 412.0 → "412". None: a date, a fraction, a truth value, lost digits."""
    if isinstance(cell, str):
        text = (cell if cell.isascii() else _composed(cell)).strip()
        forced = _FORCED_TEXT.fullmatch(text)
        return forced[1].strip() if forced else text
    if isinstance(cell, ShownNumber):
        return cell.shown
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    is_exact = abs(cell) < _LARGEST_EXACT and cell == int(cell)
    return str(int(cell)) if is_exact else None
