"""Where files are dropped or chosen, what can be loaded, and templates for those without exports."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.domain.vocabulary import Source
from bemanning.presentation.actions import signature_field
from bemanning.presentation.addresses import HEROMA_TEMPLATE_PATH, LEDGER_TEMPLATE_PATH
from bemanning.presentation.blocks import aria, data, icon, section
from bemanning.presentation.texts import loading as texts
from bemanning.presentation.upload_form import upload_attributes
from bemanning.services.upload import UPLOAD_LIMIT_BYTES

# The file control, as assets/loading.js names it.
FILE_ID = "loading-file"
_TEMPLATES = {Source.LEDGER: LEDGER_TEMPLATE_PATH, Source.HEROMA: HEROMA_TEMPLATE_PATH}
_MIB = 1024 * 1024


def send_panel() -> Component:
    """Give the panel that sends files, signed with a name."""
    subtitle = texts.SEND_SUBTITLE.format(limit=UPLOAD_LIMIT_BYTES // _MIB)
    send = html.Div([signature_field(), _form()], className="send")
    return section(
        "loading-send", texts.SEND_TITLE, f"{subtitle}.", [html.Div([send, _what()], className="columns send-columns")]
    )


def _form() -> Component:
    """Give the form that assets/upload.js sends; the file control is the button that is seen."""
    # Dash has no control for files: assets/loading.js puts the browser's own here.
    chooser = html.Span(className="file-slot")
    drop = html.Div(
        [
            icon("upload"),
            html.Span(texts.DROP, className="drop-words"),
            html.Span(texts.DROP_OR, className="drop-or"),
            html.Label([texts.CHOOSE, chooser], className="button choose", htmlFor=FILE_ID),
        ],
        className="drop",
    )
    words: dict[str, Any] = {**upload_attributes()}
    return html.Form(
        [
            drop,
            html.Div(
                [
                    html.Progress(hidden=True, **aria(label=texts.PROGRESS)),
                    html.P(**data(upload_status="")),
                    html.Button(
                        texts.CANCEL_SENDING, type="button", className="button button-quiet", hidden=True,
                        **data(upload_cancel=""),
                    ),
                ],
                className="sending",
            ),
            html.Ul(className="action-problems", role="alert", **data(upload_problems="")),
        ],
        disable_n_clicks=True,
        className="upload",
        **words,
    )  # fmt: skip


def _what() -> Component:
    *names, last = texts.FORMAT_NAMES.values()
    formats = texts.CAN_FORMATS.format(names=", ".join(names), last=last)
    kinds = [html.Li([html.Strong(name), f": {columns}"]) for name, columns in texts.CAN]
    templates = [
        html.A([icon("download"), texts.TEMPLATE_NAMES[source]], href=path) for source, path in _TEMPLATES.items()
    ]
    return html.Div(
        [
            html.H3(texts.CAN_TITLE, className="part-title"),
            html.Ul(kinds, className="can"),
            html.P(formats, className="part-note"),
            html.P(texts.CAN_NOTE, className="part-note"),
            html.P(texts.TEMPLATES, className="part-note"),
            html.Ul([html.Li(link) for link in templates], className="templates"),
        ]
    )
