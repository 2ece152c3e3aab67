"""Comments beside the figures: the panel that every screen of figures ends with, and the marks that lead to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from bemanning.domain.month import Month
from bemanning.presentation.blocks import aria, disclosure, icon, section
from bemanning.presentation.comment_forms import change_forms, write_form
from bemanning.presentation.comment_words import profession_words
from bemanning.presentation.numbers import date_text, month_text
from bemanning.presentation.texts import comments as texts
from bemanning.services.comments import Comments, PlacedComment

# Of comments on what lies beneath, so many are shown at once.
MOST_BELOW = 6


def comments_panel(comments: Comments, *, has_marks: bool = False) -> Component:
    """Give what is said, newest month first, and the forms. has_marks: the screen's charts show the same numbers."""
    selection = comments.selection
    window = selection.month.window()
    recent = _recent(comments)
    older = [each for each in comments.own if each.record.month not in window]
    subtitle = texts.SUBTITLE.format(node=selection.node.name, month=month_text(selection.month, long=True))
    return section(
        "comments",
        texts.TITLE,
        subtitle + (texts.SUBTITLE_MARKS if has_marks and comments.own else ""),
        [
            *([_list(recent)] if recent else []),
            *([] if recent or comments.below else [html.P(texts.NONE, className="empty-note")]),
            *_below(comments),
            *([disclosure(texts.OLDER.format(count=len(older)), [_list(older)])] if older else []),
            html.Div(disclosure(texts.WRITE_OR_CHANGE, [write_form(comments)]), className="comments-act"),
        ],
        "comments",
    )


def marked_months(months: Iterable[Month], comments: Iterable[PlacedComment]) -> list[str | list[str | Component]]:
    """Write a table's months, each with a mark for every comment on it, which leads to the comment."""
    said: dict[Month, list[str | Component]] = defaultdict(list)
    for each in comments:
        said[each.record.month].append(_mark(each))
    return [[month_text(month), *said[month]] if month in said else month_text(month) for month in months]


def node_marks(comments: Comments) -> dict[str, Component]:
    """Give a mark for each node that is commented on in the twelve months: how many, leading to the latest."""
    said: dict[str, list[PlacedComment]] = defaultdict(list)
    for each in (*_recent(comments), *comments.below):
        said[each.node.code].append(each)
    return {code: _node_mark(of_node) for code, of_node in said.items()}


def _recent(comments: Comments) -> list[PlacedComment]:
    window = comments.selection.month.window()
    return [each for each in comments.own if each.record.month in window]


def _node_mark(of_node: Sequence[PlacedComment]) -> Component:
    latest, count = of_node[-1], len(of_node)
    said = texts.ON_NODE_ONE if count == 1 else texts.ON_NODE
    label = said.format(count=count, node=latest.node.name)
    href = f"#kommentar-{latest.record.number}"
    return html.A([icon("comment"), str(count)], href=href, className="node-comments", title=label, **aria(label=label))


def _below(comments: Comments) -> list[Component]:
    if not comments.below:
        return []
    title = html.H3(texts.BELOW.format(node=comments.selection.node.name), className="comments-below")
    shown, rest = comments.below[-MOST_BELOW:], comments.below[:-MOST_BELOW]
    return [title, _list(shown), *([disclosure(texts.MORE.format(count=len(rest)), [_list(rest)])] if rest else [])]


def _list(comments: Sequence[PlacedComment]) -> Component:
    return html.Ul([_item(each) for each in comments[::-1]], className="comment-list")


def _item(comment: PlacedComment) -> Component:
    record = comment.record
    about = f"{month_text(record.month, long=True)}, {comment.node.name}, {profession_words(comment)}"
    return html.Li(
        [
            html.Span(str(record.number), className="comment-number", **aria(hidden="true")),
            html.Div(
                [
                    html.P(
                        [html.Span(texts.NUMBER.format(number=record.number), className="visually-hidden"), " ", about],
                        className="comment-about",
                    ),
                    html.P(record.text, className="comment-text"),
                    html.P(_signature(comment), className="comment-signature"),
                    change_forms(comment),
                ],
            ),
        ],
        id=f"kommentar-{record.number}",
        className="comment",
        tabIndex=-1,
    )


def _signature(comment: PlacedComment) -> str:
    record = comment.record
    signed = texts.SIGNED.format(name=record.author_name, date=date_text(record.written_at))
    if not record.is_reworded:
        return signed
    return f"{signed}; {texts.REWORDED.format(name=record.actor_name, date=date_text(record.recorded_at))}"


def _mark(comment: PlacedComment) -> Component:
    number = comment.record.number
    label = texts.SEE.format(number=number)
    return html.A(
        str(number), href=f"#kommentar-{number}", className="comment-number comment-mark", **aria(label=label)
    )
