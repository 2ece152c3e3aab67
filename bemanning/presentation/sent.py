"""A component tree as the browser gets it: plain dicts and lists, several times faster than Dash's encoder does."""

from __future__ import annotations

from functools import cache
from typing import Any

from dash.development.base_component import Component

# What a component knows of itself. Everything else that is set on it is a property: Dash refuses any other.
_OWN = frozenset({"_prop_names", "_valid_wildcard_attributes", "available_properties", "available_wildcard_properties"})


class Sent(dict[str, Any]):
    """A part that already is what the browser gets, at any depth: `type`, `namespace` and `props`."""


def as_sent(part: Any) -> Any:  # noqa: ANN401 - whatever Dash takes as a property
    """Turn components into what JSON can hold, at any depth. What is no component, list, tuple or dict stays."""
    kind = type(part)
    if kind is str or kind is Sent:  # nearly all there is
        return part
    form = _form(kind)  # type: ignore[arg-type]  # every type can be hashed
    if form is Component:
        props = {name: as_sent(value) for name, value in vars(part).items() if name not in _OWN}
        return Sent(props=props, type=part._type, namespace=part._namespace)  # noqa: SLF001 - as Dash's encoder does
    if form is list:
        return [as_sent(each) for each in part]
    if form is dict:
        return {key: as_sent(each) for key, each in part.items()}
    return part


@cache
def _form(kind: type) -> type | None:
    """Tell what a type is sent as. Asked once for each: components' own answer to isinstance is slow."""
    forms = {Component: Component, list: list, tuple: list, dict: dict}
    return next((form for base, form in forms.items() if issubclass(kind, base)), None)
