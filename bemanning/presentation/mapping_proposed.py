"""From the screen's words to a proposal, and to the form that saves it."""

from __future__ import annotations

from bemanning.domain.mapping import MappingSet
from bemanning.presentation.mapping_changes import sheet_of
from bemanning.presentation.mapping_counts import counted
from bemanning.presentation.mapping_effect_panel import SaveForm
from bemanning.presentation.mapping_fields import edit_of
from bemanning.presentation.mapping_links import MappingLinks
from bemanning.presentation.mapping_words import MappingWords, proposal_pairs
from bemanning.presentation.numbers import moment_text
from bemanning.presentation.texts import mapping as texts
from bemanning.services.mapping_board import MappingBoard
from bemanning.services.mapping_history import MappingEvent
from bemanning.services.mapping_proposal import KeptWorkbook, Proposal, Restoration


def proposal_of(words: MappingWords, mappings: MappingSet) -> Proposal | None:
    """Give what the address proposes; None where it proposes nothing, or a form is not filled in yet.

    Raises UserError with everything that is wrong in a form's fields.
    """
    if words.workbook:
        return KeptWorkbook(words.workbook)
    if words.back is not None:
        return Restoration(words.back)
    if words.row is not None and words.row.do is not None:
        return edit_of(words.row, mappings)
    return None


def save_form(proposal: Proposal, board: MappingBoard, links: MappingLinks) -> SaveForm:
    """Say what is saved, and with which fields: the words that propose it, and those to come back to."""
    about, submit, cancel = "", texts.SAVE, "" if links.words.row else links.plain()
    if isinstance(proposal, KeptWorkbook):
        about, submit = texts.FILE_ABOUT, texts.SAVE_ALL
    elif isinstance(proposal, Restoration):
        about, submit = _back_about(board, proposal.change_id), texts.SAVE_BACK
    return SaveForm(about, submit, dict([*links.pairs(), *proposal_pairs(links.words)]), cancel)


def _back_about(board: MappingBoard, change_id: int) -> str:
    """Say what goes back, and what goes along: later changes of the same tables."""
    event = next((each for each in board.history if each.id == change_id), None)
    if event is None:
        return ""
    tables = ", ".join(sheet_of(part) for part in event.counts)
    about = texts.BACK_ABOUT.format(tables=tables, at=moment_text(event.at), actor=event.actor_name)
    later = _later(board, event)
    return f"{about} {texts.BACK_LATER.format(changes=counted('change', later))}" if later else about


def _later(board: MappingBoard, event: MappingEvent) -> int:
    return sum(each.id > event.id and bool(event.counts.keys() & each.counts.keys()) for each in board.history)
