"""What a component tree shows: its words in reading order, and its parts by class."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.numbers import NBSP
from bemanning.presentation.sent import Sent


def parts(component: object) -> Iterator[Component]:
    """Walk the tree in reading order."""
    component = _checked(component)
    if isinstance(component, (list, tuple)):
        for each in component:
            yield from parts(each)
    elif isinstance(component, Component):
        yield component
        yield from parts(getattr(component, "children", None))


def words(component: object) -> list[str]:
    """Give every piece of text, U+00A0 written as a space."""
    component = _checked(component)
    if isinstance(component, (list, tuple)):
        return [word for each in component for word in words(each)]
    if isinstance(component, Component):
        return words(getattr(component, "children", None))
    return [] if component in {None, ""} else [str(component).replace(NBSP, " ")]


def text(component: object) -> str:
    """Give all text as one string."""
    return " ".join(words(component))


def by_class(component: object, name: str) -> list[Any]:
    """Find the parts that carry a class."""
    return [each for each in parts(component) if name in str(getattr(each, "className", "")).split()]


def by_type(component: object, name: str) -> list[Any]:
    """Find the parts of a type: "Tr", "Graph"."""
    return [each for each in parts(component) if type(each).__name__ == name]


def rows(component: object) -> list[list[str]]:
    """Give each table row's cells as text."""
    return [[text(cell) for cell in row.children] for row in by_type(component, "Tr")]


def _checked(component: object) -> object:
    """Turn what stands as it is sent into a component, which Dash refuses where it has a property that is none."""
    if not isinstance(component, Sent):
        return component
    return getattr(html, component["type"])(**component["props"])
