"""Avstämning's panel "Mot saldolista": the form that sends a list, and the answer that is put beneath it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from bemanning.presentation.addresses import BALANCE_PATH, BALANCE_WORKBOOK_PATH
from bemanning.presentation.balance_words import (
    NUMBERS_FROM,
    BalanceTable,
    balance_about,
    balance_notes,
    balance_sentence,
    balance_tables,
    balance_warnings,
)
from bemanning.presentation.blocks import aria, disclosure, icon, section, status_chip
from bemanning.presentation.numbers import number_text
from bemanning.presentation.tables import Column, data_table
from bemanning.presentation.texts import balance as texts
from bemanning.services.balance_check import BalanceCheck
from bemanning.services.balance_desk import BALANCE_LIMIT_BYTES
from bemanning.services.upload import MEBIBYTE

# The file control, which assets/balance.js puts in its place: Dash has none.
FILE_ID = "balance-file"
# The field of the form that says which scope.
SCOPE, _WHOLE = "omfattning", ""
# Where assets/balance.js puts the answer.
ANSWER_ID = "balance-answer"
# Fetches the workbook of the answer, which assets/balance.js asks for with the same file again: nothing is kept.
EXCEL_ID = "balance-excel"
# More rows than anyone goes through on a screen: a list of something else, or with another sign.
ROWS_SHOWN = 200


def balance_panel(scopes: Mapping[str, str]) -> Component:
    """Give the panel without an answer. scopes: code → name."""
    chooser = html.Label(
        [icon("upload"), texts.CHOOSE, html.Span(className="workbook-slot")],
        className="button button-quiet choose",
        htmlFor=FILE_ID,
    )
    submit = html.Button(texts.CHECK, type="submit", className="button button-primary")
    form = html.Form(
        [
            html.Div([chooser, *_scope_field(scopes), submit], className="balance-fields"),
            html.P(className="workbook-status"),
            html.Ul(className="action-problems", role="alert"),
        ],
        className="workbook-form balance-form", disable_n_clicks=True, **_words(),
    )  # fmt: skip
    return section("balance", texts.TITLE, texts.SUBTITLE, [form, html.Div(id=ANSWER_ID)])


def balance_answer(check: BalanceCheck) -> list[Component]:
    """Draw the answer: a sentence first, then what differs, then what else there is to know."""
    notes, warnings = list(balance_notes(check)), balance_warnings(check)
    kind = "met" if check.agrees else "deviates" if check.comparison.lines else "none"
    parts: list[Component] = [
        html.P(status_chip(kind, balance_sentence(check)), className="balance-sentence"),
        html.Div([html.P(balance_about(check), className="panel-subtitle"), _excel()], className="balance-about"),
        *(part for table in balance_tables(check) for part in _table(table)),
    ]
    if notes:
        parts.append(html.Ul([html.Li(note) for note in notes], className="balance-notes"))
    if warnings:
        parts.append(disclosure(texts.ABOUT_FILE, [html.Ul([html.Li(warning) for warning in warnings])]))
    return parts


def _excel() -> Component:
    return html.Button(
        [icon("download"), texts.EXCEL], id=EXCEL_ID, type="button", className="button button-quiet",
        **aria(label=texts.EXCEL_LABEL),
    )  # fmt: skip


def _words() -> dict[str, Any]:
    return {
        "data-balance": BALANCE_PATH,
        "data-workbook-at": BALANCE_WORKBOOK_PATH,
        "data-making": texts.MAKING,
        "data-made": texts.MADE,
        "data-limit-bytes": str(BALANCE_LIMIT_BYTES),
        "data-reading": texts.READING,
        "data-failed": texts.FAILED,
        "data-no-file": texts.NO_FILE,
        "data-too-large": texts.TOO_LARGE.format(limit=BALANCE_LIMIT_BYTES // MEBIBYTE),
    }


def _scope_field(scopes: Mapping[str, str]) -> list[Component]:
    """Let the scope be chosen where there are several."""
    if len(scopes) <= 1:
        return []
    choices = {_WHOLE: texts.WHOLE, **scopes}
    data = [{"value": code, "label": name} for code, name in choices.items()]
    select: Component = dmc.Select(
        name=SCOPE, label=texts.SCOPE, data=data, value=_WHOLE, allowDeselect=False, size="sm"
    )
    return [select]


def _table(table: BalanceTable) -> list[Component]:
    columns = [Column(heading, is_number=place >= NUMBERS_FROM) for place, heading in enumerate(table.headings)]
    left = len(table.rows) - ROWS_SHOWN
    more = [html.P(texts.MORE.format(count=number_text(left, 0)), className="empty-note")] if left > 0 else []
    shown = data_table(table.title, columns, table.rows[:ROWS_SHOWN], "balance-table table-stack")
    return [html.H3(table.title, className="balance-title"), shown, *more]
