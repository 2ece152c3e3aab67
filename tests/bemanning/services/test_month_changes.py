"""What a file would change, against a naive second implementation and as it is told in the report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.vocabulary import Source
from bemanning.services.file_report import FileReport, Outcome
from bemanning.services.ingest import LoadOptions
from bemanning.services.month_changes import month_changes
from bemanning.services.region_services import RegionServices
from tests.bemanning.services.conftest import Loader
from tests.builders.files import budget_file, cells_of, hours_file, ledger_file
from tests.oracles.naive_changes import Row, changes

months = st.sampled_from(["2018-01", "2018-02", "2018-03"])
keys = st.sampled_from(["0400", "4110", "4610"])
amounts = st.integers(-(10**12), 10**12)
row_lists = st.lists(st.tuples(months, keys, amounts), unique_by=lambda row: row[:2])


def told(report: FileReport) -> list[tuple[str, str | None, int | None, int]]:
    return [(change.month, change.key, change.before, change.after) for change in report.changes]


@given(row_lists, row_lists)
def test_ledger_changes_are_the_naive_ones(loaded: list[Row], file: list[Row]) -> None:
    before, after = (
        ledger_file(name, *((month, account, "0101", amount) for month, account, amount in rows))
        for name, rows in (("a", loaded), ("b", file))
    )
    of_file = {row[0] for row in file}
    in_months = [row for row in loaded if row[0] in of_file]
    found = month_changes(
        Source.LEDGER, cells_of(before), cells_of(after), after.per_month, {row[0] for row in in_months}
    )
    assert [(change.month, change.key, change.before, change.after) for change in found] == changes(in_months, file)


@given(row_lists, row_lists)
def test_hours_changes_are_the_naive_ones(loaded: list[Row], file: list[Row]) -> None:
    before, after = (
        hours_file(name, *((month, "0101", code, "own", "absence", hours) for month, code, hours in rows))
        for name, rows in (("a", loaded), ("b", file))
    )
    of_file = {row[0] for row in file}
    in_months = [row for row in loaded if row[0] in of_file]
    found = month_changes(
        Source.HEROMA, cells_of(before), cells_of(after), after.per_month, {row[0] for row in in_months}
    )
    assert [(change.month, change.key, change.before, change.after) for change in found] == changes(in_months, file)


JANUARY = ledger_file("jan.xlsx", ("2018-01", "4110", "0101", 900_00), ("2018-01", "4610", "0102", 100_00))


def test_the_report_says_what_each_month_was_and_becomes(services: RegionServices, load: Loader) -> None:
    assert told(load(JANUARY)[0]) == [("2018-01", None, None, 1000_00)]
    mended = ledger_file(
        "jan2.xlsx",
        ("2018-01", "4110", "0101", 900_00),
        ("2018-01", "4610", "0102", 150_00),
        ("2018-01", "5000", "0102", -50_00),
        ("2018-02", "4110", "0101", 7_00),
    )
    (report,) = load(mended)
    assert told(report) == [
        ("2018-01", None, 1000_00, 1000_00),
        ("2018-01", "4610", 100_00, 150_00),
        ("2018-01", "5000", 0, -50_00),
        ("2018-02", None, None, 7_00),
    ]
    assert services.loads()[0].id == report.load_id


def test_the_same_content_leaves_every_month_as_it_is(load: Loader) -> None:
    load(JANUARY)
    assert told(load(JANUARY)[0]) == [("2018-01", None, 1000_00, 1000_00)]


def test_a_refused_file_tells_what_it_would_have_changed(load: Loader) -> None:
    load(JANUARY)
    (report,) = load(ledger_file("halv.xlsx", ("2018-01", "4110", "0101", 900_00)))
    assert report.outcome is Outcome.REJECTED
    assert told(report) == [("2018-01", None, 1000_00, 900_00), ("2018-01", "4610", 100_00, 0)]


def test_budget_and_other_scopes_stand_beside(load: Loader) -> None:
    january = ("2018-01", "4110", "0101", 900_00)
    load(
        budget_file("budget.xlsx", january, budget=(("2018-01", "4110", "0101", 5_00),)),
        ledger_file("stab.xlsx", ("2018-01", "4110", "0900", 70_00)),
    )
    (report,) = load(
        budget_file("ny.xlsx", january, budget=(("2018-01", "4110", "0101", 6_00),)),
        options=LoadOptions(allow_erase=True),
    )
    assert told(report) == [("2018-01", None, 900_00, 900_00)]
