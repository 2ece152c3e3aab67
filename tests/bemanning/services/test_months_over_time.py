"""Stories of a month: files come again, late, corrected, cut and in the wrong order. Each ends in exact sums."""
# ruff: noqa: E501 -- a step of a story stays on one line

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl
import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile
from bemanning.services.file_report import Outcome
from bemanning.services.ingest import LoadOptions
from bemanning.services.region_services import RegionServices
from tests.bemanning.services.conftest import Loader
from tests.builders.files import BuiltReader, hours_file, ledger_file, paths, refused_file
from tests.builders.loads import ACTOR
from tests.conftest import Clock

WHOLE = ("0101", "0102")


def ledger(name: str, amounts: dict[int, int], units: tuple[str, ...] = WHOLE) -> ParsedFile:
    """A ledger file of months of 2018, every unit with the month's amount on one account."""
    rows = [(f"2018-{month:02}", "4610", unit, ore) for month, ore in amounts.items() for unit in units]
    return ledger_file(name, *rows)


@dataclass(frozen=True)
class Undo:
    """Undo the load with the number, counted from 1 in the order that they were stored."""

    number: int


@dataclass(frozen=True)
class Given:
    """A file, how it is loaded, and what is said of it: warnings where it is stored, faults where it isn't."""

    file: ParsedFile
    said: tuple[Code, ...] = ()
    allow_erase: bool = False
    scope: str | None = None
    is_stored: bool = True


JAN = ledger("januari.xlsx", {1: 100})
JAN_MENDED = ledger("januari rättad.xlsx", {1: 150})
SAME_ROWS = replace(JAN, file_name="januari.csv", sha256="c" * 64)
TO_FEB, TO_MARCH = ledger("till februari.xlsx", {1: 110, 2: 210}), ledger("till mars.xlsx", {1: 120, 2: 220, 3: 320})
FEB_ONWARD = ledger("februari och mars.xlsx", {2: 240, 3: 340})
ONE_UNIT = ledger("bara en enhet.xlsx", {1: 900}, ("0101",))
STAFF = ledger("stab.xlsx", {1: 7}, ("0900",))
NEGATIVE = ledger("rättelse.xlsx", {1: -50})
HOURS = hours_file("tid.xlsx", ("2018-01", "0101", "D1", "external", "ordinary", 40_00))
MINUTES = hours_file("minuter.xlsx", ("2018-02", "0101", "D1", "external", "ordinary", 2_400_00))
RESTATED, ERASED = Code.MONTH_RESTATED, Code.WOULD_ERASE

