"""The services as pages, exports and the command line get them: one object, built by wiring."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from bemanning.domain.actor import Actor
from bemanning.domain.comment import Comment
from bemanning.domain.mapping import MappingSet
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import MonthStatus
from bemanning.services.balance_check import BalanceCheck
from bemanning.services.catalogue import Catalogue
from bemanning.services.comments import Comments
from bemanning.services.drill_down import VOUCHERS_SHOWN, DrillCell, DrillDown
from bemanning.services.goal_attainment import GoalTable
from bemanning.services.ingest import Undone
from bemanning.services.job_services import JobServices
from bemanning.services.mapping_board import MappingBoard
from bemanning.services.mapping_difference import RowChange
from bemanning.services.mapping_effect import MappingEffect
from bemanning.services.mapping_proposal import KeptWorkbook, Proposal
from bemanning.services.mapping_update import MappingChange
from bemanning.services.month_status import MarkedMonths, MonthsChoice
from bemanning.services.month_strip import MonthStrip
from bemanning.services.overview import Overview
from bemanning.services.reconciliation import Reconciliation
from bemanning.services.trend import Trend
from bemanning.services.unit_tree import UnitTree
from bemanning.services.unmapped import Unmapped
from bemanning.services.upload import Upload
from bemanning.store import CommentRecord, CurrentMonth, LoadRecord, ProfileRecord


class Services(JobServices, Protocol):
    """Questions that the screens ask. Each raises UserError for a selection that can't be answered.

    An empty store gives UserError(NOTHING_LOADED).
    """

    def data_version(self) -> int:
        """Give the number that every change of data raises; caches are keyed by it."""
        ...

    def may_change(self) -> bool:
        """Tell whether anything may be changed from here; without that, every change is refused (NO_RIGHTS)."""
        ...

    def catalogue(self) -> Catalogue:
        """Give what the pickers offer."""
        ...

    def overview(self, selection: Selection) -> Overview:
        """Answer Översikt."""
        ...

    def trend(self, selection: Selection) -> Trend:
        """Answer Trend."""
        ...

    def goal_table(self, selection: Selection) -> GoalTable:
        """Answer Måluppfyllelse."""
        ...

    def unit_tree(self, selection: Selection) -> UnitTree:
        """Answer Enheter."""
        ...

    def drill_down(self, selection: Selection, cell: DrillCell, most: int | None = VOUCHERS_SHOWN) -> DrillDown:
        """Open one cost cell of Enheter, with at most so many vouchers."""
        ...

    def unmapped(self, known_on: date | None = None) -> Unmapped:
        """Give everything loaded that no mapping knows, or knew on a day. Raises nothing for an empty store."""
        ...

    def mappings_to_edit(self) -> MappingSet:
        """Give the mappings as they are written to a workbook. Raises nothing for an empty store."""
        ...

    def mapping_board(self) -> MappingBoard:
        """Answer Mappning. Raises nothing for an empty store."""
        ...

    def mapping_change(self, change_id: int) -> tuple[RowChange, ...]:
        """Give the rows before and after of one logged change. Raises UserError(MAPPING_CHANGE_UNKNOWN)."""
        ...

    def keep_mapping_workbook(self, upload: Upload) -> KeptWorkbook:
        """Keep a sent workbook until it is decided on, for a day at most.

        Raises UserError: MAPPING_FILE_LARGE, or every fault of the workbook; then nothing is kept.
        """
        ...

    def mapping_effect(self, proposal: Proposal, selection: Selection) -> MappingEffect:
        """Give what saving a proposal would do; writes nothing.

        Raises UserError with everything that would do harm, and: MAPPING_NOTHING_CHANGED, MAPPING_ROW_GONE,
        MAPPING_FILE_GONE, MAPPING_CHANGE_UNKNOWN, NODE_UNKNOWN.
        """
        ...

    def save_mappings(self, proposal: Proposal, latest_change: int, actor: Actor) -> MappingChange:
        """Save a proposal, if nothing has changed since the effect that says `latest_change` was computed.

        Raises UserError: DATA_CHANGED, or as `mapping_effect`; then nothing is changed.
        """
        ...

    def loads(self) -> list[LoadRecord]:
        """Give every load, newest first; undone ones too. An empty store has none, and raises nothing."""
        ...

    def months(self) -> list[CurrentMonth]:
        """Give every loaded month per source and scope. An empty store has none, and raises nothing."""
        ...

    def month_strip(self) -> MonthStrip:
        """Lay out which months are loaded, per source and scope. An empty store has none, and raises nothing."""
        ...

    def profiles(self) -> list[ProfileRecord]:
        """Give every version of every saved profile, withdrawn ones too, the latest first. Raises nothing."""
        ...

    def save_job_profile(self, name: str, job_id: int, actor: Actor) -> ProfileRecord:
        """Save how a sent file was read, as a new profile or the next version of the one with the name.

        Raises UserError, and saves nothing: JOB_UNKNOWN, PROFILE_NAME, PROFILE_UNREAD (the file could not be read),
        PROFILE_OTHER_SOURCE (the name is taken), PROFILE_SAME (it says so already).
        """
        ...

    def withdraw_profile(self, name: str, actor: Actor) -> ProfileRecord:
        """Let no file be read by the profile from now on; its versions stay. Raises UserError(PROFILE_UNKNOWN)."""
        ...

    def undo(self, load_id: int, actor: Actor) -> Undone:
        """Take a load back, in any order. Raises UserError: LOAD_UNKNOWN, LOAD_ALREADY_UNDONE."""
        ...

    def set_month_status(self, choice: MonthsChoice, status: MonthStatus, actor: Actor) -> MarkedMonths:
        """Close, reopen or mark loaded months. Raises UserError(MONTH_NOT_LOADED); then nothing is changed."""
        ...

    def comments(self, selection: Selection) -> Comments:
        """Give what is said about the selection."""
        ...

    def write_comment(self, comment: Comment, actor: Actor) -> CommentRecord:
        """Write a comment, signed by the actor."""
        ...

    def reword_comment(self, comment_id: int, text: str, actor: Actor) -> CommentRecord:
        """Let a comment say something else."""
        ...

    def withdraw_comment(self, comment_id: int, actor: Actor) -> CommentRecord:
        """Take a comment back; its history stays."""
        ...

    def reconciliation(self, selection: Selection) -> Reconciliation:
        """Answer Avstämning."""
        ...

    def check_balance(self, upload: Upload, scope: str | None) -> BalanceCheck:
        """Hold a sent balance list against what is loaded, of one scope or everything. Nothing is kept or changed.

        Raises UserError: BALANCE_FILE_LARGE, UPLOAD_BROKEN, SCOPE_UNKNOWN, NO_OUTCOME, or every fault of the file.
        """
        ...
