"""What was known on a day is told exactly as it was told on that day, whatever has been done since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Protocol

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bemanning.domain.comment import Comment
from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.goal import Goal, GoalMeasure
from bemanning.domain.known_on import day_of
from bemanning.domain.mapping import MappingSet, Setting
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Definition, MonthStatus, OrganisationView, Profession
from bemanning.export.goal_csv import goal_csv
from bemanning.export.overview_files import overview_csv
from bemanning.export.reconciliation_files import reconciliation_csv
from bemanning.export.trend_csv import trend_csv
from bemanning.export.unit_files import unit_csv
from bemanning.presentation.unit_words import TreeWords
from bemanning.services.drill_down import DrillCell
from bemanning.services.ingest import LoadOptions
from bemanning.services.mapping_update import update_mappings
from bemanning.services.month_status import MonthsChoice
from bemanning.services.region_services import RegionServices
from bemanning.services.resolved import ResolvedSelection
from bemanning.store import Store
from tests.builders.files import MAPPINGS, BuiltReader, ledger_file, paths, priced_hours_file, with_vouchers
from tests.builders.jobs import no_files
from tests.builders.loads import ACTOR
from tests.builders.regions import no_mapping_files
from tests.builders.worlds import mapping_changes

NOVEMBER, DECEMBER = Month(2018, 11), Month(2018, 12)
MADE_AT = datetime(2026, 11, 22, tzinfo=UTC)
_companies = count(1)
# Said of a store without loads, and of a day before the first.
NOTHING = {FaultCode.NOTHING_LOADED, FaultCode.NOTHING_KNOWN}
Step = Callable[[RegionServices], None]


class Days:
    """A clock that stands still until it is told that another day has come."""

    def __init__(self) -> None:
        self.at = datetime(2019, 1, 1, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


def loaded(amount: int, months: int) -> Step:
    """A year of the ledger; the last so many months with another amount, one account of which nothing is known."""

    def step(services: RegionServices) -> None:
        window = DECEMBER.window()
        rows = [
            (str(month), account, unit, amount if month in window[-months:] else 1_000)
            for month in window
            for account in ("4110", "4610", "7777")
            for unit in ("0101", "0102")
        ]
        name = f"huvudbok {amount} {months}.xlsx"
        file = with_vouchers(ledger_file(name, *rows), (str(DECEMBER), "4610", "0101", "Bolaget", "V1", amount))
        do_load(services, file)

    return step


def timed(hours: int, cost: int | None) -> Step:
    def step(services: RegionServices) -> None:
        kinds = [("own", hours), ("external", hours // 10)]
        rows = [
            (str(month), "H-0101", "D1", kind, "ordinary", "", each, cost)
            for month in DECEMBER.window()
            for kind, each in kinds
        ]
        do_load(services, priced_hours_file(f"tid {hours} {cost}.xlsx", *rows))

    return step


def do_load(services: RegionServices, file: object) -> None:
    services.reader = BuiltReader(file)  # type: ignore[arg-type]  # a parsed file
    list(services.load(paths(file), LoadOptions(allow_erase=True), ACTOR))  # type: ignore[arg-type]


def undone(which: int) -> Step:
    """Undo one of the loads that are not undone, if there is any."""

    def step(services: RegionServices) -> None:
        left = [load.id for load in services.loads() if load.undone_at is None]
        if left:
            services.undo(left[which % len(left)], ACTOR)

    return step


def mapped(change: MappingSet) -> Step:
    return lambda services: _changed(services, change)


def aimed(target: int, definition: Definition) -> Step:
    """Another goal, and another definition of the share."""
    goal = Goal("mål", "Målet", GoalMeasure.AGENCY_COST, "R", DECEMBER, target=Decimal(target))
    change = MappingSet(goals=(goal,), settings=(Setting("definition", definition.value),))
    return lambda services: _changed(services, change)


def _changed(services: RegionServices, change: MappingSet) -> None:
    update_mappings(services.store, change, ACTOR)


def commented(text: str) -> Step:
    def step(services: RegionServices) -> None:
        if services.months():
            services.write_comment(Comment("R", DECEMBER, None, text), ACTOR)

    return step


def marked(status: MonthStatus) -> Step:
    def step(services: RegionServices) -> None:
        found = [row for row in services.months() if row.month == DECEMBER]
        if found:
            services.set_month_status(MonthsChoice(frozenset({DECEMBER}), found[0].source, None), status, ACTOR)

    return step


amounts = st.integers(1, 10**6)
steps = st.one_of(
    st.builds(loaded, amounts, st.integers(1, 12)),
    st.builds(timed, st.integers(10, 10**4), st.none() | amounts),
    st.builds(undone, st.integers(0, 5)),
    st.builds(mapped, mapping_changes()),
    st.builds(aimed, amounts, st.sampled_from(Definition)),
    st.builds(commented, st.sampled_from(["Högt", "Lågt", "Jour"])),
    st.builds(marked, st.sampled_from([MonthStatus.CLOSED, MonthStatus.PRELIMINARY, MonthStatus.OPEN])),
)


def told(services: RegionServices, known_on: date | None) -> list[object]:
    """Everything that is said of some selections: every file of figures, a voucher list and a share."""
    asked = [
        Selection(month=DECEMBER, node="R", known_on=known_on),
        Selection(node="R", view=OrganisationView.THEN, profession=Profession.DOCTOR, known_on=known_on),
    ]
    try:
        return [answer for selection in asked for answer in _answers(services, selection)]
    except UserError as error:
        return [fault.code for fault in error.faults if fault.code not in NOTHING]


def _answers(services: RegionServices, selection: Selection) -> list[object]:
    table, overview = services.goal_table(selection), services.overview(selection)
    trend, tree, checked = services.trend(selection), services.unit_tree(selection), services.reconciliation(selection)
    said = services.comments(selection)
    files = [
        goal_csv(replace(table, selection=_now(table)), said, MADE_AT),
        overview_csv(replace(overview, selection=_now(overview)), said, MADE_AT),
        trend_csv(replace(trend, selection=_now(trend)), said, MADE_AT),
        unit_csv(replace(tree, selection=_now(tree)), TreeWords(), said, MADE_AT),
        reconciliation_csv(replace(checked, selection=_now(checked)), said, MADE_AT),
    ]
    drill, share = services.drill_down(selection, DrillCell("R")), services.share(selection)
    return [
        *files,
        replace(drill, selection=_now(drill)),
        replace(share, selection=_now(share)),
        table.source_loads,
        services.unmapped(selection.known_on),
    ]


class Answer(Protocol):
    """What every answer holds."""

    @property
    def selection(self) -> ResolvedSelection: ...


def _now(answer: Answer) -> ResolvedSelection:
    return replace(answer.selection, known_on=None)


# Never shrunk: each try writes a dozen files.
@settings(max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck])
@given(history=st.lists(steps, min_size=3, max_size=6))
def test_an_old_report_is_reproduced_exactly(database_url: str, history: list[Step]) -> None:
    clock = Days()
    store = Store.open(database_url, company=f"region {next(_companies)}", now=clock)
    services = RegionServices(store, BuiltReader(), no_mapping_files, no_files(store))
    told_on: dict[date, list[object]] = {day_of(clock.at) - timedelta(days=1): []}
    update_mappings(store, MAPPINGS, ACTOR)
    loaded(500, 2)(services)
    for step in history:
        step(services)
        told_on[day_of(clock.at)] = told(services, None)
        clock.at += timedelta(days=1)
    for day, answers in told_on.items():
        assert told(services, day) == answers, day
    # A day that is still to come is told as now.
    assert told(services, day_of(clock.at) + timedelta(days=400)) == told(services, None)
    store.close()
