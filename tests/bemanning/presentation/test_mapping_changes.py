"""Rows before and after: all that differs is told, whichever column says what a row is about."""

from __future__ import annotations

from bemanning.domain.goal import Event
from bemanning.domain.mapping import AccountRule
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.presentation.mapping_changes import ROWS_SHOWN as CHANGES_SHOWN
from bemanning.presentation.mapping_changes import changes_table
from bemanning.services.mapping_difference import RowChange
from tests.builders import mapping
from tests.builders.seen import rows, words


def test_what_differs_is_told_before_and_after() -> None:
    before = AccountRule("4110", CostKind.OWN, Profession.DOCTOR, "Lön")
    after = AccountRule("4110", CostKind.OWN, Profession.NURSE)
    table = changes_table([RowChange("accounts", before, after)])
    (row,) = rows(table)[1:]
    assert row[:2] == ["Konton", "4110"]
    assert ("läkare" in row[2], "sjuksköterska" in row[3], "egen" in row[2]) == (True, True, False)


def test_an_event_that_moves_tells_its_months() -> None:
    before, after = (Event(month, "Hyrstopp") for month in (Month(2018, 1), Month(2018, 3)))
    (row,) = rows(changes_table([RowChange("events", before, after)]))[1:]
    assert [" ".join(cell.split()) for cell in row] == ["Händelser", "Hyrstopp", "Månad: 2018-01", "Månad: 2018-03"]


def test_very_many_changed_rows_are_counted() -> None:
    changes = [RowChange("accounts", None, mapping.RULE)] * (CHANGES_SHOWN + 3)
    table = changes_table(changes)
    assert len(rows(table)) == CHANGES_SHOWN + 1
    assert "och 3 till" in words(table)
