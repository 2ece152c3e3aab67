"""Proposals: an edit, a sent workbook, a way back; saved while their effect still holds, logged, and undone again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.comment import Comment
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, SupplierAlias
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.services.mapping_desk import WORKBOOK_LIMIT_BYTES
from bemanning.services.mapping_proposal import MappingEdit, Proposal, Restoration
from bemanning.services.mapping_update import MappingChange
from bemanning.services.region_services import RegionServices
from bemanning.services.upload import Upload
from bemanning.store import Store
from tests.bemanning.services.conftest import Loader
from tests.bemanning.services.test_mapping_effect import EDIT, NEW_RULE, YEAR
from tests.builders.files import MAPPINGS, ledger_file
from tests.builders.jobs import upload
from tests.conftest import Clock

WORKBOOK = replace(MAPPINGS, accounts=(*(MAPPINGS.accounts or ()), NEW_RULE), codes=())


class WorkbookReader:
    """Reads whatever file it is given as one workbook, and remembers what it was given."""

    def __init__(self, found: MappingSet) -> None:
        self.found, self.read = found, []  # type: ignore[var-annotated]

    def __call__(self, path: Path, file_name: str) -> MappingSet:
        self.read.append((path.suffix, path.read_bytes(), file_name))
        return self.found


def save(services: RegionServices, proposal: Proposal, actor: Actor) -> MappingChange:
    effect = services.mapping_effect(proposal, Selection())
    return services.save_mappings(proposal, effect.latest_change, actor)


def refusal(services: RegionServices, proposal: Proposal, actor: Actor) -> list[FaultCode]:
    with pytest.raises(UserError) as caught:
        save(services, proposal, actor)
    return [fault.code for fault in caught.value.faults]


def test_an_edit_is_saved_logged_and_undone(services: RegionServices, load: Loader, actor: Actor) -> None:
    load(ledger_file("år.xlsx", *YEAR))
    before = services.mappings()
    assert save(services, EDIT, actor) == MappingChange({"accounts": (1, 0)}, 1)
    assert services.unmapped().items == ()
    event = services.mapping_board().history[0]
    assert (event.actor_name, event.subject, event.counts) == (actor.name, "edit", {"accounts": (1, 0)})
    assert [(row.before, row.after) for row in services.mapping_change(event.id)] == [(None, NEW_RULE)]

    back = Restoration(event.id)
    effect = services.mapping_effect(back, Selection())
    assert [(row.before, row.after) for row in effect.changes] == [(NEW_RULE, None)]
    save(services, back, actor)
    assert services.mappings() == before
    assert [item.code for item in services.unmapped().items] == ["7777"]
    latest = services.mapping_board().history[0]
    assert (latest.subject, latest.restored, latest.counts) == ("restoration", event.id, {"accounts": (0, 1)})


def test_going_back_takes_later_changes_of_the_same_parts_along_and_no_others(
    services: RegionServices, actor: Actor
) -> None:
    before = services.mappings()
    save(services, EDIT, actor)
    first = services.mapping_board().history[0]
    save(services, MappingEdit("accounts", "8888", AccountRule("8888", CostKind.OTHER, None)), actor)
    save(services, MappingEdit("codes", "N1", CodeRule("N1", Profession.NURSE)), actor)
    save(services, Restoration(first.id), actor)
    after = services.mappings()
    assert after.accounts == before.accounts
    assert CodeRule("N1", Profession.NURSE) in (after.codes or ())
    assert refusal(services, Restoration(first.id), actor) == [FaultCode.MAPPING_NOTHING_CHANGED]


def test_going_back_to_before_one_change_leaves_the_one_before_it_even_where_the_clock_stands_still(
    services: RegionServices, clock: Clock, actor: Actor
) -> None:
    kept, gone = (AccountRule(code, CostKind.OTHER, None) for code in ("8888", "9999"))
    save(services, MappingEdit("accounts", "8888", kept), actor)
    clock.at -= timedelta(hours=1)
    save(services, MappingEdit("accounts", "9999", gone), actor)
    latest = services.mapping_board().history[0]
    assert [(row.before, row.after) for row in services.mapping_change(latest.id)] == [(None, gone)]
    save(services, Restoration(latest.id), actor)
    accounts = services.mappings().accounts or ()
    assert (kept in accounts, gone in accounts) == (True, False)


def test_a_change_that_is_not_there(services: RegionServices, actor: Actor) -> None:
    assert refusal(services, Restoration(999), actor) == [FaultCode.MAPPING_CHANGE_UNKNOWN]
    with pytest.raises(UserError):
        services.mapping_change(999)


def test_data_that_has_changed_since_the_effect_was_seen(services: RegionServices, load: Loader, actor: Actor) -> None:
    load(ledger_file("år.xlsx", *YEAR))
    seen = services.mapping_effect(EDIT, Selection()).latest_change
    services.write_comment(Comment("HS", Month(2018, 12), None, "Stämmer."), actor)
    load(ledger_file("nästa.xlsx", ("2019-01", "4610", "0101", 1)))
    with pytest.raises(UserError) as caught:
        services.save_mappings(EDIT, seen, actor)
    assert caught.value.faults == (Fault(FaultCode.DATA_CHANGED),)
    again = services.mapping_effect(EDIT, Selection()).latest_change
    # What somebody writes beside the figures changes none.
    services.write_comment(Comment("HS", Month(2018, 12), None, "Stämmer nu."), actor)
    assert services.save_mappings(EDIT, again, actor).recomputed_loads == 1


def test_a_sent_workbook_is_kept_shown_saved_and_forgotten(services: RegionServices, actor: Actor) -> None:
    reader = WorkbookReader(WORKBOOK)
    services.mapping_reader = reader
    kept = services.keep_mapping_workbook(upload(b"bytes", "ny 19121212-1212.xlsx"))
    effect = services.mapping_effect(kept, Selection())
    assert {change.part for change in effect.changes} == {"accounts", "codes"}
    assert services.save_mappings(kept, effect.latest_change, actor).parts["codes"] == (0, 1)
    event = services.mapping_board().history[0]
    assert (event.subject, event.file_name) == ("workbook", "ny (dolt).xlsx")
    # Read when it was sent, and once more for its effect and for saving it together.
    assert reader.read == [(".xlsx", b"bytes", "ny (dolt).xlsx")] * 2
    assert refusal(services, kept, actor) == [FaultCode.MAPPING_FILE_GONE]


def test_another_process_reads_the_file_again(services: RegionServices, store: Store) -> None:
    services.mapping_reader = WorkbookReader(WORKBOOK)
    kept = services.keep_mapping_workbook(upload(b"bytes"))
    other = RegionServices(store, services.reader, WorkbookReader(WORKBOOK), services.sent)
    assert other.mapping_effect(kept, Selection()).changes == services.mapping_effect(kept, Selection()).changes


def test_a_workbook_waits_a_day(services: RegionServices, clock: Clock, actor: Actor) -> None:
    services.mapping_reader = WorkbookReader(WORKBOOK)
    kept = services.keep_mapping_workbook(upload(b"bytes"))
    clock.at += timedelta(hours=25)
    assert refusal(services, kept, actor) == [FaultCode.MAPPING_FILE_GONE]


def test_a_workbook_with_faults_or_too_large_is_not_kept(services: RegionServices) -> None:
    faults = (Fault(FaultCode.MAPPING_MONTH, {"value": "x"}, "Konton", "E2"), Fault(FaultCode.MAPPING_NUMBER))
    services.mapping_reader = WorkbookReader(MappingSet(faults=faults))
    with pytest.raises(UserError) as caught:
        services.keep_mapping_workbook(upload(b"bytes"))
    assert caught.value.faults == faults
    with pytest.raises(UserError) as caught:
        services.keep_mapping_workbook(upload(b"x" * (WORKBOOK_LIMIT_BYTES + 1)))
    assert caught.value.faults == (Fault(FaultCode.MAPPING_FILE_LARGE, {"limit": 10}),)


def test_a_workbook_that_comes_in_pieces_is_read_whole(services: RegionServices) -> None:
    reader = WorkbookReader(WORKBOOK)
    services.mapping_reader = reader
    pieces = iter([b"by", b"tes", b""])
    services.keep_mapping_workbook(Upload("C:\\mina\\ny\x00.xlsx", lambda _most: next(pieces), 5))
    assert reader.read == [(".xlsx", b"bytes", "ny .xlsx")]


def test_a_workbook_that_breaks_off_is_not_kept(services: RegionServices) -> None:
    with pytest.raises(UserError) as caught:
        services.keep_mapping_workbook(upload(b"by", size_bytes=5))
    assert caught.value.faults == (Fault(FaultCode.UPLOAD_BROKEN, {"received": 2, "size": 5}),)


@pytest.mark.parametrize(
    ("edit", "codes"),
    [
        (MappingEdit("edges", "0101", Edge("0101", "BORTA")), [FaultCode.MAPPING_NODE_IN_USE]),
        (MappingEdit("edges", "HS", Edge("HS", "0101")), [FaultCode.MAPPING_CYCLE, FaultCode.MAPPING_CYCLE]),
    ],
)
def test_an_edit_that_would_do_harm_is_refused(
    services: RegionServices, actor: Actor, edit: MappingEdit, codes: list[FaultCode]
) -> None:
    before = services.mappings()
    assert refusal(services, edit, actor) == codes
    assert services.mappings() == before


def test_an_alias_changes_no_figure(services: RegionServices, load: Loader, actor: Actor) -> None:
    load(ledger_file("år.xlsx", *YEAR))
    edit = MappingEdit("supplier_aliases", "A AB", SupplierAlias("A AB", "A"))
    effect = services.mapping_effect(edit, Selection())
    assert effect.figures is not None
    assert (effect.figures.months, effect.figures.loads) == ((), ())
    assert save(services, edit, actor).recomputed_loads == 0
