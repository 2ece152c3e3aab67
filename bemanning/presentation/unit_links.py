"""Addresses of Enheter seen in another way: the selection as it was asked for, the screen's own words changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.domain.selection import Selection
from bemanning.presentation.address import write_query
from bemanning.presentation.addresses import UNITS_PATH
from bemanning.presentation.blocks import aria
from bemanning.presentation.unit_words import TreeWords, write_tree_words
from bemanning.services.drill_down import DrillCell


@dataclass(frozen=True, slots=True)
class UnitLinks:
    """Makes the screen's links. A click is followed in place (assets/units.js); without script it still leads there."""

    selection: Selection
    words: TreeWords

    def href(self, **changes: Any) -> str:  # noqa: ANN401 - any field of TreeWords
        """Give the address with some words changed."""
        parts = (write_query(self.selection), write_tree_words(replace(self.words, **changes)))
        return f"{UNITS_PATH}?{'&'.join(part for part in parts if part)}"

    def switched(self, code: str) -> str:
        """Give the address with one row opened or closed."""
        opened = self.words.opened
        return self.href(opened=tuple(each for each in opened if each != code) if code in opened else (*opened, code))

    def cell(self, cell: DrillCell | None) -> str:
        """Give the address with a cell opened (None: closed)."""
        return self.href(cell=cell)


def in_place(children: Any, href: str, class_name: str = "", *, label: str = "", **more: Any) -> Component:  # noqa: ANN401 - what Dash takes
    """Give a link that changes the address without loading the page anew. label: what it says where words are few."""
    names = aria(label=label) if label else {}
    return html.A(children, href=href, className=f"in-place {class_name}".strip(), **names, **more)
