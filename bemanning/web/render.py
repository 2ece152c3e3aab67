"""From an address to a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

from dash.development.base_component import Component

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.selection import Selection
from bemanning.presentation.address import Address, Words, read_address, write_query
from bemanning.presentation.fault_texts import fault_text
from bemanning.presentation.known_on import nothing_known_screen, told_as_known, told_as_now
from bemanning.presentation.problems import empty_screen, not_found_screen, problem_screen
from bemanning.presentation.read_only import for_readers
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.theme import Theme
from bemanning.services.services import Services

HOME = "/"


class Renderer:
    """Gives a screen's view, or in words why there is none."""

    def __init__(self, services: Services, screens: Sequence[Screen]) -> None:
        """Keep the screens by path."""
        self._services = services
        self._screens = {screen.path: screen for screen in screens}

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
            return self._view(screen, address.selection, theme, words)
        except UserError as error:
            return _refusal(error, path, address)

    def _view(self, screen: Screen, selection: Selection, theme: Theme, words: Words) -> View:
        # A screen that changes things is about what holds now.
        view = screen.content(replace(selection, known_on=None) if screen.acts else selection, theme, words)
        if not self._services.may_change():
            view = for_readers(view, told=screen.acts)
        is_about_data = screen.acts or view.selection is not None
        if selection.known_on is None or not is_about_data:
            return view
        tell = told_as_now if screen.acts else told_as_known
        return tell(view, selection.known_on, _now_href(screen.path, selection, words))


def _now_href(path: str, selection: Selection, words: Words) -> str:
    """Give the same address about what is known now."""
    query = "&".join(part for part in (write_query(replace(selection, known_on=None)), urlencode(words)) if part)
    return f"{path}?{query}" if query else path


def _refusal(error: UserError, path: str, address: Address) -> Component:
    known_on = address.selection.known_on
    if known_on is not None and any(fault.code is FaultCode.NOTHING_KNOWN for fault in error.faults):
        return nothing_known_screen(known_on, _now_href(path, address.selection, address.words))
    if any(fault.code is FaultCode.NOTHING_LOADED for fault in error.faults):
        return empty_screen()
    return problem_screen([fault_text(fault) for fault in error.faults], path)
