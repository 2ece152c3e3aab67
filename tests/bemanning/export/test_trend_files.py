"""A trend's Excel and CSV hold what the screen shows, unrounded, and say what they are about."""

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Profession, TrendMeasure
from bemanning.export.trend_csv import trend_csv
from bemanning.export.trend_workbook import trend_workbook
from bemanning.services.trend import Trend
from tests.builders import answers
from tests.builders.comments import nothing_said
from tests.builders.trends import MONTHS, trend_of

MADE_AT = datetime(2019, 1, 15, 23, 30, tzinfo=UTC)


def sheet_of(trend: Trend) -> Any:
    return load_workbook(BytesIO(trend_workbook(trend, nothing_said(), MADE_AT).content))["Trend"]


def csv_rows(trend: Trend) -> list[list[str]]:
    return list(
        csv.reader(StringIO(trend_csv(trend, nothing_said(), MADE_AT).content.decode("utf-8-sig")), delimiter=";")
    )


@pytest.mark.parametrize(
    ("measure", "monthly", "year", "written"),
    [
        (TrendMeasure.AGENCY_COST, 13_000, 156_000, ["13000", "156000"]),
        (TrendMeasure.SHARE, 100 * 13 / 73, 100 * 13 / 73, ["17,808219", "17,808219"]),
        (TrendMeasure.EXTERNAL_HOURS, 8, 96, ["8", "96"]),
        (TrendMeasure.WORKED_WEEKS, 0.2, 2.4, ["0,2", "2,4"]),
        (TrendMeasure.PRICE_PER_HOUR, 1_625, 1_625, ["1625", "1625"]),
        (TrendMeasure.COST_DEVIATION, 3_000, 36_000, ["3000", "36000"]),
    ],
)
def test_both_files_hold_the_numbers(measure: TrendMeasure, monthly: float, year: float, written: list[str]) -> None:
    trend = trend_of(measure=measure)
    cells = {row[0]: row[1:3] for row in sheet_of(trend).iter_rows(values_only=True)}
    assert cells["2018-12"] == pytest.approx((monthly, year))
    assert csv_rows(trend)[len(MONTHS)] == ["2018-12", *written]


def test_what_is_missing_is_an_empty_cell_that_says_why() -> None:
    trend = trend_of(node="PV")
    (cell,) = [row[1] for row in sheet_of(trend).iter_rows() if row[0].value == "2018-03"]
    assert (cell.value, cell.comment.text.replace("\u00a0", " ")) == (None, "mars 2018 är inte inläst")
    assert ["2018-03", "", ""] in csv_rows(trend)
    assert any(row[:1] == ["Saknas"] and "mars" in row[1] for row in csv_rows(trend))


def test_both_files_say_what_they_are_about() -> None:
    trend = trend_of(measure=TrendMeasure.AGENCY_COST, compared=("PV", Profession.NURSE))
    expected = {
        "Region": "Region Demo",
        "Urval": "Läkare, Medicinkliniken (MED); Läkare, Primärvården (PV); Sjuksköterskor, Medicinkliniken (MED)",
        "Organisation": "dagens organisation",
        "Formel": "Σ hyrkostnad",
        "Källa": "Ekonomisystemet, konton som är mappade till hyrpersonal",
        "Uppgifterna är": "slutliga",
        "Framtaget": "16\u00a0jan\u00a02019",
    }
    in_sheet = {row[0]: row[1] for row in sheet_of(trend).iter_rows(values_only=True)}
    in_csv = {row[0]: row[1] for row in csv_rows(trend) if len(row) == 2}
    assert expected.items() <= in_sheet.items()
    assert expected.items() <= in_csv.items()
    heading = csv_rows(trend)[0]
    assert heading[0] == "Månad"
    assert heading[5] == "Sjuksköterskor, Medicinkliniken: månaden (kr)"


def test_the_names_say_what_and_when_and_the_bytes_are_the_same_each_time() -> None:
    trend = trend_of(measure=TrendMeasure.AGENCY_COST, month=Month(2018, 9))
    made = trend_workbook(trend, nothing_said(), MADE_AT)
    assert made.file_name == "trend_hyrkostnad_2018-09_med_lakare_2019-01-16.xlsx"
    assert made.content == trend_workbook(trend, nothing_said(), MADE_AT).content
    several = trend_csv(trend_of(profession=None, compared=("PV",)), nothing_said(), MADE_AT)
    assert several.file_name == "trend_hyrandel_2018-12_med_jamforelse_2019-01-16.csv"
    assert several.content.startswith(b"\xef\xbb\xbfM")


def test_preliminary_figures_are_said_to_be() -> None:
    from dataclasses import replace  # noqa: PLC0415

    trend = replace(trend_of(), selection=answers.resolved(is_preliminary=True))
    assert ["Uppgifterna är", "preliminära: någon månad kan ändras"] in csv_rows(trend)
