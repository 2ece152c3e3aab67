"""Parts that a screen has hundreds of: made as they are sent, at a tenth of what Dash takes to check and make one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from dash.development.base_component import Component

from bemanning.presentation.sent import Sent, as_sent

Children = str | Component | Sequence[str | Component]


def repeated(part: Component) -> Component:
    """Give a part that stands just so in many places, or again and again in one."""
    return cast("Component", as_sent(part))


class Repeated:
    """A part that is wanted many times over, each time with other children."""

    def __init__(self, part: Component) -> None:
        """Take type and properties from a part that Dash has checked; its own children don't matter."""
        self._sent = as_sent(part)
        self._properties: dict[str, Any] = self._sent["props"]

    def of(self, children: Children) -> Component:
        """Give the part with these children, to stand among components: Dash's types know of no other parts."""
        return cast("Component", Sent(self._sent, props={**self._properties, "children": as_sent(children)}))
