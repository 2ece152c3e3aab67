from pathlib import Path
from typing import Any

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import MonthStatus, Profession, Source
from bemanning.services.file_report import FileReport, Outcome
from bemanning.services.ingest import LoadOptions
from bemanning.services.month_status import MonthsChoice
from bemanning.services.region_services import RegionServices
from bemanning.services.unmapped import UnmappedItem
from bemanning.store import Store
from tests.bemanning.services.conftest import Loader
from tests.builders.files import (
    BuiltReader,
    budget_file,
    hours_file,
    ledger_file,
    paths,
    refused_file,
    with_vouchers,
)

JANUARY = ledger_file("januari.xlsx", ("2018-01", "4110", "0101", 900_00), ("2018-01", "4610", "0102", 100_00))
JANUARY_MENDED = ledger_file("januari2.xlsx", ("2018-01", "4110", "0101", 900_00), ("2018-01", "4610", "0102", 150_00))
STAFF = ledger_file("stab.xlsx", ("2018-01", "5000", "0900", 70_00))
HOURS = hours_file(
    "timmar.xlsx",
    ("2018-01", "H-0101", "D1", "external", "ordinary", 40_00),
    ("2018-01", "0101", "D1", "external", "absence", 8_00),
    ("2018-01", "0102", "X9", "own", "ordinary", 160_00),
)


def codes(report: FileReport) -> tuple[list[FaultCode], list[FaultCode]]:
    return [fault.code for fault in report.warnings], [fault.code for fault in report.faults]


def cost_rows(store: Store) -> list[tuple[Any, ...]]:
    with store.reading() as session:
        return session.cube.cost().sort("month", "ansvar", "cost_kind").rows()


def test_a_file_becomes_figures(services: RegionServices, load: Loader, store: Store) -> None:
    (report,) = load(JANUARY)
    assert (report.outcome, report.source, report.scope) == (Outcome.ACCEPTED, Source.LEDGER, "HSV")
    assert report.per_month == {"2018-01": 1000_00}
    assert cost_rows(store) == [
        ("2018-01", "0101", "doctor", "own", 900_00),
        ("2018-01", "0102", "doctor", "agency", 100_00),
    ]
    share = services.share(Selection(Month(2018, 1), "HS", Profession.DOCTOR))
    assert share.share_pct.number is None
    assert len(share.share_pct.missing_months) == 11


def test_hours_are_mapped_to_ansvar_and_absence_is_no_work(load: Loader, store: Store) -> None:
    (report,) = load(HOURS)
    assert report.unmapped == (UnmappedItem("code", "X9", 0, 160_00),)
    with store.reading() as session:
        rows = session.cube.hours().select("ansvar", "profession", "employment", "worked", "centihours").sort("worked")
        assert set(rows.rows()) == {
            ("0101", "doctor", "external", True, 40_00),
            ("0101", "doctor", "external", False, 8_00),
            ("0102", "unmapped", "own", True, 160_00),
        }


def test_the_scope_is_told_from_the_units(load: Loader) -> None:
    assert load(STAFF)[0].scope == "STAB"
    assert load(ledger_file("okänt.xlsx", ("2018-01", "4110", "7777", 1)))[0].scope == "HSV"


def test_units_of_several_scopes_are_never_counted_in_one(load: Loader) -> None:
    both = ledger_file("båda.xlsx", ("2018-01", "4110", "0101", 1), ("2018-01", "5000", "0900", 2))
    (refused,) = load(both)
    assert (refused.outcome, codes(refused)) == (Outcome.REJECTED, ([], [FaultCode.SCOPE_MIXED]))
    (chosen,) = load(both, options=LoadOptions(scope="HSV"))
    assert codes(chosen) == ([], [FaultCode.SCOPE_OTHER])
    assert chosen.faults[0].params == {"scope": "HSV", "count": 1, "others": "STAB", "examples": "0900"}
    own = ledger_file("egen.xlsx", ("2018-01", "4110", "0101", 1), ("2018-01", "4110", "7777", 1))
    assert load(own, options=LoadOptions(scope="HSV"))[0].scope == "HSV"


def test_an_unknown_scope_is_refused_with_those_there_are(load: Loader) -> None:
    (report,) = load(JANUARY, options=LoadOptions(scope="NORR"))
    assert report.faults[0].params == {"scope": "NORR", "known": "HSV, STAB"}


def test_the_same_content_again_writes_nothing(services: RegionServices, load: Loader) -> None:
    (first,) = load(JANUARY)
    version = services.data_version()
    (again,) = load(JANUARY)
    assert (again.outcome, again.load_id) == (Outcome.ACCEPTED_WITH_WARNINGS, None)
    assert again.warnings[0].params == {"load": first.load_id, "file": "januari.xlsx"}
    assert services.data_version() == version


