"""The tables in data/headings: every heading says one thing, and every meaning is one that is read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bemanning.domain.vocabulary import AmountMeasure, Employment, Source, TimeKind
from loaders.header import BALANCES
from loaders.headings import CHANGE, Headings, load_headings, normalised

LEDGER_COLUMNS = {
    "month", "year", "account", "ansvar", "activity", "project", "counterparty", "supplier", "voucher", "cumulative",
    "total", "name", "debit", "credit", *AmountMeasure,
}  # fmt: skip
HEROMA_COLUMNS = {
    "month", "year", "unit", "code", "employment", "time_kind", "supplier", "hours", "cost", "head_count", "name",
}  # fmt: skip


@pytest.mark.parametrize("name", ["ledger", "heroma", "personal", "balance"])
def test_no_heading_stands_twice(name: str, headings_folder: Path) -> None:
    with (headings_folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        written = [normalised(row["heading"]) for row in csv.DictReader(file)]
    assert len(written) == len(set(written))


def test_no_heading_is_both_read_and_personal(headings: Headings) -> None:
    for table in headings.columns.values():
        assert not set(table) & set(headings.personal)


def test_every_meaning_is_one_that_is_read(headings: Headings) -> None:
    assert {meaning.column for meaning in headings.columns[Source.LEDGER].values()} == LEDGER_COLUMNS
    assert {meaning.column for meaning in headings.columns[Source.HEROMA].values()} == HEROMA_COLUMNS
    assert {meaning.column for meaning in headings.balance.values()} == {*BALANCES, AmountMeasure.ACTUAL, CHANGE}
    assert set(headings.words["employment"].values()) == set(Employment)
    assert set(headings.words["time_kind"].values()) == set(TimeKind)
    assert set(headings.personal.values()) == {"person_name", "personal_number", "employee_number", "free_text"}


@pytest.mark.parametrize(
    ("heading", "column"),
    [("KONTO_ID", "account"), ("kst id", "ansvar"), ("AR_PER", "month"), ("Utf-V", "actual"), ("BUD_V", "budget")],
)
def test_knows_the_headings_of_the_field(heading: str, column: str, headings: Headings) -> None:
    assert headings.columns[Source.LEDGER][normalised(heading)].column == column


@pytest.mark.parametrize("text", ["Kostnadsställe", " KOSTNADSSTÄLLE ", "kostnads-sta\u0308lle", "Kostnads_ställe:"])
def test_case_space_and_punctuation_make_no_difference(text: str) -> None:
    assert normalised(text) == "kostnadsställe"


def test_a_table_saved_by_excel_reads_the_same(headings_folder: Path, headings: Headings, tmp_path: Path) -> None:
    for path in headings_folder.glob("*.csv"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert load_headings(tmp_path) == headings
