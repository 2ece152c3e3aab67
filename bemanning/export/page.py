"""A sheet that is written downwards: sections, headings and running text over a fixed set of columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from math import ceil

from xlsxwriter.worksheet import Worksheet

from bemanning.export.formulas import Formula
from bemanning.export.workbook_setup import swedish_time
from bemanning.export.workbook_styles import MOMENT, Styles

_LINE = 15


class Page:
    """The sheet, its styles and the row that is written next."""

    def __init__(self, sheet: Worksheet, styles: Styles, widths: Sequence[int]) -> None:
        """Begin at the top of an empty sheet; `widths` sets its columns, in characters."""
        self.sheet, self.styles, self.row = sheet, styles, 0
        self.widths = tuple(widths)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)

    def title(self, text: str) -> None:
        """Write the sheet's title on a row of its own."""
        self.sheet.set_row(self.row, 32)
        self.sheet.write_string(self.row, 0, text, self.styles.get("title"))
        self.row += 2

    def section(self, text: str) -> None:
        """Leave a row and write a section's title."""
        self.row += 1
        self.sheet.set_row(self.row, 24)
        self.sheet.write_string(self.row, 0, text, self.styles.get("section"))
        self.row += 1

    def headings(self, texts: Sequence[str], numbers: frozenset[int] = frozenset(), height: int = 22) -> None:
        """Write a table's headings, those over numbers to the right."""
        self.sheet.set_row(self.row, height)
        for column, text in enumerate(texts):
            style = "number_heading" if column in numbers else "heading"
            self.sheet.write_string(self.row, column, text, self.styles.get(style))
        self.row += 1

    def across(self, text: str, style: str) -> None:
        """Write running text over all columns, the row as high as the text needs."""
        self.sheet.set_row(self.row, _LINE * ceil(len(text) / (sum(self.widths) * 1.05)) + 3)
        self.sheet.merge_range(self.row, 0, self.row, len(self.widths) - 1, "", self.styles.get(style))
        self.sheet.write_string(self.row, 0, text, self.styles.get(style))
        self.row += 1

    def fit(self, texts: Sequence[str], least: int = 20) -> None:
        """Make the row high enough for texts that wrap in their columns, first column first."""
        lines = max(ceil(len(text) / width) for text, width in zip(texts, self.widths, strict=False))
        self.sheet.set_row(self.row, max(least, _LINE * lines + 5))

    def put(
        self, column: int, content: str | Fraction | datetime | Formula, style: str, number_format: str = ""
    ) -> None:
        """Write one cell of the row: text as text whatever it begins with, a number, a moment or a formula."""
        if isinstance(content, Formula):
            cell_style = self.styles.get(style, number_format)
            self.sheet.write_formula(self.row, column, content.text, cell_style, content.cached)
        elif isinstance(content, str):
            self.sheet.write_string(self.row, column, content, self.styles.get(style, number_format))
        elif isinstance(content, datetime):
            self.sheet.write_datetime(self.row, column, swedish_time(content), self.styles.get(style, MOMENT))
        else:
            self.sheet.write_number(self.row, column, float(content), self.styles.get(style, number_format))
