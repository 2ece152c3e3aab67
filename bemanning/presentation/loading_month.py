"""One opened month of the strip: which file speaks for it, since when, and its status to change."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from bemanning.domain.vocabulary import MonthStatus
from bemanning.presentation import loading_fields as fields
from bemanning.presentation.actions import action_form
from bemanning.presentation.addresses import MONTH_STATUS_PATH
from bemanning.presentation.blocks import aria, data, disclosure, icon
from bemanning.presentation.loading_context import LoadingContext
from bemanning.presentation.numbers import moment_text, month_text
from bemanning.presentation.texts import loading as texts
from bemanning.presentation.texts.common import SOURCE_NAMES
from bemanning.services.month_strip import StripMonth, StripRow

# What a month can become from where it stands.
_NEXT = {
    MonthStatus.OPEN: (MonthStatus.CLOSED, MonthStatus.PRELIMINARY),
    MonthStatus.PRELIMINARY: (MonthStatus.OPEN, MonthStatus.CLOSED),
    MonthStatus.CLOSED: (MonthStatus.OPEN,),
}


def month_details(row: StripRow, month: StripMonth, context: LoadingContext) -> Component:
    """Tell about the month, and offer what its status can become."""
    name = month_text(month.month, long=True)
    title = texts.MONTH_TITLE.format(source=SOURCE_NAMES[row.source], scope=row.scope_name, month=name)
    close = html.Button(
        icon("close"),
        type="button",
        className="quiet-icon",
        **data(close_month=""),
        **aria(label=texts.MONTH_HIDE),
    )
    heading = html.H3(title, id="loading-month-title", tabIndex=-1, className="job-name")
    return html.Div(
        [html.Div([heading, close], className="job-top"), *_content(row, month, context)],
        className="month-details", role="group", **aria(labelledby="loading-month-title"),
    )  # fmt: skip


def _content(row: StripRow, month: StripMonth, context: LoadingContext) -> list[Component]:
    loaded = context.month(row.source, row.scope, month.month)
    if loaded is None:
        return [html.P(texts.MONTH_MISSING)]
    facts = (
        (texts.MONTH_STATUS, texts.LEGEND[month.status]),
        (texts.MONTH_FILE, loaded.file_name),
        (texts.MONTH_WHEN, f"{moment_text(loaded.loaded_at)}, {loaded.actor_name}"),
        (texts.MONTH_LOAD, str(loaded.load_id)),
    )
    part = {fields.SOURCE: row.source.value, fields.SCOPE: row.scope}
    return [
        html.Dl([html.Div([html.Dt(term), html.Dd(words)]) for term, words in facts], className="file-facts"),
        html.Div([_form(month, status, part) for status in _NEXT[month.status]], className="job-forms"),
        disclosure(
            texts.FOR_EVERY.format(month=month_text(month.month, long=True)),
            [html.Div([_form(month, status, {}) for status in texts.SET_STATUS], className="job-forms")],
        ),
    ]


def _form(month: StripMonth, status: MonthStatus, part: dict[str, str]) -> Component:
    """Set the month's status for one source and scope, or (without) for all of them."""
    said = {fields.MONTH: str(month.month), fields.STATUS: status.value, **part}
    reopens = status is MonthStatus.OPEN and (not part or month.status is MonthStatus.CLOSED)
    words = texts.SET_STATUS[status] if reopens or status is not MonthStatus.OPEN else texts.SET_FINAL
    return action_form(MONTH_STATUS_PATH, [], words, fields=said, quiet=True)
