"""A row's fields, both ways: what is stored comes back as it is, and what is wrong is told all at once."""

from __future__ import annotations

from typing import Any

import pytest

from bemanning.domain.errors import UserError
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, SupplierAlias, UnitAlias
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.vocabulary import CostKind, NodeKind, Profession
from bemanning.presentation.fault_texts import fault_text
from bemanning.presentation.mapping_fields import edit_of, stored_fields
from bemanning.presentation.mapping_words import Do, MappingTable, RowWords
from bemanning.services.mapping_proposal import MappingEdit

UNIT, REGION = Node("0101", "Avdelning 1", NodeKind.UNIT), Node("R", "Regionen", NodeKind.REGION)
MAPPINGS = MappingSet(nodes=(UNIT, REGION))
JULY, DECEMBER = Month(2018, 7), Month(2018, 12)
EMPTY = MappingSet()


@pytest.mark.parametrize(
    ("table", "key", "row", "node"),
    [
        (MappingTable.ACCOUNTS, "4110", AccountRule("4110", CostKind.OWN, Profession.DOCTOR, "Lön", JULY), None),
        (MappingTable.ACCOUNTS, "5000", AccountRule("5000", CostKind.OTHER, None), None),
        (MappingTable.CODES, "D1", CodeRule("D1", Profession.NURSE, valid_to=DECEMBER), None),
        (MappingTable.UNITS, "0101", Edge("0101", "HS", JULY, DECEMBER), UNIT),
        (MappingTable.UNITS, "R", None, REGION),
        (MappingTable.UNIT_ALIASES, "H-1", UnitAlias("H-1", "0101"), None),
        (MappingTable.SUPPLIERS, "NORR AB", SupplierAlias("NORR AB", "Norr"), None),
    ],
)
def test_a_form_that_is_not_touched_says_what_is_stored(
    table: MappingTable, key: str, row: Any, node: Node | None
) -> None:
    begins = row and row.valid_from
    words = RowWords(table, key, begins, Do.SAVE, stored_fields(table, row, node))
    part = {"konton": "accounts", "befattningar": "codes", "organisation": "edges", "heromaenheter": "unit_aliases"}
    assert edit_of(words, MAPPINGS) == MappingEdit(part.get(table, "supplier_aliases"), key, row, begins)


def filled(table: MappingTable, key: str = "", begins: Month | None = None, **fields: str) -> RowWords:
    return RowWords(table, key, begins, Do.SAVE, fields)


def test_a_new_unit_gets_its_name_and_level() -> None:
    words = filled(MappingTable.UNITS, kod="0103", benamning="Avdelning 3", niva="ansvar", mal="HS", ovriga="bort")
    node = Node("0103", "Avdelning 3", NodeKind.UNIT)
    assert edit_of(words, MAPPINGS) == MappingEdit("edges", "0103", Edge("0103", "HS"), keeps_rest=False, node=node)
    assert edit_of(words, EMPTY).node == node


def test_a_row_is_taken_away() -> None:
    words = RowWords(MappingTable.CODES, "D1", JULY, Do.REMOVE)
    assert edit_of(words, EMPTY) == MappingEdit("codes", "D1", None, JULY)


@pytest.mark.parametrize(
    ("words", "faults"),
    [
        (filled(MappingTable.ACCOUNTS), ["Konto saknas", "Kostnadsslag saknas"]),
        (
            filled(MappingTable.ACCOUNTS, "4110", slag="hyr"),
            ["Kostnadsslaget Hyrpersonal och yrkesgruppen går inte ihop"],
        ),
        (filled(MappingTable.ACCOUNTS, "4110", slag="ovrigt", grupp="ssk"), ["Kostnadsslaget Övrigt och yrkesgruppen"]),
        (filled(MappingTable.ACCOUNTS, "4110", slag="lön", grupp="ssk"), ["Ordet lön är okänt här"]),
        (
            filled(MappingTable.CODES, "D1", fran="2018", till="i går"),
            ["Värdet 2018 är ingen månad", "Värdet i går är ingen månad", "Yrkesgrupp saknas"],
        ),
        (
            filled(MappingTable.UNITS, "X", fran="2018-12", till="2018-07"),
            [
                "Raden gäller från december 2018 men bara till juli 2018",
                "Överordnad saknas",
                "Namn saknas",
                "Nivå saknas",
            ],
        ),
        (filled(MappingTable.UNITS, "X", benamning="X", niva="avdelning", mal="R"), ["Ordet avdelning är okänt"]),
        (filled(MappingTable.UNIT_ALIASES, "X"), ["Ansvar saknas"]),
        (filled(MappingTable.SUPPLIERS, "X"), ["Samlingsnamn saknas"]),
    ],
)
def test_everything_wrong_is_told_at_once(words: RowWords, faults: list[str]) -> None:
    with pytest.raises(UserError) as caught:
        edit_of(words, EMPTY)
    told = [fault_text(fault) for fault in caught.value.faults]
    assert len(told) == len(faults)
    assert all(
        text.replace("\N{NO-BREAK SPACE}", " ").startswith(part) for text, part in zip(told, faults, strict=True)
    )


def test_a_region_that_is_given_a_parent_is_left_to_the_checks() -> None:
    words = filled(MappingTable.UNITS, "R", benamning="Regionen", niva="region", mal="HS")
    assert edit_of(words, MAPPINGS).row == Edge("R", "HS")
