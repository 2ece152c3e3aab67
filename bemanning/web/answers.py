"""What the browser is sent for an address, kept as it is sent until the data change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from dash.development.base_component import Component

from bemanning.domain.recent import Recent
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.sent import as_sent
from bemanning.presentation.theme import Theme
from bemanning.services.services import Services
from bemanning.web.frame import navigation
from bemanning.web.render import Renderer
from bemanning.web.selection_bar import shown

# Two screens × two themes × the selections of a morning's work; an answer is some hundred kB.
ANSWERS_KEPT = 64


@dataclass(frozen=True, slots=True)
class Answer:
    """content: as JSON. menu: as the browser gets it. controls: what they are to show; None leaves them."""

    content: bytes
    menu: Any
    controls: dict[str, Any] | None


class Answers:
    """Answers the frame's question. Thread-safe."""

    def __init__(self, services: Services, screens: Sequence[Screen]) -> None:
        """Start with nothing kept."""
        self._services = services
        self._screens = {screen.path: screen for screen in screens}
        self._renderer = Renderer(services, screens)
        # As JSON: kept as components, each collection of garbage would go through all the parts of every screen.
        self._kept: Recent[tuple[str, str, Theme, int], tuple[object, Answer]] = Recent(ANSWERS_KEPT)

    def answer(self, path: str, query: str, theme: Theme) -> Answer:
        """Give a screen, or what stands in its place. A refusal is not kept: some hold until tomorrow only."""
        # Both are read before the view is drawn: a change in between makes the next question draw again.
        key = path, query, theme, self._services.data_version()
        beside = self._screens[path].beside() if path in self._screens else None
        kept = self._kept.get(key)
        if kept is not None and kept[0] == beside:
            return kept[1]
        view = self._renderer.view(path, query, theme)
        menu = as_sent(navigation(list(self._screens.values()), path, query))
        if not isinstance(view, View):
            return Answer(_written(view), menu, None)
        answer = Answer(_written(view.content), menu, shown(view, self._screens[path]))
        self._kept.set(key, (beside, answer))
        return answer


def _written(part: Component) -> bytes:
    return orjson.dumps(as_sent(part))