def test_a_restated_month_replaces_and_states_the_difference(load: Loader, store: Store) -> None:
    load(JANUARY)
    (report,) = load(JANUARY_MENDED)
    assert report.outcome is Outcome.ACCEPTED_WITH_WARNINGS
    assert report.warnings[0].params == {
        "month": "2018-01",
        "before": "1000.00",
        "after": "1050.00",
        "difference": "50.00",
        "unit": "kr",
    }
    assert [row[-1] for row in cost_rows(store)] == [900_00, 150_00]


def test_only_months_that_change_are_called_restated(load: Loader) -> None:
    two = [("2018-01", "4110", "0101", 1_00), ("2018-02", "4110", "0101", 2_00)]
    load(ledger_file("a.xlsx", *two))
    (report,) = load(ledger_file("b.xlsx", two[0], ("2018-02", "4110", "0101", 3_00), ("2018-03", "4110", "0101", 4)))
    assert [fault.params["month"] for fault in report.warnings] == ["2018-02"]


@pytest.mark.parametrize(
    ("file", "what", "examples"),
    [
        (ledger_file("e.xlsx", ("2018-01", "4110", "0102", 1), ("2018-01", "4610", "0102", 1)), "ansvar", "0101"),
        (ledger_file("k.xlsx", ("2018-01", "4110", "0101", 1), ("2018-01", "4110", "0102", 1)), "konto", "4610"),
    ],
)
def test_a_file_that_would_erase_part_of_a_month_is_refused(
    load: Loader, store: Store, file: object, what: str, examples: str
) -> None:
    load(JANUARY)
    before = cost_rows(store)
    (refused,) = load(file)
    assert (refused.outcome, codes(refused)[1]) == (Outcome.REJECTED, [FaultCode.WOULD_ERASE])
    assert (refused.faults[0].params["what"], refused.faults[0].params["examples"]) == (what, examples)
    assert cost_rows(store) == before
    (accepted,) = load(file, options=LoadOptions(allow_erase=True))
    # What is left is so small that it is doubted, too.
    said = [FaultCode.SCALE_AGAINST_LOADED, FaultCode.MONTH_RESTATED, FaultCode.WOULD_ERASE]
    assert codes(accepted) == (said, [])


def test_many_lost_units_are_counted_and_some_named(load: Loader) -> None:
    units = [f"{number:04}" for number in range(1, 8)]
    load(hours_file("h.xlsx", *(("2018-01", unit, "D1", "own", "ordinary", 1_00) for unit in units)))
    (report,) = load(hours_file("h2.xlsx", ("2018-01", "0007", "D1", "own", "ordinary", 1_00)))
    params = report.faults[0].params
    assert (params["count"], params["examples"], params["amount"]) == (
        6,
        "0001, 0002, 0003, 0004, 0005 …",
        "6.00 timmar",
    )


def test_a_closed_month_is_refused_until_it_is_opened(services: RegionServices, load: Loader, actor: Actor) -> None:
    load(JANUARY)
    choice = MonthsChoice(frozenset({Month(2018, 1)}))
    (closed,) = services.set_month_status(choice, MonthStatus.CLOSED, actor).rows
    assert closed.status is MonthStatus.CLOSED
    assert codes(load(JANUARY_MENDED)[0]) == ([FaultCode.MONTH_RESTATED], [FaultCode.MONTH_CLOSED])
    opened = services.set_month_status(choice, MonthStatus.OPEN, actor)
    assert opened.left(MonthStatus.CLOSED) == opened.changed == (Month(2018, 1),)
    assert (
        opened.left(MonthStatus.PRELIMINARY) == services.set_month_status(choice, MonthStatus.OPEN, actor).changed == ()
    )
    assert load(JANUARY_MENDED)[0].outcome is Outcome.ACCEPTED_WITH_WARNINGS


def test_a_month_that_is_not_loaded_has_no_status_to_set(services: RegionServices, load: Loader, actor: Actor) -> None:
    load(JANUARY)
    months = frozenset({Month(2018, 1), Month(2018, 2), Month(2018, 3)})
    with pytest.raises(UserError) as caught:
        services.set_month_status(MonthsChoice(months), MonthStatus.CLOSED, actor)
    assert [fault.params["month"] for fault in caught.value.faults] == ["2018-02", "2018-03"]
    assert [row.status for row in services.months()] == [MonthStatus.OPEN]


def test_preliminary_months_are_marked(services: RegionServices, load: Loader) -> None:
    load(JANUARY, options=LoadOptions(status=MonthStatus.PRELIMINARY))
    assert [row.status for row in services.months()] == [MonthStatus.PRELIMINARY]
    assert services.overview(Selection()).selection.is_preliminary


