"""Comments in files: a sheet of a workbook, and lines under a CSV file's table."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from xlsxwriter import Workbook

from bemanning.domain.month import Month
from bemanning.export.page import Page
from bemanning.export.workbook_setup import swedish_time
from bemanning.export.workbook_styles import Styles, number_format
from bemanning.presentation.comment_words import profession_words
from bemanning.presentation.texts import comments as texts
from bemanning.services.comments import Comments, PlacedComment

SHEET_NAME = texts.SHEET_NAME
_WIDTHS = (10, 10, 10, 28, 17, 60, 20, 12, 20, 12)
_NUMBER = 0


def write_comment_sheet(workbook: Workbook, styles: Styles, comments: Comments) -> None:
    """Add a sheet with everything that is said, oldest month first; none where nothing is."""
    said = all_comments(comments)
    if not said:
        return
    page = Page(workbook.add_worksheet(SHEET_NAME), styles, _WIDTHS)
    page.title(texts.TITLE)
    page.sheet.repeat_rows(page.row)
    page.headings(texts.HEADINGS, frozenset({_NUMBER}))
    page.sheet.freeze_panes(page.row, 0)
    for each in said:
        _write(page, each)


def comment_lines(comments: Comments) -> list[list[str]]:
    """Give lines of text for a CSV file, headings first; none where nothing is said."""
    said = all_comments(comments)
    return [list(texts.HEADINGS), *(_texts(each) for each in said)] if said else []


def all_comments(comments: Comments) -> list[PlacedComment]:
    """Give what is said about the selection and beneath it, by month, in the order it was first said."""
    said = (*comments.own, *comments.below)
    return sorted(said, key=lambda each: (each.record.month, each.record.number))


def numbers_on(month: Month, comments: Comments) -> str:
    """Give the numbers of the comments on the selection itself in a month: "3, 7"."""
    return ", ".join(str(each.record.number) for each in comments.own if each.record.month == month)


def _texts(comment: PlacedComment) -> list[str]:
    record = comment.record
    reworded = (record.actor_name, _day(record.recorded_at)) if record.is_reworded else ("", "")
    return [
        str(record.number),
        str(record.month),
        comment.node.code,
        comment.node.name,
        profession_words(comment),
        record.text,
        record.author_name,
        _day(record.written_at),
        *reworded,
    ]


def _day(moment: datetime) -> str:
    return swedish_time(moment).date().isoformat()


def _write(page: Page, comment: PlacedComment) -> None:
    cells = _texts(comment)
    page.fit(cells)
    for column, text in enumerate(cells):
        if column == _NUMBER:
            page.put(column, Fraction(text), "cell_text", number_format())
        else:
            page.put(column, text, "cell_text", "@")
    page.row += 1
