"""Rows before and after, and the keys that mean something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.goal import Event
from bemanning.domain.mapping import AccountRule, MappingSet, UnitAlias
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.services.mapping_difference import changed_keys, row_changes

OWN = AccountRule("4110", CostKind.OWN, Profession.DOCTOR)
NAMED = AccountRule("4110", CostKind.OWN, Profession.DOCTOR, "Lön läkare")
LATER = AccountRule("4110", CostKind.OWN, Profession.NURSE, valid_from=Month(2018, 1))
EARLIER = AccountRule("4110", CostKind.OWN, Profession.DOCTOR, valid_to=Month(2017, 12))
OTHER = AccountRule("5000", CostKind.OTHER, None)


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ((OWN,), (OWN,), []),
        ((), (OWN,), [(None, OWN)]),
        ((OWN,), (), [(OWN, None)]),
        ((OWN,), (NAMED,), [(OWN, NAMED)]),
        ((OWN,), (EARLIER, LATER), [(OWN, EARLIER), (None, LATER)]),
        ((EARLIER, LATER), (OWN,), [(EARLIER, OWN), (LATER, None)]),
        # Nothing begins in the same month: set against each other as they come.
        ((EARLIER,), (LATER,), [(EARLIER, LATER)]),
        ((OTHER,), (OWN,), [(None, OWN), (OTHER, None)]),
    ],
)
def test_rows_are_set_against_each_other(
    before: tuple[AccountRule, ...],
    after: tuple[AccountRule, ...],
    pairs: list[tuple[AccountRule | None, AccountRule | None]],
) -> None:
    found = row_changes(MappingSet(accounts=before), MappingSet(accounts=after))
    assert [(change.part, change.before, change.after) for change in found] == [("accounts", *pair) for pair in pairs]


def test_rows_of_one_name_are_each_told_once() -> None:
    first, second, moved = (Event(month, "Sommar") for month in (Month(2017, 6), Month(2018, 6), Month(2018, 7)))
    found = row_changes(MappingSet(events=(first, second)), MappingSet(events=(moved,)))
    assert [(change.before, change.after) for change in found] == [(first, moved), (second, None)]


def test_a_part_that_stays_and_one_that_begins() -> None:
    change = MappingSet(events=(Event(Month(2018, 1), "Hyrstopp"),))
    (found,) = row_changes(MappingSet(accounts=(OWN,)), change)
    assert (found.part, found.before) == ("events", None)


months = st.sampled_from([Month(2017, 1), Month(2018, 1), Month(2019, 1)])
rules = st.lists(
    st.builds(UnitAlias, st.sampled_from("ab"), st.sampled_from("12"), months, st.just(Month(2020, 1))), unique=True
)


@given(before=rules, after=rules)
def test_every_row_that_differs_is_told_once(before: list[UnitAlias], after: list[UnitAlias]) -> None:
    found = row_changes(MappingSet(unit_aliases=tuple(before)), MappingSet(unit_aliases=tuple(after)))
    gone, new = set(before) - set(after), set(after) - set(before)
    told_gone = [change.before for change in found if change.before is not None]
    told_new = [change.after for change in found if change.after is not None]
    assert (sorted(told_gone, key=str), sorted(told_new, key=str)) == (sorted(gone, key=str), sorted(new, key=str))
    assert all(
        change.before is None or change.after is None or change.before.unit == change.after.unit for change in found
    )
    assert changed_keys(
        "unit_aliases", MappingSet(unit_aliases=tuple(before)), MappingSet(unit_aliases=tuple(after))
    ) == sorted({row.unit for row in gone | new})


def test_a_name_means_nothing() -> None:
    both = MappingSet(accounts=(OWN,)), MappingSet(accounts=(NAMED, OTHER))
    assert changed_keys("accounts", *both) == ["5000"]
    assert changed_keys("unit_aliases", *both) == []
