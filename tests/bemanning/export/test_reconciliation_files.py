"""Avstämning's Excel and CSV hold what the screen shows, unrounded, and say what they are about."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Profession, Source
from bemanning.export.reconciliation_files import reconciliation_csv, reconciliation_workbook
from bemanning.services.reconciliation import Reconciliation
from tests.builders import answers
from tests.builders.comments import nothing_said
from tests.builders.reconciliations import figures, lacking, reconciliation_of

MADE_AT = datetime(2019, 1, 15, 23, 30, tzinfo=UTC)
GAP = reconciliation_of(figures(lacking(Source.HEROMA, Month(2018, 3))), profession=Profession.DOCTOR)


def sheets(answer: Reconciliation) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(BytesIO(reconciliation_workbook(answer, nothing_said(), MADE_AT).content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def csv_rows(answer: Reconciliation) -> list[list[str]]:
    content = reconciliation_csv(answer, nothing_said(), MADE_AT).content.decode("utf-8-sig")
    return list(csv.reader(StringIO(content), delimiter=";"))


def test_both_files_hold_every_table_in_true_numbers() -> None:
    found = sheets(reconciliation_of())
    assert list(found) == ["Egen personal", "Hyrpersonal", "Leverantörer"]
    july = next(row for row in found["Egen personal"] if row[:2] == ("Läkare", "2018-07"))
    assert july[2:] == (348_000, 200_000, 148_000, 1.74, "Kvoten 21\u00a0% över det vanliga", "")
    november = next(row for row in found["Hyrpersonal"] if row[:2] == ("Läkare", "2018-11"))
    assert november[2:6] == (80_000, 160, 4, 500)
    assert ("Norrsken Vård AB", 60_000, 50, 1_200, "") in found["Leverantörer"]
    rows = csv_rows(reconciliation_of())
    assert ["Läkare", "2018-07", "348000", "200000", "148000", "1,74", "Kvoten 21\u00a0% över det vanliga", ""] in rows
    assert ["'=Polstjärnan AB", "30000", "0", "", "Fakturerat utan timmar"] in rows
    assert [row[0] for row in rows if len(row) == 1] == [
        "Egen personal: ekonomi mot Heroma",
        "Hyrpersonal: köpt och använd tid",
        "Hyrpersonal per leverantör",
    ]


def test_the_unmapped_have_amounts_and_nothing_compared() -> None:
    rows = csv_rows(reconciliation_of())
    assert ["Utan mappning", "Summa", "5000", "3000", "", "", "", ""] in rows
    assert ["Utan mappning", "Summa", "5000", "12", "0,3", "", "", ""] in rows


def test_what_is_missing_is_an_empty_yellow_cell_with_the_reason_beside_it() -> None:
    book = load_workbook(BytesIO(reconciliation_workbook(GAP, nothing_said(), MADE_AT).content))
    (march,) = [
        row for row in book["Egen personal"].iter_rows() if row[1].value == "2018-03" and row[0].value == "Läkare"
    ]
    assert [cell.value for cell in march[3:6]] == [None, None, None]
    assert [cell.fill.fill_type for cell in march[1:4]] == [None, None, "solid"]
    assert str(march[7].value).replace("\u00a0", " ") == "mars 2018 är inte inläst"
    assert ["Saknas", "Heroma, hyrtimmar: mars\u00a02018 är inte inläst."] in csv_rows(GAP)


def test_both_files_say_what_they_are_about() -> None:
    about = {
        "Region": "Region Demo",
        "Urval": "Hälso- och sjukvård (HS)",
        "Månader": "jan–dec\u00a02018",
        "Organisation": "dagens organisation",
        "Avrop": "Beställd tid ingår inte: avropslistor läses inte in än.",
        "Uppgifterna är": "slutliga",
        "Framtaget": "16\u00a0jan\u00a02019",
    }
    in_csv = {row[0]: row[1] for row in csv_rows(GAP) if len(row) == 2}
    assert about.items() <= in_csv.items()
    for rows in sheets(GAP).values():
        assert about.items() <= {str(row[0]): row[1] for row in rows}.items()


def test_preliminary_figures_are_said_to_be() -> None:
    early = replace(GAP, selection=answers.resolved(is_preliminary=True))
    assert ["Uppgifterna är", "preliminära: någon månad kan ändras"] in csv_rows(early)


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        (reconciliation_of(), "avstamning_2018-12_hs_2019-01-16"),
        (GAP, "avstamning_2018-12_hs_lakare_2019-01-16"),
    ],
)
def test_the_names_say_what_and_when_and_the_bytes_are_the_same_each_time(answer: Reconciliation, name: str) -> None:
    made = reconciliation_workbook(answer, nothing_said(), MADE_AT)
    assert (made.file_name, reconciliation_csv(answer, nothing_said(), MADE_AT).file_name) == (
        f"{name}.xlsx",
        f"{name}.csv",
    )
    assert made.content == reconciliation_workbook(answer, nothing_said(), MADE_AT).content
