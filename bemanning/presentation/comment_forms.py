"""The forms that write, reword and withdraw comments."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.domain.comment import MOST_CHARACTERS
from bemanning.domain.vocabulary import Profession
from bemanning.presentation.actions import action_form, signature_field
from bemanning.presentation.address import PROFESSION_WORDS, word_for
from bemanning.presentation.addresses import COMMENT_PATH, REWORD_COMMENT_PATH, WITHDRAW_COMMENT_PATH
from bemanning.presentation.blocks import disclosure
from bemanning.presentation.numbers import month_text
from bemanning.presentation.texts import comments as texts
from bemanning.presentation.texts.common import PROFESSION_NAMES
from bemanning.services.comments import Comments, PlacedComment

# The fields, as the forms name them and the actions read them.
NODE, MONTH, PROFESSION, TEXT, COMMENT = "enhet", "manad", "yrkesgrupp", "text", "kommentar"


def write_form(comments: Comments) -> Component:
    """Give the form for a new comment on the selection's node and month, and the signature that every form needs."""
    selection = comments.selection
    about = texts.ABOUT.format(node=selection.node.name, month=month_text(selection.month, long=True))
    form = action_form(
        COMMENT_PATH,
        [
            html.H3(texts.WRITE_TITLE, className="comments-write"),
            html.P(about),
            _profession_field(selection.profession),
            _text_field("comment-new", "", _latest(comments)),
        ],
        texts.WRITE,
        fields={NODE: selection.node.code, MONTH: str(selection.month)},
    )
    return html.Div([signature_field(), form], className="comments-work")


def change_forms(comment: PlacedComment) -> Component:
    """Give the forms that reword and withdraw one comment; the style sheet shows them where the panel is opened."""
    record = comment.record
    fields = {COMMENT: str(record.id)}
    reword = action_form(
        REWORD_COMMENT_PATH,
        [_text_field(f"comment-{record.number}", record.text, record.id)],
        texts.REWORD,
        fields=fields,
        quiet=True,
    )
    withdraw = action_form(WITHDRAW_COMMENT_PATH, [], texts.WITHDRAW, fields=fields, quiet=True)
    forms = html.Div([reword, withdraw], className="comment-forms")
    return html.Div(disclosure(texts.CHANGE.format(number=record.number), [forms]), className="comment-change")


def _profession_field(selected: Profession | None) -> Component:
    """Offer the professions, the selected one first: it is what the browser begins with."""
    choices = {"": texts.ALL_CHOICE}
    choices |= {str(word_for(profession, PROFESSION_WORDS)): name for profession, name in PROFESSION_NAMES.items()}
    first = word_for(selected, PROFESSION_WORDS) or ""
    options = [html.Option(choices[word], value=word) for word in sorted(choices, key=lambda word: word != first)]
    return _labelled("comment-profession", texts.PROFESSION, html.Select(options, **_field("profession", PROFESSION)))


def _text_field(field_id: str, text: str, version: int) -> Component:
    """Give the field for the words. version: a field that is drawn for another wording begins anew."""
    area = html.Textarea(
        text, rows=4, maxLength=MOST_CHARACTERS, required=True, id=field_id, name=TEXT, key=f"{field_id}-{version}",
        className="comment-field",
    )  # fmt: skip
    label = texts.TEXT.format(most=MOST_CHARACTERS)
    return html.Div([_labelled(field_id, label, area), html.P(texts.NO_PERSONAL, className="comment-hint")])


def _field(name: str, form_name: str) -> dict[str, Any]:
    return {"id": f"comment-{name}", "name": form_name, "className": "comment-field"}


def _labelled(field_id: str, label: str, control: Component) -> Component:
    return html.Div([html.Label(label, htmlFor=field_id, className="control-label"), control])


def _latest(comments: Comments) -> int:
    return max((each.record.id for each in (*comments.own, *comments.below)), default=0)
