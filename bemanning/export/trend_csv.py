"""A trend as CSV for Excel and statistics programs, with its comments under it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from bemanning.export.comment_block import comment_lines, numbers_on
from bemanning.export.csv_text import MEDIA_TYPE, csv_bytes
from bemanning.export.exported_file import ExportedFile
from bemanning.export.trend_facts import trend_facts, trend_file_name, trend_title
from bemanning.export.trend_numbers import in_print_unit
from bemanning.presentation.measures import UNIT_WORDS
from bemanning.presentation.texts import comments as texts
from bemanning.presentation.trend_table import trend_headings, trend_values
from bemanning.presentation.trend_words import missing_notes
from bemanning.services.comments import Comments
from bemanning.services.trend import Trend

Row = Sequence[str | Fraction | None]


def trend_csv(trend: Trend, comments: Comments, made_at: datetime) -> ExportedFile:
    """Write the table, oldest month first, then what it is about, then the comments. Missing is an empty cell."""
    lines = comment_lines(comments)
    about: list[Row] = [
        ["", trend_title(trend)],
        *trend_facts(trend, made_at),
        *(("Saknas", note) for note in missing_notes(trend)),
    ]
    content = csv_bytes([*_table(trend, comments), [], *about, *([[], *lines] if lines else [])])
    return ExportedFile(trend_file_name(trend, made_at, "csv"), content, MEDIA_TYPE)


def _table(trend: Trend, comments: Comments) -> list[Row]:
    unit = UNIT_WORDS[trend.measure.unit]
    month, *headings = trend_headings(trend)
    has_comments = bool(comments.own)
    rows: list[Row] = [
        [month, *(f"{heading} ({unit})" for heading in headings), *([texts.COLUMN] if has_comments else [])]
    ]
    for point, values in zip(trend.lines[0].points, trend_values(trend), strict=True):
        numbers = [in_print_unit(trend.measure.unit, value.number) for value in values]
        said = [numbers_on(point.month, comments)] if has_comments else []
        rows.append([str(point.month), *numbers, *said])
    return rows
