"""Any history of loads, undos, closed months and changed mappings, beside a model that computes all of it anew."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import count

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from bemanning.domain.mapping import AccountRule
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import UNMAPPED, CostKind, MonthStatus, Profession, Source
from bemanning.services.file_report import Outcome
from bemanning.services.ingest import LoadOptions
from bemanning.services.mapping_update import update_mappings
from bemanning.services.month_status import MonthsChoice
from bemanning.services.region_services import RegionServices
from bemanning.store import Store
from tests.builders.files import MAPPINGS, BuiltReader, LedgerRow, ledger_file, paths
from tests.builders.jobs import no_files
from tests.builders.loads import ACTOR
from tests.builders.regions import no_mapping_files

MONTHS, ACCOUNTS = ("2018-01", "2018-02", "2018-03"), ("4610", "7777")
UNITS = {"HSV": ("0101", "0102"), "STAB": ("0900",)}
KINDS = (CostKind.OWN, CostKind.AGENCY, CostKind.OVERTIME)
_companies = count(1)


@dataclass
class Loaded:
    """One load, as the model remembers it."""

    id: int
    scope: str
    rows: frozenset[LedgerRow]
    is_undone: bool = False

    @property
    def months(self) -> set[str]:
        return {row[0] for row in self.rows}


class Histories(RuleBasedStateMachine):
    """The services, and beside them the list of loads from which everything follows."""

    def __init__(self, database_url: str) -> None:
        super().__init__()
        self.store = Store.open(database_url, company=f"region {next(_companies)}")
        self.services = RegionServices(self.store, BuiltReader(), no_mapping_files, no_files(self.store))
        update_mappings(self.store, MAPPINGS, ACTOR)
        self.loads: list[Loaded] = []
        self.closed: set[tuple[str, str]] = set()
        self.kinds = {"4610": "agency", "7777": UNMAPPED}

    def current(self) -> dict[tuple[str, str], Loaded]:
        """The load that speaks for each scope and month: the latest that is not undone."""
        return {(load.scope, month): load for load in self.loads if not load.is_undone for month in load.months}

    @rule(
        scope=st.sampled_from(sorted(UNITS)),
        months=st.sets(st.sampled_from(MONTHS), min_size=1),
        amounts=st.lists(st.integers(-3, 3), min_size=2, max_size=2),
    )
    def load(self, scope: str, months: set[str], amounts: list[int]) -> None:
        pairs = list(zip(ACCOUNTS, amounts, strict=True))
        rows = [(month, account, unit, ore) for month in months for unit in UNITS[scope] for account, ore in pairs]
        same = (scope, frozenset(rows))
        known = next((load for load in self._speaking_whole() if (load.scope, load.rows) == same), None)
        is_closed = any((scope, month) in self.closed for month in months)
        self.services.reader = BuiltReader(file := ledger_file(f"{len(self.loads)}.xlsx", *rows))
        (report,) = self.services.load(paths(file), LoadOptions(allow_erase=True), ACTOR)
        assert (report.load_id is None) is (known is not None or is_closed)
        assert (report.outcome is Outcome.REJECTED) is (known is None and is_closed)
        if report.load_id is not None:
            self.loads.append(Loaded(report.load_id, scope, frozenset(rows)))

    def _speaking_whole(self) -> list[Loaded]:
        current = self.current()
        return [load for load in self.loads if all(current.get((load.scope, each)) is load for each in load.months)]

    @precondition(lambda self: any(not load.is_undone for load in self.loads))
    @rule(which=st.integers(0, 20))
    def undo(self, which: int) -> None:
        left = [load for load in self.loads if not load.is_undone]
        load = left[which % len(left)]
        spoken = {key for key, speaker in self.current().items() if speaker is load}
        undone = self.services.undo(load.id, ACTOR)
        assert {str(month) for month in undone.months} == {month for _, month in spoken}
        assert {str(month) for month in undone.reopened} == {month for _, month in spoken & self.closed}
        self.closed -= spoken
        load.is_undone = True

    @precondition(lambda self: bool(self.current()))
    @rule(which=st.integers(0, 20), status=st.sampled_from([MonthStatus.CLOSED, MonthStatus.OPEN]))
    def mark(self, which: int, status: MonthStatus) -> None:
        scope, month = key = sorted(self.current())[which % len(self.current())]
        choice = MonthsChoice(frozenset({Month.parse(month)}), Source.LEDGER, scope)
        self.services.set_month_status(choice, status, ACTOR)
        self.closed = self.closed | {key} if status is MonthStatus.CLOSED else self.closed - {key}

    @rule(account=st.sampled_from(ACCOUNTS), kind=st.none() | st.sampled_from(KINDS))
    def map(self, account: str, kind: CostKind | None) -> None:
        rules = [each for each in self.services.mappings().accounts or () if each.account != account]
        if kind is not None:
            rules.append(AccountRule(account, kind, Profession.DOCTOR))
        update_mappings(self.store, replace(self.services.mappings(), accounts=tuple(rules)), ACTOR)
        self.kinds[account] = UNMAPPED if kind is None else kind.value

    @invariant()
    def the_latest_load_that_is_not_undone_speaks_for_each_month(self) -> None:
        found = {(row.scope, str(row.month)): (row.load_id, row.status) for row in self.services.months()}
        assert found == {
            key: (load.id, MonthStatus.CLOSED if key in self.closed else MonthStatus.OPEN)
            for key, load in self.current().items()
        }

    @invariant()
    def every_amount_counts_once_as_what_its_account_is_now(self) -> None:
        expected: dict[tuple[str, str, str], int] = defaultdict(int)
        for (_, month), load in self.current().items():
            for at, account, unit, ore in load.rows:
                if at == month:
                    expected[month, unit, self.kinds[account]] += ore
        with self.store.reading() as session:
            rows = session.cube.cost().select("month", "ansvar", "cost_kind", "amount_ore").rows()
        assert {tuple(key): ore for *key, ore in rows} == expected

    def teardown(self) -> None:
        self.store.close()


def test_any_history_ends_where_the_model_does(database_url: str) -> None:
    few = settings(max_examples=4, stateful_step_count=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    run_state_machine_as_test(lambda: Histories(database_url), settings=few)  # type: ignore[arg-type]  # any factory will do
