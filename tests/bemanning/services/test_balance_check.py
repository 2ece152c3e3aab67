"""A balance list against what is loaded: compared as a naive second implementation does, and from files to answer."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import AccountRule
from bemanning.domain.month import Month, month_range
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.value import ScopeGap
from bemanning.domain.vocabulary import CostKind, MonthStatus, Profession, Source
from bemanning.services.balance_check import BalanceCheck, BalanceLine, compare
from bemanning.services.balance_desk import BALANCE_LIMIT_BYTES
from bemanning.services.month_status import MonthsChoice
from bemanning.services.region_services import RegionServices
from bemanning.services.upload import Upload
from tests.bemanning.services.conftest import Loader
from tests.builders.files import BuiltReader, budget_file, ledger_file, refused_file
from tests.oracles import naive_balance
from tests.oracles.naive_balance import Row

MONTHS = ["2018-01", "2018-02", "2018-03"]
JANUARY, FEBRUARY, MARCH = map(Month.parse, MONTHS)
accounts = st.sampled_from(["0400", "4110", "4610", "5"])
months = st.sampled_from(MONTHS)
rows = st.lists(st.tuples(accounts, months, st.sampled_from([0, 1, -1, 10**12])), unique_by=lambda row: row[:2])
rules = st.builds(
    lambda account, ends: AccountRule(
        account, CostKind.OWN, Profession.NURSE, "Namn", Month.parse(min(ends)), Month.parse(max(ends))
    ),
    accounts,
    st.tuples(months, months),
)


@given(rows, rows, st.sets(months), st.lists(rules, max_size=3))
def test_comparing_is_the_naive_comparing(
    loaded: list[Row], listed: list[Row], chosen: set[str], known: list[AccountRule]
) -> None:
    ours, theirs = ({(account, Month.parse(month)): ore for account, month, ore in side} for side in (loaded, listed))
    found = compare(ours, theirs, [Month.parse(month) for month in chosen], known)
    mapped = [(rule.account, str(month)) for rule in known for month in month_range(rule.valid_from, rule.valid_to)]
    agreeing, lines, others = naive_balance.compare(loaded, listed, sorted(chosen), mapped)
    assert list(found.matched) == agreeing
    told = [(line.account, str(line.month), line.loaded_ore, line.balance_ore) for line in found.lines]
    assert sorted(told, key=lambda line: line[:2]) == lines
    assert found.others == others
    assert found.deviating == len({line[0] for line in lines})
    assert found.accounts == len(agreeing) + found.deviating
    assert found.deviation_ore == sum(abs((line[2] or 0) - (line[3] or 0)) for line in lines)
    assert all(line.loaded_ore is not None and line.balance_ore is not None for line in found.differing)
    assert all(line.balance_ore is None for line in found.only_loaded)
    assert all(line.loaded_ore is None for line in found.not_loaded)


def test_an_account_has_its_latest_name() -> None:
    known = [
        AccountRule("1", CostKind.OWN, Profession.NURSE, "Nytt", FEBRUARY),
        AccountRule("1", CostKind.OWN, Profession.NURSE, "Gammalt", JANUARY, JANUARY),
        AccountRule("1", CostKind.OWN, Profession.NURSE, "", MARCH),
    ]
    found = compare({("1", JANUARY): 1}, {("1", JANUARY): 3}, [JANUARY], known)
    assert found.lines == (BalanceLine("1", "Nytt", JANUARY, 1, 3),)
    assert found.lines[0].difference_ore == -2


HEALTH = ledger_file(
    "vård.xlsx",
    ("2018-01", "4110", "0101", 900_00),
    ("2018-01", "4110", "0102", 100_00),
    ("2018-02", "4110", "0101", 5),
)
STAFF = ledger_file("stab.xlsx", ("2018-01", "5000", "0900", 70_00))
LIST = ledger_file(
    "saldo.xlsx",
    ("2018-01", "4110", "", 1000_00),
    ("2018-01", "5000", "", 70_00),
    ("2018-01", "4610", "", 8_00),
    ("2018-01", "3000", "", -900_00),
    ("2018-02", "4110", "", 5),
    ("2018-04", "4110", "", 7),
)


@pytest.fixture
def loaded(services: RegionServices, load: Loader, actor: Actor) -> RegionServices:
    load(HEALTH)
    load(STAFF)
    load(ledger_file("mars.xlsx", ("2018-03", "4110", "0101", 1)))
    services.set_month_status(MonthsChoice(frozenset({FEBRUARY, MARCH})), MonthStatus.CLOSED, actor)
    return services


def checked(services: RegionServices, file: ParsedFile, scope: str | None = None) -> BalanceCheck:
    services.reader = BuiltReader(file)
    return services.check_balance_file(Path("någonstans", file.file_name), scope)


def test_a_list_of_the_whole_region(loaded: RegionServices) -> None:
    noticed = Fault(FaultCode.UNIT_SCALED, {"unit": "tkr", "factor": 1000})
    check = checked(loaded, replace(LIST, warnings=(noticed,)))
    assert (check.file_name, check.scope, check.warnings) == ("saldo.xlsx", None, (noticed,))
    assert (check.months, check.not_loaded, check.lacking) == ((JANUARY, FEBRUARY), (Month(2018, 4),), (MARCH,))
    assert check.gaps == (ScopeGap("Stab", (FEBRUARY,)),)
    assert check.comparison.matched == ("4110", "5000")
    assert check.comparison.not_loaded == (BalanceLine("4610", "", JANUARY, None, 8_00),)
    assert check.comparison.others == {"3000": -900_00}
    assert not check.agrees


def test_a_list_of_one_scope(loaded: RegionServices) -> None:
    check = checked(loaded, ledger_file("stab.xlsx", ("2018-01", "5000", "", 70_00)), "STAB")
    assert check.agrees
    assert check.scope is not None
    assert (check.scope.name, check.months, check.gaps, check.lacking) == ("Stab", (JANUARY,), (), ())


def test_heromas_months_are_not_the_ledgers_and_a_budget_is_no_outcome(loaded: RegionServices, load: Loader) -> None:
    planned = budget_file("maj.xlsx", ("2018-05", "4110", "0101", 5), budget=(("2018-05", "4110", "0101", 9),))
    load(planned)
    assert checked(loaded, planned).agrees


def test_a_list_of_sums_is_held_against_the_sum_of_its_months(loaded: RegionServices) -> None:
    listed = ledger_file("år.xlsx", ("2018-02", "4110", "", 1000_05), ("2018-02", "4610", "", 8_00))
    check = checked(loaded, replace(listed, span=("2018-01", "2018-02")))
    assert (check.is_sum, check.months, check.not_loaded) == (True, (JANUARY, FEBRUARY), ())
    assert check.comparison.matched == ("4110",)
    assert check.comparison.only_loaded == (BalanceLine("5000", "", FEBRUARY, 70_00, None),)
    assert check.comparison.not_loaded == (BalanceLine("4610", "", FEBRUARY, None, 8_00),)
    assert check.gaps == (ScopeGap("Stab", (FEBRUARY,)),)


def test_a_list_of_sums_whose_months_are_not_all_loaded_is_not_compared(loaded: RegionServices) -> None:
    listed = ledger_file("år.xlsx", ("2018-05", "4110", "", 1000_05))
    check = checked(loaded, replace(listed, span=("2018-01", "2018-05")))
    assert (check.months, check.not_loaded, check.agrees) == ((), (Month(2018, 4), Month(2018, 5)), False)
    assert check.comparison.lines == ()


def test_nothing_in_common_is_no_agreement(loaded: RegionServices) -> None:
    other_months = checked(loaded, ledger_file("a", ("2019-01", "4110", "", 1)))
    assert (other_months.months, other_months.lacking, other_months.agrees) == ((), (), False)
    other_accounts = checked(loaded, ledger_file("a", ("2018-01", "3000", "", 1)), "STAB")
    assert not other_accounts.agrees


def test_what_cannot_be_checked_is_told(loaded: RegionServices) -> None:
    for file, scope, code in (
        (LIST, "X", FaultCode.SCOPE_UNKNOWN),
        (refused_file("a"), None, refused_file("a").faults[0].code),
        (replace(LIST, per_month={}), None, FaultCode.NO_OUTCOME),
    ):
        with pytest.raises(UserError) as raised:
            checked(loaded, file, scope)
        assert [fault.code for fault in raised.value.faults] == [code]


def test_a_sent_list_is_read_as_a_balance_and_not_kept(loaded: RegionServices) -> None:
    reader = loaded.reader = BuiltReader(LIST)
    version = loaded.data_version()
    check = loaded.check_balance(Upload("a\\saldo.xlsx", BytesIO(b"konto").read), None)
    (request,) = reader.requests
    assert check.months == (JANUARY, FEBRUARY)
    assert request == ReadRequest(request.path, "saldo.xlsx", source=Source.LEDGER, is_balance=True)
    assert not request.path.exists()
    assert loaded.data_version() == version


def test_a_sent_list_has_its_limit(loaded: RegionServices) -> None:
    with pytest.raises(UserError) as raised:
        loaded.check_balance(Upload("a", BytesIO(b"0" * (BALANCE_LIMIT_BYTES + 1)).read), None)
    assert raised.value.faults == (Fault(FaultCode.BALANCE_FILE_LARGE, {"limit": 40}),)
