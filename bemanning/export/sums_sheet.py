"""The sheet Underlag: every month behind every figure, in kronor and hours, blank where it is not loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bemanning.domain.month import MONTHS_IN_YEAR
from bemanning.export import formulas
from bemanning.export.formulas import Cell, Formula
from bemanning.export.sums_lines import LABEL_WORDS, Line, MonthKey
from bemanning.export.workbook_styles import HOURS, KR, Styles
from bemanning.presentation.missing import spans_text
from bemanning.presentation.numbers import month_text

SHEET_NAME = "Underlag"
_NAME, _WHAT, _PERIOD, _FIRST = range(4)
_TOTAL = _FIRST + MONTHS_IN_YEAR
_REMARK = _TOTAL + 1
_WIDTHS = {_NAME: 54, _WHAT: 38, _PERIOD: 18, _TOTAL: 16, _REMARK: 36}


@dataclass(frozen=True, slots=True)
class Known:
    """A month that already stands on the sheet: where, and what it says."""

    cell: str
    amount: int | None


class SumsSheet:
    """Writes lines downwards and remembers where each month and each sum stands."""

    def __init__(self, workbook: Workbook, sheet: Worksheet, styles: Styles, title: str) -> None:
        """Begin an empty sheet of the workbook with its title."""
        self._workbook, self._sheet, self._styles = workbook, sheet, styles
        self._row = 0
        self.known: dict[MonthKey, Known] = {}
        for column in range(_FIRST, _TOTAL):
            sheet.set_column(column, column, 12)
        for column, width in _WIDTHS.items():
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, _FIRST)
        self.text(f"Underlag: {title}", "title", 32)

    def text(self, text: str, style: str, height: float = 18) -> None:
        """Write one row of running text."""
        self._sheet.set_row(self._row, height)
        self._sheet.write_string(self._row, 0, text, self._styles.get(style))
        self._row += 1

    def assumption(self, label: str, name: str, value: Fraction) -> None:
        """Write a labelled number, in a cell of its own name that formulas use."""
        self._sheet.write_string(self._row, _NAME, label, self._styles.get("label"))
        self._sheet.write_number(self._row, _WHAT, float(value), self._styles.get("fact"))
        address = xl_rowcol_to_cell(self._row, _WHAT, row_abs=True, col_abs=True)
        self._workbook.define_name(name, f"={SHEET_NAME}!{address}")
        self._row += 1

    def heading(self, line: Line, *, with_years: bool) -> None:
        """Write the headings of a block: its months by name, with their years where they are of one window."""
        self._row += 1
        names = [month_text(month) for month in line.months]
        months = names if with_years else [name.partition("\u00a0")[0] for name in names]
        left, right = self._styles.get("heading"), self._styles.get("number_heading")
        for column, text in ((_NAME, "Rad"), (_WHAT, "Uppgift"), (_PERIOD, "Period"), (_REMARK, "Anmärkning")):
            self._sheet.write_string(self._row, column, text, left)
        for column in range(_FIRST, _TOTAL):
            self._sheet.write_string(self._row, column, "".join(months[column - _FIRST : column - _FIRST + 1]), right)
        self._sheet.write_string(self._row, _TOTAL, "Summa", right)
        self._row += 1

    def add(self, line: Line, *, parts: Sequence[Line] = ()) -> Cell:
        """Write a line and give a reference to its sum. `parts`: lines that it is the sum of, month by month."""
        number_format = HOURS if line.label == "external_hours" else KR
        row, style = self._row, self._styles.get("cell")
        for column, text in ((_NAME, line.name), (_WHAT, LABEL_WORDS[line.label]), (_PERIOD, line.period)):
            self._sheet.write_string(row, column, text, style)
        for step in range(len(line.months)):
            self._write_month(line, step, number_format, parts)
        total = self._write_total(line, number_format)
        missing = line.missing_months
        self._sheet.write_string(row, _REMARK, f"Inte inläst: {spans_text(missing)}" if missing else "", style)
        self._row += 1
        return total

    def _write_month(self, line: Line, step: int, number_format: str, parts: Sequence[Line]) -> None:
        row, column, amount, key = self._row, _FIRST + step, line.amounts[step], line.key(line.months[step])
        style = self._styles.get("blank" if amount is None else "cell", number_format)
        formula = self._live(line, step, parts)
        if formula is not None:
            cached = "" if amount is None else float(line.printed(amount))
            self._sheet.write_formula(row, column, formula, style, cached)
        elif amount is None:
            self._sheet.write_blank(row, column, None, style)
        else:
            self._sheet.write_number(row, column, float(line.printed(amount)), style)
        self.known.setdefault(key, Known(xl_rowcol_to_cell(row, column), amount))

    def _live(self, line: Line, step: int, parts: Sequence[Line]) -> str | None:
        """Give the formula of a month that follows from others on the sheet, so that each figure is typed once."""
        month, amount = line.months[step], line.amounts[step]
        before = self.known.get(line.key(month))
        if before is not None and before.amount == amount:
            return formulas.same_as(before.cell)
        cells = [self.known[part.key(part.months[step])] for part in parts]
        amounts = [cell.amount for cell in cells]
        known = [part for part in amounts if part is not None]
        added = sum(known) if len(known) == len(amounts) else None
        return formulas.sum_or_empty([cell.cell for cell in cells]) if cells and added == amount else None

    def _write_total(self, line: Line, number_format: str) -> Cell:
        first, last = (xl_rowcol_to_cell(self._row, _FIRST + step) for step in (0, len(line.months) - 1))
        total = Formula(formulas.sum_of_months(first, last, len(line.months)), line.total)
        self._sheet.write_formula(
            self._row, _TOTAL, total.text, self._styles.get("strong", number_format), total.cached
        )
        for column in range(_FIRST + len(line.months), _TOTAL):
            self._sheet.write_blank(self._row, column, None, self._styles.get("cell"))
        address = xl_rowcol_to_cell(self._row, _TOTAL, row_abs=True, col_abs=True)
        return Cell(f"{SHEET_NAME}!{address}", line.total)
