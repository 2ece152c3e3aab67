"""From an address to a screen, remembered until the data changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dash.development.base_component import Component

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.selection import Selection
from bemanning.presentation.address import Words, read_address
from bemanning.presentation.fault_texts import fault_text
from bemanning.presentation.problems import empty_screen, not_found_screen, problem_screen
from bemanning.presentation.read_only import for_readers
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.theme import Theme
from bemanning.services.services import Services

# Two screens × two themes × the selections of a morning's work; a view is some hundred kB.
VIEWS_KEPT = 64
HOME = "/"


class Renderer:
    """Gives a screen's view, or in words why there is none."""

    def __init__(self, services: Services, screens: Sequence[Screen]) -> None:
        """Keep the screens by path."""
        self._services = services
        self._screens = {screen.path: screen for screen in screens}
        self._view = lru_cache(VIEWS_KEPT)(self._fresh_view)

    def view(self, path: str, query: str, theme: Theme) -> View | Component:
        """Give the view of an address, or the component that stands in its place."""
        if path not in self._screens:
            return not_found_screen(HOME)
        address = read_address(query)
        screen = self._screens[path]
        words = tuple(pair for pair in address.words if pair[0] in screen.own_words)
        if problems := (*address.problems, *screen.check(words)):
            return problem_screen(problems, path)
        try:
            give = self._view if screen.kept else self._fresh_view
            return give(path, address.selection, theme, words, self._services.data_version())
        except UserError as error:
            return _refusal(error, path)

    def _fresh_view(self, path: str, selection: Selection, theme: Theme, words: Words, _data_version: int) -> View:
        screen = self._screens[path]
        view = screen.content(selection, theme, words)
        return view if self._services.may_change() else for_readers(view, told=screen.acts)


def _refusal(error: UserError, path: str) -> Component:
    if any(fault.code is FaultCode.NOTHING_LOADED for fault in error.faults):
        return empty_screen()
    return problem_screen([fault_text(fault) for fault in error.faults], path)
