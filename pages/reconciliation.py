"""Avstämning, "/avstamning": the ledger against Heroma, month by month."""

from __future__ import annotations

from dash import Dash

from bemanning.domain.selection import Selection
from bemanning.presentation.address import MONTH, NODE, PROFESSION, VIEW, Words
from bemanning.presentation.addresses import MAPPING_PATH, RECONCILIATION_PATH
from bemanning.presentation.reconciliation import reconciliation_screen
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.texts.reconciliation import TITLE
from bemanning.presentation.theme import Theme
from bemanning.services.services import Services


def register(_app: Dash, services: Services) -> Screen:
    """Give the screen. It has no callbacks of its own."""

    def content(selection: Selection, theme: Theme, _words: Words) -> View:
        answer, comments = services.reconciliation(selection), services.comments(selection.alone())
        scopes = {row.scope: row.scope_name for row in services.month_strip().rows}
        return View(reconciliation_screen(answer, theme, selection, comments, scopes), answer.selection)

    return Screen(RECONCILIATION_PATH, TITLE, (MONTH, NODE, PROFESSION, VIEW), content, within=MAPPING_PATH)
