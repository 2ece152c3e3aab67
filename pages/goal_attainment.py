"""Måluppfyllelse, "/maluppfyllelse": the goals as of a month, and the cost against 2015."""

from __future__ import annotations

from dash import Dash

from bemanning.domain.selection import Selection
from bemanning.presentation.address import MONTH, VIEW, Words
from bemanning.presentation.addresses import GOALS_PATH
from bemanning.presentation.goal_attainment import goal_screen
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.texts.goals import TITLE
from bemanning.presentation.theme import Theme
from bemanning.services.services import Services


def register(_app: Dash, services: Services) -> Screen:
    """Give the screen. It has no callbacks of its own."""

    def content(selection: Selection, _theme: Theme, _words: Words) -> View:
        answer = services.goal_table(selection)
        comments = services.comments(selection.of_goals())
        return View(goal_screen(answer, comments), answer.selection)

    return Screen(GOALS_PATH, TITLE, (MONTH, VIEW), content)
