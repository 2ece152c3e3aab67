"""Where mappings are changed: a proposal is read, its effect is shown, it is saved while that still holds."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import MappingSet
from bemanning.domain.selection import Selection
from bemanning.services.figureless import FIGURELESS_ACTIONS
from bemanning.services.mapping_edit import edited
from bemanning.services.mapping_effect import Basis, MappingEffect, mapping_effect
from bemanning.services.mapping_history import restored
from bemanning.services.mapping_proposal import KeptWorkbook, MappingEdit, Proposal, Restoration
from bemanning.services.mapping_update import EDIT, RESTORATION, WORKBOOK, ChangeNote, MappingChange, change_mappings
from bemanning.services.ports import MappingReader
from bemanning.services.upload import MEBIBYTE, Upload, received
from bemanning.store import KeptFile, Session, Store

WORKBOOK_LIMIT_BYTES = 10 * MEBIBYTE
# A preview is looked at, and looked at again for other nodes, before it is saved.
WORKBOOKS_READ = 8
LONGEST_NAME = 100


class MappingDesk:
    """Proposals to one store. Thread-safe."""

    def __init__(self, store: Store, reader: MappingReader) -> None:
        """Read workbooks by the reader; the latest few stay read."""
        self._store = store
        self._reader = reader
        # What is kept under a token never changes.
        self._workbook = lru_cache(WORKBOOKS_READ)(self._fresh_workbook)

    def keep(self, upload: Upload) -> KeptWorkbook:
        """Keep a sent workbook until it is decided on, for a day at most.

        Raises UserError: MAPPING_FILE_LARGE, UPLOAD_BROKEN, NO_RIGHTS, or every fault of the workbook; then nothing is
        kept.
        """
        self._store.refuse_without_rights()
        file = KeptFile(
            upload.shown_name[:LONGEST_NAME], received(upload, WORKBOOK_LIMIT_BYTES, FaultCode.MAPPING_FILE_LARGE)
        )
        self._read(file)
        return KeptWorkbook(self._store.kept_files.keep(file))

    def effect(self, proposal: Proposal, basis: Basis, selection: Selection) -> MappingEffect:
        """Give what saving the proposal would do. Raises UserError as saving it would, and as `mapping_effect`."""
        ready = self._ready(proposal)
        with self._store.reading() as session:
            return mapping_effect(session, basis, _changes(session, ready), selection)

    def save(self, proposal: Proposal, latest_change: int, actor: Actor) -> MappingChange:
        """Save the proposal, if nothing has changed since its effect was computed (comments and profiles aside).

        Raises UserError: DATA_CHANGED, MAPPING_FILE_GONE, or everything that would do harm; then nothing is changed.
        """
        ready = self._ready(proposal)
        with self._store.writing(actor) as session:
            if not session.log.actions_since(latest_change) <= FIGURELESS_ACTIONS:
                raise UserError([Fault(FaultCode.DATA_CHANGED)])
            change = change_mappings(session, _changes(session, ready), self._note(proposal))
        if isinstance(proposal, KeptWorkbook):
            self._store.kept_files.throw_away(proposal.token)
        return change

    def _ready(self, proposal: Proposal) -> MappingEdit | Restoration | MappingSet:
        """Give the proposal with its workbook read, before any transaction: reading takes a second."""
        if not isinstance(proposal, KeptWorkbook):
            return proposal
        self._kept(proposal.token)
        return self._workbook(proposal.token)

    def _fresh_workbook(self, token: str) -> MappingSet:
        return self._read(self._kept(token))

    def _kept(self, token: str) -> KeptFile:
        file = self._store.kept_files.get(token)
        if file is None:
            raise UserError([Fault(FaultCode.MAPPING_FILE_GONE)])
        return file

    def _read(self, file: KeptFile) -> MappingSet:
        """Read a workbook where the reader's own process reaches it. Raises UserError with all its faults."""
        with tempfile.TemporaryDirectory(prefix="bemanning-") as folder:
            path = Path(folder, "mappning.xlsx")
            path.write_bytes(file.content)
            found = self._reader(path, file.file_name)
        if found.faults:
            raise UserError(found.faults)
        return found

    def _note(self, proposal: Proposal) -> ChangeNote:
        if isinstance(proposal, KeptWorkbook):
            return ChangeNote(WORKBOOK, {"file": self._kept(proposal.token).file_name})
        if isinstance(proposal, Restoration):
            return ChangeNote(RESTORATION, {"restored": proposal.change_id})
        return ChangeNote(EDIT)


def _changes(session: Session, ready: MappingEdit | Restoration | MappingSet) -> MappingSet:
    if isinstance(ready, Restoration):
        return restored(session, ready.change_id)
    if isinstance(ready, MappingEdit):
        return edited(session.mappings.read(), ready)
    return ready
