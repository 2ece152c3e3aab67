"""Services that stand at the port and answer with built answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bemanning.domain.actor import Actor
from bemanning.domain.comment import Comment
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.job import JobKind, JobStatus
from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import Month
from bemanning.domain.profile import is_profile_name
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import MonthStatus
from bemanning.services.balance_check import BalanceCheck
from bemanning.services.catalogue import Catalogue
from bemanning.services.comments import Comments, comments
from bemanning.services.drill_down import DrillCell, DrillDown
from bemanning.services.goal_attainment import GoalTable
from bemanning.services.ingest import LoadOptions, Undone
from bemanning.services.job import Job
from bemanning.services.mapping_board import MappingBoard
from bemanning.services.mapping_difference import RowChange
from bemanning.services.mapping_effect import MappingEffect
from bemanning.services.mapping_proposal import KeptWorkbook, Proposal
from bemanning.services.mapping_update import MappingChange
from bemanning.services.month_status import MarkedMonths, MonthsChoice
from bemanning.services.month_strip import MonthStrip, month_strip
from bemanning.services.overview import Overview
from bemanning.services.reconciliation import Reconciliation, reconciliation
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.trend import Trend, trend
from bemanning.services.unit_tree import UnitTree
from bemanning.services.unmapped import Unmapped
from bemanning.services.upload import Upload
from bemanning.store import CommentRecord, CurrentMonth, LoadRecord, ProfileRecord
from tests.builders import answers, balances, loading, mapping, profiles, reconciliations, trends, unit_trees
from tests.builders.comments import records


class BuiltServices:
    """Answers every question from `answers`, resolved for the selection asked about.

    What it is told to do is remembered in `done`, as (method, arguments…), and done to nothing.
    """

    def __init__(self) -> None:
        self.done: list[tuple[object, ...]] = []

    def data_version(self) -> int:
        return 1

    def may_change(self) -> bool:
        return True

    def catalogue(self) -> Catalogue:
        return answers.catalogue()

    def overview(self, selection: Selection) -> Overview:
        return answers.overview(selection=self._resolve(selection))

    def trend(self, selection: Selection) -> Trend:
        resolved = self._resolve(selection)
        return trend(trends.figures(), replace(selection, month=resolved.month, node=resolved.node.code))

    def reconciliation(self, selection: Selection) -> Reconciliation:
        resolved = self._resolve(selection)
        asked = replace(selection, month=resolved.month, node=resolved.node.code)
        return reconciliation(reconciliations.figures(), reconciliations.BuiltCells(), asked)

    def check_balance(self, upload: Upload, scope: str | None) -> BalanceCheck:
        if not upload.read(1_000_000):
            raise UserError([Fault(FaultCode.FILE_EMPTY)])
        return balances.check() if scope is None else balances.agreeing()

    def goal_table(self, selection: Selection) -> GoalTable:
        return answers.goal_table(selection=self._resolve(selection))

    def unit_tree(self, selection: Selection) -> UnitTree:
        return unit_trees.unit_tree(selection=self._resolve(selection))

    def drill_down(self, selection: Selection, cell: DrillCell, most: int | None = None) -> DrillDown:
        assert most is None or most > 0
        return unit_trees.drill(cell, selection=self._resolve(replace(selection, node=cell.node)))

    def loads(self) -> list[LoadRecord]:
        undone = replace(answers.load(1), undone_at=loading.SENT_AT, undone_by="Karin Ek", current_months=())
        return [answers.load(3), answers.load(2), undone]

    def months(self) -> list[CurrentMonth]:
        return loading.current_months()

    def month_strip(self) -> MonthStrip:
        return loading.strip()

    def profiles(self) -> list[ProfileRecord]:
        return profiles.versions()

    def save_job_profile(self, name: str, job_id: int, actor: Actor) -> ProfileRecord:
        if not is_profile_name(name):
            raise UserError([Fault(FaultCode.PROFILE_NAME, {"limit": 60})])
        self.done.append(("save_job_profile", name, self.job(job_id).id, actor))
        return replace(profiles.versions()[0], name=name)

    def withdraw_profile(self, name: str, actor: Actor) -> ProfileRecord:
        found = next((record for record in self.profiles() if record.name == name), None)
        if found is None:
            raise UserError([Fault(FaultCode.PROFILE_UNKNOWN, {"profile": name, "profiles": ""})])
        self.done.append(("withdraw_profile", name, actor))
        return found

    def undo(self, load_id: int, actor: Actor) -> Undone:
        if load_id not in {load.id for load in self.loads()}:
            raise UserError([Fault(FaultCode.LOAD_UNKNOWN, {"load": load_id})])
        self.done.append(("undo", load_id, actor))
        return Undone([Month(2018, 11), Month(2018, 12)], [Month(2018, 11)])

    def set_month_status(self, choice: MonthsChoice, status: MonthStatus, actor: Actor) -> MarkedMonths:
        rows = [row for row in self.months() if choice.holds(row)]
        if not rows:
            raise UserError([Fault(FaultCode.MONTH_NOT_LOADED, {"month": str(month)}) for month in choice.months])
        self.done.append(("set_month_status", choice, status, actor))
        return MarkedMonths(rows, [replace(row, status=status) for row in rows])

    def unmapped(self, known_on: date | None = None) -> Unmapped:
        assert known_on is None, "only the command line asks for an earlier day"
        return self.mapping_board().unmapped

    def mappings_to_edit(self) -> MappingSet:
        return self.mapping_board().mappings

    def mapping_board(self) -> MappingBoard:
        return mapping.board()

    def mapping_change(self, change_id: int) -> tuple[RowChange, ...]:
        if change_id not in {event.id for event in mapping.HISTORY}:
            raise UserError([Fault(FaultCode.MAPPING_CHANGE_UNKNOWN, {"change": change_id})])
        return mapping.CHANGES

    def keep_mapping_workbook(self, upload: Upload) -> KeptWorkbook:
        if not upload.read(1_000_000):
            raise UserError([Fault(FaultCode.FILE_EMPTY)])
        return KeptWorkbook(upload.file_name)

    def mapping_effect(self, proposal: Proposal, selection: Selection) -> MappingEffect:
        if proposal == mapping.GONE:
            raise UserError([Fault(FaultCode.MAPPING_FILE_GONE)])
        return mapping.effect(self._resolve(selection))

    def save_mappings(self, proposal: Proposal, latest_change: int, actor: Actor) -> MappingChange:
        if latest_change != mapping.effect().latest_change:
            raise UserError([Fault(FaultCode.DATA_CHANGED)])
        self.done.append(("save_mappings", proposal, latest_change, actor))
        return MappingChange({"accounts": (1, 0), "codes": (0, 0)}, 2)

    def receive(self, upload: Upload, actor: Actor) -> Job:
        content = upload.read(1_000_000)
        self.done.append(("receive", upload.file_name, content, actor))
        return loading.job(99, status=JobStatus.WAITING, report=None, file_name=upload.file_name, actor=actor)

    def jobs(self) -> tuple[Job, ...]:
        return loading.jobs()

    def job(self, job_id: int) -> Job:
        found = next((job for job in self.jobs() if job.id == job_id), None)
        if found is None:
            raise UserError([Fault(FaultCode.JOB_UNKNOWN, {"job": job_id})])
        return found

    def confirm_job(self, job_id: int, options: LoadOptions, actor: Actor) -> Job:
        return self._begin("confirm_job", JobKind.LOAD, job_id, options, actor)

    def check_again(self, job_id: int, options: LoadOptions, actor: Actor) -> Job:
        return self._begin("check_again", JobKind.CHECK, job_id, options, actor)

    def cancel_job(self, job_id: int, actor: Actor) -> Job:
        job = self.job(job_id)
        if not job.status.is_active:
            raise UserError([Fault(FaultCode.JOB_ENDED, {"file": job.file_name})])
        self.done.append(("cancel_job", job_id, actor))
        return replace(job, status=JobStatus.CANCELLED, stage=None)

    def discard_job(self, job_id: int) -> None:
        self.done.append(("discard_job", self.job(job_id).id))

    def _begin(self, method: str, kind: JobKind, job_id: int, options: LoadOptions, actor: Actor) -> Job:
        job = self.job(job_id)
        if job.status.is_active:
            raise UserError([Fault(FaultCode.JOB_ACTIVE, {"file": job.file_name})])
        self.done.append((method, job_id, options, actor))
        return loading.job(99, kind=kind, status=JobStatus.WAITING, report=None, file_name=job.file_name)

    def comments(self, selection: Selection) -> Comments:
        resolved = self._resolve(selection)
        return comments(trends.figures(), records(), replace(selection, month=resolved.month, node=resolved.node.code))

    def write_comment(self, comment: Comment, actor: Actor) -> CommentRecord:
        self.done.append(("write_comment", comment, actor))
        return records()[0]

    def reword_comment(self, comment_id: int, text: str, actor: Actor) -> CommentRecord:
        self.done.append(("reword_comment", comment_id, text, actor))
        return records()[0]

    def withdraw_comment(self, comment_id: int, actor: Actor) -> CommentRecord:
        self.done.append(("withdraw_comment", comment_id, actor))
        return records()[0]

    def _resolve(self, selection: Selection) -> ResolvedSelection:
        nodes = {choice.node.code: choice.node for choice in answers.catalogue().nodes}
        node = selection.node or "HS"
        if node not in nodes:
            raise UserError([Fault(FaultCode.NODE_UNKNOWN, {"node": node})])
        return replace(
            answers.resolved(),
            month=selection.month or answers.DECEMBER,
            node=nodes[node],
            definition=selection.definition or answers.resolved().definition,
            view=selection.view,
            profession=selection.profession,
            known_on=selection.known_on,
        )


class EmptyServices(BuiltServices):
    """A store in which nothing has been loaded."""

    def mapping_board(self) -> MappingBoard:
        return mapping.empty_board()

    def catalogue(self) -> Catalogue:
        raise UserError([Fault(FaultCode.NOTHING_LOADED)])

    def loads(self) -> list[LoadRecord]:
        return []

    def months(self) -> list[CurrentMonth]:
        return []

    def month_strip(self) -> MonthStrip:
        return month_strip((), loading.SCOPES)

    def jobs(self) -> tuple[Job, ...]:
        return ()

    def profiles(self) -> list[ProfileRecord]:
        return []

    def _resolve(self, _selection: Selection) -> ResolvedSelection:
        raise UserError([Fault(FaultCode.NOTHING_LOADED)])