Step = Given | Undo
# What happens, and what each month then sums to, in öre over the health care's two units (and the staff's one).
STORIES: dict[str, tuple[list[Step], dict[int, int]]] = {
    "the same file twice": ([Given(JAN), Given(JAN, (Code.SAME_CONTENT,), is_stored=False)], {1: 200}),
    "the same content in another format": ([Given(JAN), Given(SAME_ROWS, (Code.SAME_CONTENT,), is_stored=False)], {1: 200}),
    "the same file after it was undone": ([Given(JAN), Undo(1), Given(JAN, (Code.CONTENT_UNDONE,))], {1: 200}),
    "the same file in the middle of others": ([Given(TO_FEB), Given(JAN_MENDED, (Code.FILE_ENDS_BEFORE, RESTATED)), Given(TO_FEB, (Code.CONTENT_REPLACED, RESTATED))], {1: 220, 2: 420}),
    "a corrected month": ([Given(JAN), Given(JAN_MENDED, (RESTATED,))], {1: 300}),
    "a correction below zero": ([Given(JAN), Given(NEGATIVE, (Code.SIGN_AGAINST_LOADED, RESTATED))], {1: -100}),
    "a corrected month, undone": ([Given(JAN), Given(JAN_MENDED, (RESTATED,)), Undo(2)], {1: 200}),
    "a month corrected twice, the first correction undone": ([Given(JAN), Given(JAN_MENDED, (RESTATED,)), Given(NEGATIVE, (Code.SIGN_AGAINST_LOADED, RESTATED)), Undo(2)], {1: -100}),
    "a month corrected twice, both undone": ([Given(JAN), Given(JAN_MENDED, (RESTATED,)), Given(NEGATIVE, (Code.SIGN_AGAINST_LOADED, RESTATED)), Undo(2), Undo(3)], {1: 200}),
    "a month corrected twice, both undone from the end": ([Given(JAN), Given(JAN_MENDED, (RESTATED,)), Given(NEGATIVE, (Code.SIGN_AGAINST_LOADED, RESTATED)), Undo(3), Undo(2)], {1: 200}),
    "all undone": ([Given(JAN), Given(JAN_MENDED, (RESTATED,)), Undo(1), Undo(2)], {}),
    "overlapping months": ([Given(TO_FEB), Given(FEB_ONWARD, (RESTATED,))], {1: 220, 2: 480, 3: 680}),
    "overlapping months, the first undone": ([Given(TO_FEB), Given(FEB_ONWARD, (RESTATED,)), Undo(1)], {2: 480, 3: 680}),
    "overlapping months, the second undone": ([Given(TO_FEB), Given(FEB_ONWARD, (RESTATED,)), Undo(2)], {1: 220, 2: 420}),
    "each export holds the year so far": ([Given(JAN), Given(TO_FEB, (RESTATED,)), Given(TO_MARCH, (RESTATED, RESTATED))], {1: 240, 2: 440, 3: 640}),
    "an older export after a newer": ([Given(TO_MARCH), Given(TO_FEB, (Code.FILE_ENDS_BEFORE, RESTATED, RESTATED))], {1: 220, 2: 420, 3: 640}),
    "an older export after a newer, undone": ([Given(TO_MARCH), Given(TO_FEB, (Code.FILE_ENDS_BEFORE, RESTATED, RESTATED)), Undo(2)], {1: 240, 2: 440, 3: 640}),
    "a replaced export again": ([Given(JAN), Given(JAN_MENDED, (RESTATED,)), Given(JAN, (Code.CONTENT_REPLACED, RESTATED))], {1: 200}),
    "an older export that changes nothing": ([Given(TO_FEB), Given(ledger("januari ur åren.xlsx", {1: 110}))], {1: 220, 2: 420}),
    "one unit of a month": ([Given(JAN), Given(ONE_UNIT, (ERASED,), is_stored=False)], {1: 200}),
    "one unit of a month, on purpose": ([Given(JAN), Given(ONE_UNIT, (RESTATED, ERASED), allow_erase=True)], {1: 900}),
    "one unit of a month, on purpose, undone": ([Given(JAN), Given(ONE_UNIT, (RESTATED, ERASED), allow_erase=True), Undo(2)], {1: 200}),
    "one unit that is another scope": ([Given(JAN), Given(STAFF)], {1: 207}),
    "a month with the sign turned": ([Given(TO_FEB), Given(ledger("mars.xlsx", {3: -200}), (Code.SIGN_AGAINST_LOADED,))], {1: 220, 2: 420, 3: -400}),
    "the months turned": ([Given(TO_FEB), Given(ledger("till februari vänd.xlsx", {1: -110, 2: -210}), (Code.SIGN_AGAINST_LOADED, RESTATED, RESTATED))], {1: -220, 2: -420}),
    "one month of three turned": ([Given(TO_MARCH), Given(ledger("till mars.xlsx", {1: 120, 2: -220, 3: 320}), (RESTATED,))], {1: 240, 2: -440, 3: 640}),
    "a small month of corrections": ([Given(TO_FEB), Given(ledger("mars.xlsx", {3: -40}))], {1: 220, 2: 420, 3: -80}),
    "a month in thousands": ([Given(FEB_ONWARD), Given(ledger("januari.xlsx", {1: 1}), (Code.SCALE_AGAINST_LOADED,))], {1: 2, 2: 480, 3: 680}),
    "a month in öre": ([Given(TO_FEB), Given(ledger("mars.xlsx", {3: 42_000}), (Code.SCALE_AGAINST_LOADED,))], {1: 220, 2: 420, 3: 84_000}),
    "a month without sum": ([Given(TO_FEB), Given(ledger("mars.xlsx", {3: 0}))], {1: 220, 2: 420, 3: 0}),
    "hours in minutes": ([Given(HOURS), Given(MINUTES, (Code.SCALE_AGAINST_LOADED,))], {}),
    "another scope undone": ([Given(JAN), Given(STAFF), Undo(1)], {1: 7}),
    "units of two scopes at once": ([Given(JAN), Given(ledger("allt.xlsx", {1: 1}, (*WHOLE, "0900")), (Code.SCOPE_MIXED,), is_stored=False)], {1: 200}),
    "another scope than is said": ([Given(STAFF, (Code.SCOPE_OTHER,), scope="HSV", is_stored=False)], {}),
    "another source beside": ([Given(JAN), Given(HOURS), Undo(2)], {1: 200}),
    "a bad file after a good one": ([Given(JAN), Given(refused_file("trasig.xlsx"), (Code.FILE_EMPTY,), is_stored=False)], {1: 200}),
    "a good file after a bad one": ([Given(refused_file("trasig.xlsx"), (Code.FILE_EMPTY,), is_stored=False), Given(JAN)], {1: 200}),
}  # fmt: skip


@pytest.mark.parametrize(("story", "sums"), STORIES.values(), ids=STORIES)
def test_story(story: list[Step], sums: dict[int, int], services: RegionServices, load: Loader) -> None:
    for step in story:
        if isinstance(step, Undo):
            services.undo(step.number, ACTOR)
            continue
        options = LoadOptions(step.scope, step.allow_erase)
        # What is foreseen is what is said when it is done.
        (checked,) = services.check(_reader(services, step.file), options)
        (report,) = load(step.file, options=options)
        assert replace(report, load_id=None) == checked
        assert (report.load_id is not None) is step.is_stored
        said = report.faults if report.outcome is Outcome.REJECTED else report.warnings
        assert tuple(fault.code for fault in said) == step.said
    assert _sums(services) == {f"2018-{month:02}": ore for month, ore in sums.items()}


def _reader(services: RegionServices, file: ParsedFile) -> list[Path]:
    services.reader = BuiltReader(file)
    return paths(file)


def _sums(services: RegionServices) -> dict[str, int]:
    with services.store.reading() as session:
        cells = session.cells.current_cost()
    return dict(cells.group_by("month").agg(pl.col("amount_ore").sum()).iter_rows())


def test_a_stale_file_is_named_with_what_it_is_older_than(load: Loader, clock: Clock) -> None:
    load(TO_MARCH)
    (further,) = load(TO_FEB)
    assert further.warnings[0].params == {
        "load": 1, "file": "till mars.xlsx", "last": "2018-02", "reaches": "2018-03",
    }  # fmt: skip
    (again,) = load(replace(TO_MARCH, file_name="igen.xlsx"))
    assert again.warnings[0].params == {"load": 1, "file": "till mars.xlsx", "date": clock.at.date().isoformat()}


def test_a_stale_file_of_one_scope_is_not_held_against_another(load: Loader) -> None:
    load(TO_MARCH, STAFF)
    (report,) = load(ledger("stab rättad.xlsx", {1: 8}, ("0900",)))
    assert [fault.code for fault in report.warnings] == [RESTATED]
