"""Comments in every file: the same numbers, as text and never as formulas."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from bemanning.domain.month import Month
from bemanning.export.exported_file import ExportedFile
from bemanning.export.goal_workbook import goal_workbook
from bemanning.export.reconciliation_files import reconciliation_csv, reconciliation_workbook
from bemanning.export.trend_csv import trend_csv
from bemanning.export.trend_workbook import trend_workbook
from bemanning.export.unit_files import unit_csv, unit_workbook
from bemanning.presentation.unit_words import TreeWords
from bemanning.services.comments import Comments
from tests.builders import answers, unit_trees
from tests.builders.comments import comments, nothing_said, placed, record
from tests.builders.reconciliations import reconciliation_of
from tests.builders.trends import MONTHS, trend_of

MADE_AT = datetime(2019, 1, 15, 23, 30, tzinfo=UTC)
KIM = ("Kim Kontrollant", "2019-01-15")
LINES: list[tuple[str | int | None, ...]] = [
    (2, "2016-09", "HS", "Hälso- och sjukvård", "alla yrkesgrupper",
     "Nationellt beslut om oberoende av hyrpersonal.", *KIM, None, None),
    (4, "2018-06", "HS", "Hälso- och sjukvård", "läkare", "Nytt ramavtal:\nlägre timpris.", *KIM, None, None),
    (3, "2018-10", "PV", "Primärvården", "läkare", "Två distriktsläkare anställda.", *KIM, None, None),
    (1, "2018-12", "HS", "Hälso- och sjukvård", "alla yrkesgrupper",
     "Periodiserat i januari, <inte> i december.", *KIM, "Lo Ekonom", "2019-01-16"),
    (5, "2018-12", "HS", "Hälso- och sjukvård", "sjuksköterskor",
     "Sjuksköterskor: stängda vårdplatser.", *KIM, None, None),
]  # fmt: skip


def books(said: Comments) -> list[Any]:
    trend = trend_workbook(trend_of(node="HS", profession=None), said, MADE_AT)
    units = unit_workbook(unit_trees.unit_tree(), unit_trees.drill(), TreeWords(), said, MADE_AT)
    goals = goal_workbook(answers.goal_table(), said, MADE_AT)
    reconciled = reconciliation_workbook(reconciliation_of(), said, MADE_AT)
    return [load_workbook(BytesIO(each.content)) for each in (trend, units, goals, reconciled)]


def texts(said: Comments) -> list[list[list[str]]]:
    trend = trend_csv(trend_of(node="HS", profession=None), said, MADE_AT)
    units = unit_csv(unit_trees.unit_tree(), TreeWords(), said, MADE_AT)
    return [rows_of(each) for each in (trend, units, reconciliation_csv(reconciliation_of(), said, MADE_AT))]


def rows_of(made: ExportedFile) -> list[list[str]]:
    return list(csv.reader(StringIO(made.content.decode("utf-8-sig")), delimiter=";"))


def test_every_workbook_has_them_on_a_sheet_of_their_own() -> None:
    for book in books(comments()):
        sheet = book["Kommentarer"]
        rows = [tuple(cell or None for cell in row) for row in sheet.iter_rows(values_only=True)]
        assert rows[-len(LINES) :] == LINES
        assert rows[-len(LINES) - 1][:3] == ("Nummer", "Månad", "Kod")
        assert book.sheetnames[-1] == "Kommentarer"


def test_every_text_file_has_them_last() -> None:
    for rows in texts(comments()):
        assert [tuple(cell or None for cell in row) for row in rows[-len(LINES) :]] == [
            (str(number), *rest) for number, *rest in LINES
        ]
        assert rows[-len(LINES) - 2] == []


def test_no_file_mentions_comments_where_there_are_none() -> None:
    assert ["Kommentarer" in book.sheetnames for book in books(nothing_said())] == [False] * 4
    assert not any("Kommentar" in cell for rows in texts(nothing_said()) for row in rows for cell in row)


def test_a_trends_months_name_their_comments() -> None:
    sheet = books(comments())[0]["Trend"]
    in_sheet = {row[0]: row[3] for row in sheet.iter_rows(values_only=True) if str(row[0])[:2] == "20"}
    in_text = {row[0]: row[3] for row in texts(comments())[0][1 : 1 + len(MONTHS)]}
    expected = {"2018-12": "1, 5", "2018-06": "4", "2016-09": "2"}
    assert {month: numbers for month, numbers in in_sheet.items() if numbers} == expected
    assert {month: numbers for month, numbers in in_text.items() if numbers} == expected


@pytest.mark.parametrize("text", ["=1+1", "+46", "-x", "@a"])
def test_what_was_written_never_becomes_a_formula(text: str) -> None:
    said = Comments(answers.resolved(), (placed(record(1, "HS", Month(2018, 12), text)),))
    for book in books(said):
        (cell,) = [row[5] for row in book["Kommentarer"].iter_rows() if row[0].value == 1]
        assert (cell.value, cell.data_type) == (text, "s")
    for rows in texts(said):
        assert rows[-1][5] == f"'{text}"
