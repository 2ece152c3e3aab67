"""What is seen of Enheter as a workbook or a CSV file: same rows, same order, same columns."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from bemanning.export import unit_rows
from bemanning.export.comment_block import comment_lines, write_comment_sheet
from bemanning.export.csv_text import MEDIA_TYPE, csv_bytes
from bemanning.export.drill_sheet import write_drill_sheet
from bemanning.export.exported_file import ExportedFile
from bemanning.export.page import Page
from bemanning.export.workbook_setup import new_workbook, set_up_print
from bemanning.export.workbook_styles import Styles, number_format
from bemanning.presentation.made_text import made_text
from bemanning.presentation.texts import units as texts
from bemanning.presentation.unit_columns import figure_columns
from bemanning.presentation.unit_view import seen_rows
from bemanning.presentation.unit_words import TreeWords
from bemanning.services.comments import Comments
from bemanning.services.drill_down import DrillDown
from bemanning.services.unit_tree import UnitTree

SHEET_NAME, DRILL_SHEET_NAME = "Enheter", "Underlag"
# Code, name, level; the figures; why something is missing.
_FIRST_WIDTHS, _FIGURE_WIDTH, _LAST_WIDTH = (16, 44, 8), 18, 44


def unit_csv(tree: UnitTree, words: TreeWords, comments: Comments, made_at: datetime) -> ExportedFile:
    """Write the rows that are seen, then the facts about them, then the comments, with blank lines between."""
    rows = unit_rows.table(tree, seen_rows(tree.rows, words))
    lines = comment_lines(comments)
    content = csv_bytes([*rows, [], *unit_rows.facts(tree, words, made_at), *([[], *lines] if lines else [])])
    return ExportedFile(unit_rows.file_name(tree, made_at, "csv"), content, MEDIA_TYPE)


def unit_workbook(
    tree: UnitTree, drill: DrillDown | None, words: TreeWords, comments: Comments, made_at: datetime
) -> ExportedFile:
    """Write the rows that are seen, and on sheets of their own the opened cell with every voucher, and the comments."""
    buffer, title = BytesIO(), f"{texts.TITLE}: {tree.selection.node.name}"
    workbook = new_workbook(buffer, title, tree.selection.path[-1].name, made_at)
    styles = Styles(workbook)
    _write_tree(workbook.add_worksheet(SHEET_NAME), styles, tree, words, made_at)
    if drill is not None:
        write_drill_sheet(workbook.add_worksheet(DRILL_SHEET_NAME), styles, drill)
    write_comment_sheet(workbook, styles, comments)
    for sheet in workbook.worksheets():
        set_up_print(sheet, title, f"{tree.selection.path[-1].name}, framtaget {made_text(tree.selection, made_at)}")
    workbook.close()
    return ExportedFile(unit_rows.file_name(tree, made_at, "xlsx"), buffer.getvalue())


def _write_tree(sheet: Worksheet, styles: Styles, tree: UnitTree, words: TreeWords, made_at: datetime) -> None:
    columns = figure_columns(tree.selection)
    page = Page(sheet, styles, (*_FIRST_WIDTHS, *[_FIGURE_WIDTH] * len(columns), _LAST_WIDTH))
    page.title(f"{texts.TITLE}: {tree.selection.node.name}")
    for label, text in unit_rows.facts(tree, words, made_at):
        page.put(0, label, "label")
        page.put(1, text, "fact")
        page.row += 1
    page.row += 1
    first = len(_FIRST_WIDTHS)
    page.headings(unit_rows.headings(columns), frozenset(range(2, first + len(columns))), height=48)
    sheet.freeze_panes(page.row, 2)
    formats = {2: number_format(), **{first + at: number_format(each.decimals) for at, each in enumerate(columns)}}
    for seen in seen_rows(tree.rows, words):
        # Excel's own outline: a level is folded with one click, as on screen.
        sheet.set_row(page.row, None, None, {"level": min(seen.row.depth, 7)})
        _write_row(page, unit_rows.cells(seen.row, columns), formats)


def _write_row(page: Page, cells: list[str | Fraction | None], formats: dict[int, str]) -> None:
    for column, cell in enumerate(cells):
        if cell is None:
            page.sheet.write_blank(page.row, column, None, page.styles.get("blank"))
        else:
            page.put(column, cell, "cell", formats.get(column, ""))
    page.row += 1
