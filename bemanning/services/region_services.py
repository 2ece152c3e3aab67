"""Every service over one store: what wiring builds, and pages, exports and the command line ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from bemanning.domain.actor import Actor
from bemanning.domain.comment import Comment
from bemanning.domain.mapping import MappingSet
from bemanning.domain.masking import masked
from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.selection import Selection
from bemanning.domain.targets import BASELINE_YEAR
from bemanning.domain.vocabulary import MonthStatus
from bemanning.services.balance_check import BalanceCheck
from bemanning.services.balance_desk import BalanceDesk
from bemanning.services.catalogue import Catalogue, catalogue
from bemanning.services.comments import (
    Comments,
    comments,
    reword_comment,
    withdraw_comment,
    write_comment,
)
from bemanning.services.drill_down import VOUCHERS_SHOWN, DrillCell, DrillDown, drill_down
from bemanning.services.figures import Figures
from bemanning.services.figures_read import empty_figures
from bemanning.services.file_report import FileReport
from bemanning.services.goal_attainment import GoalTable
from bemanning.services.goal_table import goal_table
from bemanning.services.ingest import LoadOptions, Undone, check_files, load_files, undo_load
from bemanning.services.job import Job
from bemanning.services.job_run import JobRun
from bemanning.services.loading_jobs import LoadingJobs
from bemanning.services.mapping_board import MappingBoard, mapping_board
from bemanning.services.mapping_desk import MappingDesk
from bemanning.services.mapping_difference import RowChange
from bemanning.services.mapping_effect import Basis, Loaded, MappingEffect
from bemanning.services.mapping_history import change_rows
from bemanning.services.mapping_proposal import KeptWorkbook, Proposal
from bemanning.services.mapping_update import WORKBOOK, ChangeNote, MappingChange, update_mappings
from bemanning.services.memory import Known, Memory
from bemanning.services.month_status import MarkedMonths, MonthsChoice, set_month_status
from bemanning.services.month_strip import MonthStrip, month_strip
from bemanning.services.overview import Overview, overview
from bemanning.services.ports import FileReader, MappingReader
from bemanning.services.profiles import save_profile, withdraw_profile
from bemanning.services.reconciliation import Reconciliation, reconciliation
from bemanning.services.scoping import declared_scopes
from bemanning.services.share import ShareAnswer, share
from bemanning.services.trend import Trend, trend
from bemanning.services.unit_tree import UnitTree, unit_tree
from bemanning.services.unmapped import Unmapped, is_all_mapped, unmapped_of
from bemanning.services.upload import Upload
from bemanning.store import CommentRecord, CurrentMonth, LoadRecord, ProfileRecord, Store


@dataclass(eq=False)
class RegionServices:
    """Implements services.services.Services, and loading and undoing beside it. Thread-safe."""

    store: Store
    reader: FileReader
    mapping_reader: MappingReader
    sent: LoadingJobs

    def data_version(self) -> int:
        """Give the number that every change of data raises."""
        return self.store.data_version()

    def may_change(self) -> bool:
        """Tell whether anything may be changed from here."""
        return self.store.may_change

    def catalogue(self) -> Catalogue:
        """Give what the pickers offer."""
        return catalogue(self._figures())

    def overview(self, selection: Selection) -> Overview:
        """Answer Översikt."""
        known = self._known(selection)
        return overview(known.loaded, self._unmapped(known), selection)

    def trend(self, selection: Selection) -> Trend:
        """Answer Trend."""
        return trend(self._known(selection).loaded, selection)

    def goal_table(self, selection: Selection) -> GoalTable:
        """Answer Måluppfyllelse."""
        known = self._known(selection)
        return goal_table(known.loaded, known.loads, self._unmapped(known), selection)

    def unit_tree(self, selection: Selection) -> UnitTree:
        """Answer Enheter."""
        known = self._known(selection)
        return unit_tree(known.loaded, known.loads, selection)

    def drill_down(self, selection: Selection, cell: DrillCell, most: int | None = VOUCHERS_SHOWN) -> DrillDown:
        """Open one cost cell of Enheter, with at most so many vouchers."""
        known = self._known(selection)
        with self.store.reading() as session:
            return drill_down(known.loaded, session.at(known.as_known), selection, cell, most)

    def comments(self, selection: Selection) -> Comments:
        """Give what is said about the selection."""
        known = self._known(selection)
        return comments(known.loaded, known.comments, selection)

    def write_comment(self, comment: Comment, actor: Actor) -> CommentRecord:
        """Write a comment, signed by the actor."""
        return write_comment(self.store, self._figures(), comment, actor)

    def reword_comment(self, comment_id: int, text: str, actor: Actor) -> CommentRecord:
        """Let a comment say something else."""
        return reword_comment(self.store, comment_id, text, actor)

    def withdraw_comment(self, comment_id: int, actor: Actor) -> CommentRecord:
        """Take a comment back; its history stays."""
        return withdraw_comment(self.store, comment_id, actor)

    def reconciliation(self, selection: Selection) -> Reconciliation:
        """Answer Avstämning."""
        known = self._known(selection)
        with self.store.reading() as session:
            return reconciliation(known.loaded, session.at(known.as_known).cells, selection)

    def check_balance(self, upload: Upload, scope: str | None) -> BalanceCheck:
        """Hold a sent balance list against what is loaded."""
        return BalanceDesk(self.store, self.reader).sent(upload, scope)

    def check_balance_file(self, path: Path, scope: str | None) -> BalanceCheck:
        """Hold a balance list against what is loaded. Raises as `BalanceDesk.file`."""
        return BalanceDesk(self.store, self.reader).file(path, path.name, scope)

    def share(self, selection: Selection) -> ShareAnswer:
        """Answer one R12 share with its sums. With nothing loaded every month is missing; that is an answer too."""
        known = self._known(selection)
        if known.figures is None and selection.known_on is None:
            return share(empty_figures(known.mappings, selection.month or Month(BASELINE_YEAR, 12)), selection)
        return share(known.loaded, selection)

    def unmapped(self, known_on: date | None = None) -> Unmapped:
        """Give everything loaded that no mapping knows, or knew on a day."""
        return self._unmapped(self._memory.known(known_on))

    def _unmapped(self, known: Known) -> Unmapped:
        if known.figures is None or is_all_mapped(known.figures):
            return Unmapped(())
        return unmapped_of(self._memory.tallies(known), known.mappings)

    def mappings(self) -> MappingSet:
        """Give the mappings as they hold now."""
        return self._current().mappings

    def mappings_to_edit(self) -> MappingSet:
        """Give the mappings as they hold now, with the goals that stand in for the region's own written out.

        Otherwise a region's first own goal would make the others vanish.
        """
        known = self._current()
        figures, mappings = known.figures, known.mappings
        # Without a node of the region's own to stand on, the goals can't be written yet.
        own_nodes = {node.code for node in mappings.nodes or ()}
        if figures is None or mappings.goals or figures.health_care.code not in own_nodes:
            return mappings
        return replace(mappings, goals=figures.goals_for(Month(figures.latest.year, MONTHS_IN_YEAR)))

    def months(self) -> list[CurrentMonth]:
        """Give every loaded month per source and scope."""
        return list(self._current().rows.current)

    def month_strip(self) -> MonthStrip:
        """Lay out which months are loaded, per source and scope."""
        return month_strip(self.months(), declared_scopes(self.mappings()))

    def loads(self) -> list[LoadRecord]:
        """Give every load, newest first."""
        return list(self._current().loads)

    def check(self, paths: Sequence[Path], options: LoadOptions) -> Iterator[FileReport]:
        """Say what loading each file would do."""
        return check_files(self.store, self.reader, paths, options)

    def load(self, paths: Sequence[Path], options: LoadOptions, actor: Actor) -> Iterator[FileReport]:
        """Load each file in a transaction of its own."""
        return load_files(self.store, self.reader, paths, options, actor)

    def profiles(self) -> list[ProfileRecord]:
        """Give every version of every saved profile, the latest first."""
        with self.store.reading() as session:
            return session.profiles.versions()

    def save_profile(self, name: str, report: FileReport, actor: Actor) -> ProfileRecord:
        """Save how a checked file was read."""
        return save_profile(self.store, name, report, actor)

    def save_job_profile(self, name: str, job_id: int, actor: Actor) -> ProfileRecord:
        """Save how a sent file was read."""
        return save_profile(self.store, name, self.job(job_id).report, actor)

    def withdraw_profile(self, name: str, actor: Actor) -> ProfileRecord:
        """Let no file be read by the profile from now on."""
        return withdraw_profile(self.store, name, actor)

    def undo(self, load_id: int, actor: Actor) -> Undone:
        """Take a load back."""
        return undo_load(self.store, load_id, actor)

    def set_month_status(self, choice: MonthsChoice, status: MonthStatus, actor: Actor) -> MarkedMonths:
        """Close, reopen or mark months."""
        return set_month_status(self.store, choice, status, actor)

    def receive(self, upload: Upload, actor: Actor) -> Job:
        """Keep a sent file and begin to check it."""
        return self.sent.receive(upload, actor)

    def jobs(self) -> tuple[Job, ...]:
        """Give the latest job of every sent file, newest first."""
        return self.sent.jobs()

    def job(self, job_id: int) -> Job:
        """Give one job."""
        return self.sent.job(job_id)

    def confirm_job(self, job_id: int, options: LoadOptions, actor: Actor) -> Job:
        """Begin to load a job's file."""
        return self.sent.confirm_job(job_id, options, actor)

    def check_again(self, job_id: int, options: LoadOptions, actor: Actor) -> Job:
        """Begin to check a job's file with other options."""
        return self.sent.check_again(job_id, options, actor)

    def cancel_job(self, job_id: int, actor: Actor) -> Job:
        """Stop a job."""
        return self.sent.cancel_job(job_id, actor)

    def discard_job(self, job_id: int) -> None:
        """Throw a job's file away."""
        self.sent.discard_job(job_id)

    def run_job(self, job_id: int, on_lost: Callable[[], None]) -> None:
        """Do one job, in the process that was started for it; see `JobRun`."""
        JobRun(self.store, self.reader, self.sent.folder, on_lost).run(job_id)

    def load_mappings(self, path: Path, actor: Actor) -> MappingChange:
        """Replace the parts of the mappings that a workbook holds."""
        note = ChangeNote(WORKBOOK, {"file": masked(path.name)})
        return update_mappings(self.store, self.mapping_reader(path, path.name), actor, note)

    def mapping_board(self) -> MappingBoard:
        """Answer Mappning."""
        known, unmapped = self._current(), self.unmapped()
        suppliers = self._memory.unnamed_suppliers(known)
        with self.store.reading() as session:
            return mapping_board(session, known.figures, known.mappings, unmapped, suppliers)

    def mapping_change(self, change_id: int) -> tuple[RowChange, ...]:
        """Give the rows before and after of one logged change."""
        with self.store.reading() as session:
            return change_rows(session, change_id)

    def keep_mapping_workbook(self, upload: Upload) -> KeptWorkbook:
        """Keep a sent workbook until it is decided on."""
        return self._desk.keep(upload)

    def mapping_effect(self, proposal: Proposal, selection: Selection) -> MappingEffect:
        """Give what saving a proposal would do."""
        known = self._current()
        loaded = None if known.figures is None else Loaded(known.figures, self._memory.tallies(known))
        return self._desk.effect(proposal, Basis(loaded, known.latest_change), selection)

    def save_mappings(self, proposal: Proposal, latest_change: int, actor: Actor) -> MappingChange:
        """Save a proposal, if nothing has changed since its effect was computed."""
        return self._desk.save(proposal, latest_change, actor)

    @cached_property
    def _desk(self) -> MappingDesk:
        return MappingDesk(self.store, self.mapping_reader)

    @cached_property
    def _memory(self) -> Memory:
        return Memory(self.store)

    def _figures(self) -> Figures:
        return self._current().loaded

    def _known(self, selection: Selection) -> Known:
        return self._memory.known(selection.known_on)

    def _current(self) -> Known:
        return self._memory.known()
