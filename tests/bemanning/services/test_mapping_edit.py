"""One edit applied: month by month, the new row is what holds in its months, and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet, SupplierAlias, UnitAlias
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.vocabulary import NodeKind
from bemanning.services.mapping_edit import edited
from bemanning.services.mapping_proposal import MappingEdit

MARCH, JUNE = Month(2018, 3), Month(2018, 6)
EDGES = (
    Month(1990, 1), Month(1990, 2), Month(2017, 12), Month(2018, 1), MARCH, JUNE, Month(2018, 7), Month(2099, 12),
)  # fmt: skip


def alias(ansvar: str, first: Month = ALWAYS_FROM, last: Month = ALWAYS_TO, unit: str = "H") -> UnitAlias:
    return UnitAlias(unit, ansvar, first, last)


def after(rows: tuple[UnitAlias, ...], **edit: object) -> tuple[UnitAlias, ...] | None:
    proposal = MappingEdit("unit_aliases", "H", **edit)  # type: ignore[arg-type]  # any field of the edit
    return edited(MappingSet(unit_aliases=rows), proposal).unit_aliases


OTHER = alias("9", unit="ANNAN")
WHOLE = alias("1")


@pytest.mark.parametrize(
    ("rows", "edit", "expected"),
    [
        # A first row.
        ((OTHER,), {"row": alias("2")}, (OTHER, alias("2"))),
        # A row corrected for all time.
        ((OTHER, WHOLE), {"row": alias("2"), "replaced_from": ALWAYS_FROM}, (OTHER, alias("2"))),
        # From a month on: before it, what held still does, unless it is to go.
        (
            (WHOLE,),
            {"row": alias("2", MARCH), "replaced_from": ALWAYS_FROM},
            (alias("1", last=Month(2018, 2)), alias("2", MARCH)),
        ),
        (
            (WHOLE,),
            {"row": alias("2", MARCH), "replaced_from": ALWAYS_FROM, "keeps_rest": False},
            (alias("2", MARCH),),
        ),
        # For some months in between.
        (
            (WHOLE,),
            {"row": alias("2", MARCH, JUNE)},
            (alias("1", last=Month(2018, 2)), alias("1", Month(2018, 7)), alias("2", MARCH, JUNE)),
        ),
        # A row about the same key elsewhere in time gives way where they meet.
        (
            (alias("1", last=MARCH), alias("3", Month(2018, 4))),
            {"row": alias("2", MARCH), "replaced_from": ALWAYS_FROM, "keeps_rest": False},
            (alias("2", MARCH),),
        ),
        # Taken away.
        ((alias("1", last=MARCH), alias("3", JUNE)), {"replaced_from": JUNE}, (alias("1", last=MARCH),)),
    ],
)
def test_an_edit(rows: tuple[UnitAlias, ...], edit: dict[str, object], expected: tuple[UnitAlias, ...]) -> None:
    assert after(rows, **edit) == expected


def test_a_row_that_is_gone_is_told() -> None:
    with pytest.raises(UserError) as caught:
        after((WHOLE,), row=alias("2"), replaced_from=MARCH)
    assert caught.value.faults == (Fault(FaultCode.MAPPING_ROW_GONE, {"key": "H", "month": "2018-03"}),)


def test_parts_that_hold_nothing_yet() -> None:
    row = SupplierAlias("A AB", "A")
    assert edited(MappingSet(), MappingEdit("supplier_aliases", "A AB", row)) == MappingSet(supplier_aliases=(row,))


def test_a_unit_gets_its_name_and_its_place_at_once() -> None:
    region, unit = Node("R", "Regionen", NodeKind.REGION), Node("0103", "Avdelning 3", NodeKind.UNIT)
    placed = edited(MappingSet(nodes=(region,)), MappingEdit("edges", "0103", Edge("0103", "R"), node=unit))
    assert placed == MappingSet(nodes=(region, unit), edges=(Edge("0103", "R"),))
    named = replace(unit, name="Avdelning tre")
    moved = edited(placed, MappingEdit("edges", "0103", Edge("0103", "R"), ALWAYS_FROM, node=named))
    assert moved == MappingSet(nodes=(region, named), edges=(Edge("0103", "R"),))


@st.composite
def histories(draw: st.DrawFn) -> tuple[UnitAlias, ...]:
    """Rows about one unit that never overlap."""
    cuts = sorted(draw(st.lists(st.sampled_from(EDGES), unique=True, max_size=6)))
    spans = zip(cuts[::2], cuts[1::2], strict=False)
    return tuple(alias(str(number), first, last) for number, (first, last) in enumerate(spans))


@given(rows=histories(), span=st.tuples(st.sampled_from(EDGES), st.sampled_from(EDGES)), data=st.data())
def test_month_by_month_nothing_else_is_touched(
    rows: tuple[UnitAlias, ...], span: tuple[Month, Month], data: st.DataObject
) -> None:
    row = alias("ny", min(span), max(span))
    replaced = data.draw(st.sampled_from([None, *rows]))
    keeps_rest = data.draw(st.booleans())
    found = after(rows, row=row, replaced_from=replaced and replaced.valid_from, keeps_rest=keeps_rest) or ()
    lost = replaced if replaced is not None and not keeps_rest else None
    for month in [*EDGES, *(each.plus(1) for each in EDGES[:-1])]:
        wanted = [each for each in rows if each is not lost and each.valid_from <= month <= each.valid_to]
        expected = ["ny"] if row.valid_from <= month <= row.valid_to else [each.ansvar for each in wanted]
        assert [each.ansvar for each in found if each.valid_from <= month <= each.valid_to] == expected