def test_a_refused_file_does_not_stop_the_others(services: RegionServices, load: Loader) -> None:
    outcomes = [report.outcome for report in load(refused_file("tom.xlsx"), JANUARY)]
    assert outcomes == [Outcome.REJECTED, Outcome.ACCEPTED]
    assert [load.file_name for load in services.loads()] == ["januari.xlsx"]


def test_checking_says_what_loading_would_and_writes_nothing(services: RegionServices, load: Loader) -> None:
    load(JANUARY)
    version = services.data_version()
    files = (JANUARY_MENDED, JANUARY, refused_file("tom.xlsx"), STAFF)
    services.reader = BuiltReader(*files)
    reports = list(services.check(paths(*files), LoadOptions()))
    assert [report.outcome for report in reports] == [
        Outcome.ACCEPTED_WITH_WARNINGS,
        Outcome.ACCEPTED_WITH_WARNINGS,
        Outcome.REJECTED,
        Outcome.ACCEPTED,
    ]
    assert services.data_version() == version


def test_only_the_vouchers_of_agency_accounts_are_asked_for(services: RegionServices) -> None:
    reader = BuiltReader(JANUARY)
    services.reader = reader
    list(services.check([Path("januari.xlsx")], LoadOptions()))
    assert reader.requests[0].agency_accounts == {"4610"}


def test_the_log_says_which_part_of_the_months_was_marked(
    services: RegionServices, load: Loader, store: Store, actor: Actor
) -> None:
    load(JANUARY)
    months = frozenset({Month(2018, 1)})
    for choice in (MonthsChoice(months, Source.LEDGER, "HSV"), MonthsChoice(months)):
        services.set_month_status(choice, MonthStatus.CLOSED, actor)
    with store.reading() as session:
        details = [record.detail for record in session.log.newest_first(2)]
    common = {"months": ["2018-01"], "status": "closed"}
    assert details == [{**common, "source": None, "scope": None}, {**common, "source": "ledger", "scope": "HSV"}]


def test_the_log_says_who_did_what(services: RegionServices, load: Loader, store: Store, actor: Actor) -> None:
    (report,) = load(JANUARY)
    services.undo(report.load_id or 0, actor)
    with store.reading() as session:
        entries = session.log.newest_first(2)
    assert [(entry.action, entry.subject, entry.actor_name) for entry in entries] == [
        ("undo", f"load {report.load_id}", actor.name),
        ("load", f"load {report.load_id}", actor.name),
    ]


BUDGET = (("2018-01", "4110", "0101", 1_000_00),)
PLANNED = budget_file("med budget.xlsx", ("2018-01", "4110", "0101", 900_00), budget=BUDGET)


def test_a_budget_alone_is_no_month(services: RegionServices, load: Loader) -> None:
    (report,) = load(budget_file("budget.xlsx", budget=BUDGET))
    assert codes(report) == ([], [FaultCode.NO_OUTCOME])
    assert services.loads() == []


def test_a_restated_file_keeps_the_budget_or_says_that_it_goes(load: Loader) -> None:
    load(PLANNED)
    (report,) = load(ledger_file("utan.xlsx", ("2018-01", "4110", "0101", 901_00)))
    assert [(fault.params["what"], fault.params["examples"]) for fault in report.faults] == [("beloppsslag", "budget")]


def test_a_budget_row_is_no_outcome_of_a_unit(load: Loader) -> None:
    load(PLANNED)
    other = (("2018-01", "4110", "0102", 1),)
    (report,) = load(budget_file("flyttad.xlsx", *other, budget=BUDGET))
    assert [(fault.params["what"], fault.params["examples"]) for fault in report.faults] == [("ansvar", "0101")]


def test_a_final_file_over_a_preliminary_month_makes_it_final(services: RegionServices, load: Loader) -> None:
    load(JANUARY, options=LoadOptions(status=MonthStatus.PRELIMINARY))
    load(JANUARY_MENDED)
    assert [row.status for row in services.months()] == [MonthStatus.OPEN]


def test_reading_a_file_again_brings_in_the_vouchers_of_accounts_mapped_since(
    services: RegionServices, load: Loader, store: Store
) -> None:
    row = ("2018-01", "4610", "0102", "Bolag AB", "A1", 100_00)
    load(JANUARY)
    version = services.data_version()
    for expected in (version + 1, version + 1):
        (report,) = load(with_vouchers(JANUARY, row))
        assert (codes(report), report.load_id) == (([FaultCode.SAME_CONTENT], []), None)
        assert services.data_version() == expected
    with store.reading() as session:
        assert session.cells.vouchers("2018-01", "2018-01").drop("load_id").rows() == [row]
