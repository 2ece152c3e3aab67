"""Översikt's Excel and CSV hold what the screen shows, unrounded, as of the selected month."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from bemanning.domain.month import Month
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Profession, Span
from bemanning.export.overview_files import overview_csv, overview_workbook
from bemanning.services.overview import Overview
from tests.builders import answers
from tests.builders.answers import MISSING_MARCH
from tests.builders.comments import comments, nothing_said

MADE_AT = datetime(2019, 1, 15, 23, 30, tzinfo=UTC)


def sheets(overview: Overview) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(BytesIO(overview_workbook(overview, comments(), MADE_AT).content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def csv_rows(overview: Overview) -> list[list[str]]:
    content = overview_csv(overview, nothing_said(), MADE_AT).content.decode("utf-8-sig")
    return list(csv.reader(StringIO(content), delimiter=";"))


def test_both_files_hold_the_cards_and_the_lists_in_true_numbers() -> None:
    first = sheets(answers.overview())["Översikt"]
    nurses = next(row for row in first if row[0] == "Sjuksköterskor")
    assert nurses[4:6] == (2.6, pytest.approx(1.1))
    assert nurses[9:12] == (22_830_000, 15_945_000, 6_885_000)
    worst = next(row for row in first if row[0] == "4101")
    assert worst[:6] == ("4101", "Hälsocentralen Ås", "Primärvården", 8_412_000, 31.8, -1_930_000)
    rows = csv_rows(answers.overview())
    assert ["4101", "Hälsocentralen Ås", "Primärvården", "8412000", "31,8", "-1930000", ""] in rows
    assert ["4107", "Hälsocentralen Östra Strömsund", "Primärvården", "95000", ""] in rows


def test_the_charts_months_stand_oldest_first_with_their_comments() -> None:
    months = [row for row in sheets(answers.overview())["Hyrandel"] if str(row[0])[:2] == "20"]
    assert (months[0][0], months[-1][0], months[-1][4]) == ("2015-12", "2018-12", "1, 5")
    assert months[-1][1] == pytest.approx(16.7)
    in_text = [row for row in csv_rows(answers.overview()) if row[:1] == ["2018-12"]]
    assert in_text == [["2018-12", "16,7", "3,7", "0,4"]]


def test_the_files_say_which_months_they_go_through() -> None:
    assert ["Visade månader", "jan\u00a02015–dec\u00a02018"] in csv_rows(answers.overview())
    long = answers.resolved(earliest_month=Month(2010, 1))
    assert ["Visade månader", "jan\u00a02014–dec\u00a02018 (de senaste fem åren)"] in csv_rows(
        answers.overview(selection=long)
    )
    whole = answers.overview(selection=replace(long, span=Span.ALL))
    assert ["Visade månader", "jan\u00a02010–dec\u00a02018"] in csv_rows(whole)
    names = [overview_csv(each, nothing_said(), MADE_AT).file_name for each in (answers.overview(), whole)]
    assert names == ["oversikt_2018-12_hs_2019-01-16.csv", "oversikt_2018-12_hs_alla-ar_2019-01-16.csv"]


def test_what_does_not_apply_is_left_out_and_what_is_missing_says_why() -> None:
    card = answers.card(Profession.OTHER, share=MISSING_MARCH, agency_cost_ore=MISSING_MARCH)
    overview = answers.overview(cards=(card,))
    book = load_workbook(BytesIO(overview_workbook(overview, nothing_said(), MADE_AT).content))
    assert book.sheetnames == ["Översikt", "Hyrandel"]
    (row,) = [row for row in book["Översikt"].iter_rows() if row[0].value == "Övrig personal"]
    assert (row[1].value, row[1].fill.fgColor.rgb, row[12].value) == (None, "FFFFF3C4", "mars\u00a02018 är inte inläst")
    assert (row[7].value, row[7].fill.fgColor.rgb) == ("", "00000000")
    assert next(each for each in csv_rows(overview) if each[:1] == ["Övrig personal"])[1] == ""


def test_a_unit_without_a_place_has_no_parent() -> None:
    row = replace(answers.overview().worst[0], parent=None, share=Value(None, MISSING_MARCH.reason))
    assert next(each for each in csv_rows(answers.overview(worst=(row,))) if each[:1] == ["4101"])[2] == ""


def test_a_gap_in_the_history_is_an_empty_cell() -> None:
    card = answers.card(Profession.DOCTOR)
    numbers = (*card.history.numbers[:-2], None, card.history.numbers[-1])
    overview = answers.overview(cards=(replace(card, history=replace(card.history, numbers=numbers)),))
    assert ["2018-11", ""] in csv_rows(overview)


def test_the_files_say_what_they_are_about_and_are_named_so() -> None:
    made = overview_csv(answers.overview(), comments(), MADE_AT)
    assert made.file_name == "oversikt_2018-12_hs_2019-01-16.csv"
    assert overview_workbook(answers.overview(), comments(), MADE_AT).file_name.endswith(".xlsx")
    rows = csv_rows(answers.overview())
    assert ["Hyrandel räknas som", "andel av total personalkostnad"] in rows
    assert any(row[:1] == ["I korthet"] and "över målet" in row[1] for row in rows)
    assert "stängda vårdplatser" in made.content.decode("utf-8-sig").splitlines()[-1]
