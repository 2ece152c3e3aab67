"""Comments: what is said about a selection, and how it is written, reworded and withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bemanning.domain.actor import Actor
from bemanning.domain.comment import Comment, text_faults, tidy
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.organisation import Node
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Profession
from bemanning.services.figures import Figures
from bemanning.services.resolved import ResolvedSelection, resolve
from bemanning.store import CommentRecord, Store, WriteSession

# What the log calls a change of comments: no figure depends on these.
COMMENT_ACTIONS = frozenset({"comment", "comment_reworded", "comment_withdrawn"})


@dataclass(frozen=True, slots=True)
class PlacedComment:
    """A comment, and the node that it is about."""

    record: CommentRecord
    node: Node


@dataclass(frozen=True, slots=True)
class Comments:
    """What is said about a selection, oldest month first.

    own: about the selected node, or one that it is compared with, up to the selection's month. below: about anything
    under the selected node, in the twelve months that end with the selection's. Comments on another profession than
    the ones asked about are left out.
    """

    selection: ResolvedSelection
    own: tuple[PlacedComment, ...] = ()
    below: tuple[PlacedComment, ...] = ()


def comments(figures: Figures, records: Iterable[CommentRecord], selection: Selection) -> Comments:
    """Answer for the selection. Raises UserError for an unknown node."""
    resolved = resolve(figures, selection)
    compared = [each for each in selection.compared if not isinstance(each, Profession)]
    own = {resolve(figures, replace(selection, node=code)).node.code for code in (resolved.node.code, *compared)}
    tree, window = figures.tree(resolved.view, resolved.month), resolved.month.window()
    wanted = [each for each in records if each.month <= resolved.month and _is_asked_about(each.profession, selection)]
    others = [each for each in wanted if each.node not in own and each.month in window]
    return Comments(
        resolved,
        own=tuple(_placed(figures, each) for each in wanted if each.node in own),
        below=tuple(_placed(figures, each) for each in others if resolved.node.code in tree.path(each.node)),
    )


def write_comment(store: Store, figures: Figures, comment: Comment, actor: Actor) -> CommentRecord:
    """Write a comment, signed by the actor. Raises UserError with everything that is wrong with it."""
    text = tidy(comment.text)
    unknown = [] if comment.node in figures.organisation.by_code else [_unknown_node(comment.node)]
    if faults := [*unknown, *text_faults(text)]:
        raise UserError(faults)
    with store.writing(actor) as session:
        record = session.comments.add(replace(comment, text=text))
        _log(session, "comment", record)
    return record


def reword_comment(store: Store, comment_id: int, text: str, actor: Actor) -> CommentRecord:
    """Let a comment say something else; the same words again change nothing.

    Raises UserError with everything that is wrong with the text, or COMMENT_CHANGED where the wording that was read is
    no longer the latest.
    """
    text = tidy(text)
    if faults := [*text_faults(text)]:
        raise UserError(faults)
    with store.writing(actor) as session:
        record = _latest(session, comment_id)
        if record.text == text:
            return record
        reworded = session.comments.reword(record, text)
        _log(session, "comment_reworded", reworded)
    return reworded


def withdraw_comment(store: Store, comment_id: int, actor: Actor) -> CommentRecord:
    """Take a comment back. Raises UserError(COMMENT_CHANGED) as `reword_comment` does."""
    with store.writing(actor) as session:
        record = _latest(session, comment_id)
        session.comments.withdraw(record)
        _log(session, "comment_withdrawn", record)
    return record


def _is_asked_about(profession: Profession | None, selection: Selection) -> bool:
    asked = {selection.profession, *(each for each in selection.compared if isinstance(each, Profession))}
    return None in asked or profession is None or profession in asked


def _placed(figures: Figures, record: CommentRecord) -> PlacedComment:
    return PlacedComment(record, figures.organisation.by_code[record.node])


def _unknown_node(code: str) -> Fault:
    return Fault(FaultCode.NODE_UNKNOWN, {"node": code})


def _latest(session: WriteSession, comment_id: int) -> CommentRecord:
    record = session.comments.find(comment_id)
    if record is None:
        raise UserError([Fault(FaultCode.COMMENT_CHANGED)])
    return record


def _log(session: WriteSession, action: str, record: CommentRecord) -> None:
    """Say what was done, not what was said: the wordings stay in the comments' own history."""
    session.log.add(action, f"comment {record.number}", {"node": record.node, "month": str(record.month)})
