"""Avstämning agrees with plain loops; what is missing, silent or unmapped is said and never zero."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.errors import UserError
from bemanning.domain.mapping import CodeRule
from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import Profession, Source
from bemanning.services.compared import ComparedLine, DeviationKind
from bemanning.services.reconciliation import reconciliation
from tests.builders import answers
from tests.builders.figures import figures_from, mappings_for
from tests.builders.reconciliations import KR, MONTHS, BuiltCells, figures, lacking, reconciliation_of
from tests.oracles import naive, naive_reconciliation
from tests.oracles.naive import Fact, World

PARENT_OF = {"HS": "R", "ST": "R", "A1": "HS", "A2": "HS", "S1": "ST"}
SCOPE_OF = {"A1": "HSV", "A2": "HSV", "S1": "STAB"}
YEAR = naive.window((2018, 12))
PROFESSIONS = ["doctor", "nurse", "other"]
KINDS = ["own", "agency", "overtime", "hours:own", "hours:external", "wage:own", "wage:external"]
# Few places and round amounts, so that whole windows of even quotients come up as well as odd months.
AMOUNTS = st.one_of(st.sampled_from([0, 100, 144, 150, 1000]), st.integers(-(10**9), 10**9))
FACTS = st.lists(
    st.builds(
        Fact, month=st.sampled_from(YEAR), unit=st.sampled_from(sorted(SCOPE_OF)),
        profession=st.sampled_from([*PROFESSIONS, "unmapped"]), kind=st.sampled_from(KINDS), amount=AMOUNTS,
    ),
    max_size=60,
)  # fmt: skip
EVEN = st.lists(
    st.tuples(st.sampled_from(["doctor", "nurse"]), st.sampled_from([*KINDS]), st.sampled_from([100, 144])), max_size=8
)
ABSENT = st.sets(
    st.tuples(st.sampled_from(Source), st.sampled_from(["HSV", "STAB"]), st.sampled_from(YEAR)), max_size=2
)
Naive = Callable[[World, World, str, set[str], naive.Month], naive_reconciliation.Pair]


def mapped(fact: Fact) -> Fact:
    """No account of an unknown profession has a known kind of cost."""
    is_unknown = fact.profession == "unmapped" and ":" not in fact.kind
    return replace(fact, kind="unmapped") if is_unknown else fact


def agrees(line: ComparedLine, pairs: list[naive_reconciliation.Pair], per: int) -> None:
    assert [(each.figures.ledger_ore.number, each.figures.heroma.number) for each in line.months] == pairs
    assert [each.figures.quotient.number for each in line.months] == [
        naive_reconciliation.quotient(pair, per) for pair in pairs
    ]
    for value, amounts in zip((line.total.ledger_ore, line.total.heroma), zip(*pairs, strict=True), strict=True):
        assert value.number == (None if None in amounts else sum(amounts))


@given(FACTS, EVEN, ABSENT, st.sampled_from(["R", "HS", "A1"]), st.sampled_from([*Profession, None]))
def test_every_figure_agrees_with_the_naive_one(
    facts: list[Fact],
    even: list[tuple[str, str, int]],
    absent: set[tuple[Source, str, naive.Month]],
    node: str,
    profession: Profession | None,
) -> None:
    steady = [Fact(month, "A1", *each) for month in YEAR for each in even]
    every = [mapped(fact) for fact in [*facts, *steady]]
    loaded = frozenset((scope, month) for scope in ("HSV", "STAB") for month in [*YEAR, (2017, 12), (2019, 1)])
    ledger, heroma = (
        World(tuple(every), PARENT_OF, loaded - {each[1:] for each in absent if each[0] is source}, SCOPE_OF)
        for source in (Source.LEDGER, Source.HEROMA)
    )
    built = figures_from(every, loaded=loaded, mappings=mappings_for(ledger), absent=absent)
    found = reconciliation(built, BuiltCells(), Selection(month=answers.DECEMBER, node=node, profession=profession))
    groups = [{profession.value}] if profession else [*({each} for each in PROFESSIONS), set(PROFESSIONS)]
    for lines, unmapped, naively, per, usual, tolerance in (
        (found.own, found.own_unmapped, naive_reconciliation.own, 1, naive_reconciliation.usual_ratio, 5),
        (found.bought, found.bought_unmapped, naive_reconciliation.bought, 100, naive_reconciliation.usual_price, 25),
    ):
        for line, group in zip((*lines, unmapped), [*groups, {"unmapped"}], strict=True):
            pairs = [naively(ledger, heroma, node, group, month) for month in YEAR]
            agrees(line, pairs, per)
            is_judged = len(group) == 1 and group != {"unmapped"}
            level = usual(pairs) if is_judged else None
            assert line.usual.number == level
            assert [each.deviation and each.deviation.kind.value for each in line.months] == [
                naive_reconciliation.deviation(pair, level, per, tolerance) if is_judged else None for pair in pairs
            ]
    for month, seen in zip(YEAR, found.bought[-1].months, strict=True):
        cost = seen.figures.heroma_ore
        assert cost is not None
        assert cost.number == naive_reconciliation.heroma_cost(heroma, node, groups[-1], "external", month)


def test_each_kind_of_deviation_is_found_with_what_it_comes_to() -> None:
    found = reconciliation_of()
    seen = [
        (line.profession, str(month.month), each.kind, each.excess_ore.number, each.departure_pct.number)
        for line in (*found.own, *found.bought)
        for month in line.deviating
        if (each := month.deviation)
    ]
    nurse_price = Fraction(22, 24) * 50_000
    assert seen == [
        ("doctor", "2018-07", DeviationKind.UNUSUAL, 60_000 * KR, Fraction(100 * 30, 144)),
        ("nurse", "2018-08", DeviationKind.ONLY_HEROMA, -280_000 * KR, -100),
        ("nurse", "2018-10", DeviationKind.ONLY_LEDGER, 280_000 * KR, None),
        ("doctor", "2018-11", DeviationKind.UNUSUAL, pytest.approx(-73_333_33.33), pytest.approx(-47.826, abs=0.001)),
        ("nurse", "2018-05", DeviationKind.ONLY_LEDGER, 40_000 * KR, None),
        ("nurse", "2018-06", DeviationKind.ONLY_HEROMA, -nurse_price * 24 / 22 * 80, -100),
    ]


def test_the_unmapped_stand_beside_in_no_sum_and_are_not_judged() -> None:
    found = reconciliation_of()
    assert (found.own_unmapped.total.ledger_ore, found.own_unmapped.total.heroma) == (
        Value.of(5_000 * KR), Value.of(3_000 * KR),
    )  # fmt: skip
    assert found.bought_unmapped.total.heroma == Value.of(1_200)
    assert found.own_unmapped.deviating == ()
    total, *_ = found.own[-1:]
    assert total.total.ledger_ore == Value.of(sum(int(line.total.ledger_ore.number or 0) for line in found.own[:-1]))


def test_a_month_that_one_source_lacks_is_missing_on_that_side_alone() -> None:
    march = Month(2018, 3)
    found = reconciliation_of(figures(lacking(Source.HEROMA, march)), profession=Profession.DOCTOR)
    (own,), (bought,) = found.own, found.bought
    assert own.months[2].figures.ledger_ore == Value.of(288_000 * KR)
    missing = Value(None, MissingReason.MONTHS_NOT_LOADED, (march,))
    assert (own.months[2].figures.heroma, bought.months[2].figures.heroma) == (missing, missing)
    assert (own.total.heroma, own.total.quotient, bought.total.weeks) == (missing, missing, missing)
    assert own.months[2].deviation is None
    assert (march in found.months, march in found.supplier_months) == (True, False)


def test_an_export_without_a_cost_says_nothing_about_it() -> None:
    found = reconciliation_of(profession=Profession.DOCTOR)
    (bought,) = found.bought
    assert bought.months[0].figures.heroma_ore == Value(None, MissingReason.NOT_IN_EXPORT, (Month(2018, 1),))
    assert bought.total.heroma_ore == Value(None, MissingReason.NOT_IN_EXPORT, tuple(found.months))


def test_one_source_alone_or_a_time_before_both_is_told() -> None:
    without = figures(lacking(Source.HEROMA, *MONTHS))
    assert reconciliation_of(without).loaded == {Source.LEDGER}
    assert reconciliation_of(without).suppliers == ()
    before = reconciliation_of(month=Month(2010, 1))
    assert (before.loaded, before.supplier_months) == (frozenset(), ())
    assert before.own[0].months[0].figures.heroma.reason is MissingReason.MONTHS_NOT_LOADED


def test_too_few_months_are_not_judged() -> None:
    young = reconciliation_of(figures(months=MONTHS[-5:]), profession=Profession.DOCTOR)
    assert {line.usual.reason for line in (*young.own, *young.bought)} == {MissingReason.TOO_FEW_MONTHS}
    assert [line.deviating for line in (*young.own, *young.bought)] == [(), ()]


def test_suppliers_are_summed_by_name_dearest_first_and_absence_is_no_work() -> None:
    def lines(**selection: object) -> list[tuple[str, object, object]]:
        found = reconciliation_of(None, **selection).suppliers
        return [(line.supplier, line.figures.ledger_ore.number, line.figures.heroma.number) for line in found]

    assert lines() == [
        ("Norrsken Vård AB", 60_000 * KR, 5_000),
        ("=Polstjärnan AB", 30_000 * KR, 0),
        ("", 1_000 * KR, 0),
        ("Bara Timmar AB", 0, 1_600),
    ]
    assert lines(profession=Profession.DOCTOR, node="PV") == [("Norrsken Vård AB", 60_000 * KR, 5_000)]
    assert lines(month=Month(2018, 11)) == []


def test_a_code_that_is_not_mapped_is_no_suppliers_hours() -> None:
    built = figures()
    unknown = replace(built, mappings=replace(built.mappings, codes=(CodeRule("N1", Profession.NURSE),)))
    assert {line.supplier: line.figures.heroma.number for line in reconciliation_of(unknown).suppliers}[
        "Norrsken Vård AB"
    ] == 0


def test_an_unknown_node_is_refused() -> None:
    with pytest.raises(UserError):
        reconciliation_of(node="nej")


class AskedCells(BuiltCells):
    """Notes which months are read."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def supplier_costs(self, months: Sequence[str], accounts: Sequence[str]) -> pl.DataFrame:
        self.asked += months
        return super().supplier_costs(months, accounts)


def test_a_month_is_read_once_and_with_its_year_whatever_is_asked_of_it() -> None:
    built, cells = replace(figures()), AskedCells()  # with nothing read yet
    for month in (Month(2018, 12), Month(2018, 11)):
        for profession in (None, Profession.NURSE):
            reconciliation(built, cells, Selection(node="HS", month=month, profession=profession))
    # December 2017 is the earliest that is asked about; a month is read with its year.
    assert sorted(cells.asked) == sorted(str(month) for month in MONTHS if month.year in {2017, 2018})
