"""The controls of the selection. The address holds the selection: these read it and write it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from bemanning.domain.selection import MOST_COMPARED
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession, Span, TrendMeasure
from bemanning.presentation import address
from bemanning.presentation.blocks import aria
from bemanning.presentation.numbers import NBSP, month_text
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.texts import frame as texts
from bemanning.presentation.texts.common import (
    DEFINITION_CHOICES,
    MEASURE_CHOICES,
    PROFESSION_NAMES,
    SPAN_CHOICES,
    VIEW_CHOICES,
)
from bemanning.services.catalogue import Catalogue, NodeChoice
from bemanning.services.resolved import MONTHS_IN_SPAN, ResolvedSelection

# The address's word → the control that shows it; assets/frame.js goes through the same pairs.
CONTROLS = {
    address.MONTH: "frame-month",
    address.NODE: "frame-node",
    address.PROFESSION: "frame-profession",
    address.DEFINITION: "frame-definition",
    address.VIEW: "frame-view",
    address.SPAN: "frame-span",
    address.MEASURE: "frame-measure",
    address.COMPARED: "frame-compared",
}
# "Every profession" is no word in the address.
ALL = ""


def selection_bar(catalogue: Catalogue | None, screens: Sequence[Screen]) -> Component:
    """Give the labelled controls; without data there is nothing to choose, and they are hidden.

    Which of them each screen heeds is told beforehand, so that they have their room before any answer.
    """
    heeded = {screen.path: _heeded(screen, catalogue) for screen in screens}
    heeds: dict[str, Any] = {"data-heeds": json.dumps(heeded)}
    return html.Div(
        html.Div(_controls(offered(catalogue)), className="selection-inner"),
        id="frame-selection", className="selection", role="search",
        hidden=catalogue is None, **heeds, **aria(label=texts.SELECTION),
    )  # fmt: skip


def _heeded(screen: Screen, catalogue: Catalogue | None) -> list[str]:
    """Give what the screen heeds; how much time is shown is no choice where no month is left out."""
    is_short = catalogue is None or len(catalogue.months) <= MONTHS_IN_SPAN
    return [choice for choice in screen.choices if not (is_short and choice == address.SPAN)]


@dataclass(frozen=True, slots=True)
class Offered:
    """What the controls that depend on the data offer, as Mantine takes it."""

    months: list[dict[str, Any]]
    nodes: list[dict[str, Any]]
    compared: list[dict[str, Any]]


def offered(catalogue: Catalogue | None) -> Offered:
    """Give the choices, newest month first; none without data."""
    months = () if catalogue is None else catalogue.months
    nodes = [] if catalogue is None else [_node_option(choice) for choice in catalogue.nodes]
    words = address.compared_words(list(address.PROFESSION_WORDS.values()))
    professions = _options(list(zip(words, PROFESSION_NAMES.values(), strict=True)))
    return Offered(
        [{"value": str(month), "label": _typed(month_text(month))} for month in reversed(months)],
        nodes,
        [
            {"group": texts.COMPARED_PROFESSIONS, "items": professions},
            {"group": texts.COMPARED_NODES, "items": nodes},
        ],
    )


def shown(view: View, screen: Screen) -> dict[str, Any]:
    """Give what the controls are to show, as words of the address, and which of them the screen heeds."""
    words = {} if view.selection is None else _words(view.selection)
    return {
        "title": screen.title,
        "choices": [choice for choice in screen.choices if choice not in view.unheeded],
        "words": {**{key: word or ALL for key, word in words.items()}, **view.words},
    }


def _words(selection: ResolvedSelection) -> dict[str, str | None]:
    """Give what every control shows: the span's too, which the address leaves out where it is the usual one."""
    span = address.word_for(selection.span, address.SPAN_WORDS)
    return {**address.selection_words(selection), address.SPAN: span}


def _controls(offers: Offered) -> list[Component]:
    professions = [(ALL, texts.ALL_PROFESSIONS), *_worded(address.PROFESSION_WORDS, PROFESSION_NAMES)]
    definitions = _worded(address.DEFINITION_WORDS, DEFINITION_CHOICES)
    views = _worded(address.VIEW_WORDS, VIEW_CHOICES)
    return [
        _select(address.MEASURE, texts.MEASURE, _options(_worded(address.MEASURE_WORDS, MEASURE_CHOICES))),
        _select(address.MONTH, texts.MONTH, offers.months),
        _select(address.NODE, texts.NODE, offers.nodes),
        _select(address.PROFESSION, texts.PROFESSION, _options(professions)),
        _segments(address.DEFINITION, texts.DEFINITION, definitions),
        _segments(address.VIEW, texts.VIEW, views),
        _segments(address.SPAN, texts.SPAN, _worded(address.SPAN_WORDS, SPAN_CHOICES)),
        _compared(offers.compared),
    ]


def _typed(text: str) -> str:
    """Give a label that can be searched for from the keyboard, which has no U+00A0."""
    return text.replace(NBSP, " ")


def _worded(
    words: dict[str, Any],
    names: dict[Profession, str]
    | dict[Definition, str]
    | dict[OrganisationView, str]
    | dict[Span, str]
    | dict[TrendMeasure, str],
) -> list[tuple[str, str]]:
    labels: dict[Any, str] = {**names}
    return [(word, labels[meaning]) for word, meaning in words.items()]


def _options(pairs: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in pairs]


def _node_option(choice: NodeChoice) -> dict[str, Any]:
    """Name the node with its code, which tells namesakes apart and can be searched for; the list indents by depth."""
    return {"value": choice.node.code, "label": f"{choice.node.name} ({choice.node.code})", "depth": choice.depth}


def _select(word: str, label: str, options: Sequence[dict[str, Any]]) -> Component:
    control: Component = dmc.Select(
        id=CONTROLS[word],
        label=label,
        data=options,
        searchable=True,
        allowDeselect=False,
        nothingFoundMessage=texts.NODE_NOT_FOUND,
        className=f"control control-{word}",
        size="sm",
        maxDropdownHeight=420,
        renderOption={"function": "indentedOption"},
    )
    return control


def _compared(groups: list[dict[str, Any]]) -> Component:
    """Let several be chosen: professions within the node, nodes for the profession."""
    control: Component = dmc.MultiSelect(
        id=CONTROLS[address.COMPARED],
        label=texts.COMPARED.format(most=MOST_COMPARED),
        placeholder=texts.COMPARED_NONE,
        data=groups,
        value=[],
        searchable=True,
        maxValues=MOST_COMPARED,
        nothingFoundMessage=texts.NODE_NOT_FOUND,
        size="sm",
        maxDropdownHeight=420,
        renderOption={"function": "indentedOption"},
    )
    return html.Div(control, className=f"control control-{address.COMPARED}")


def _segments(word: str, label: str, pairs: list[tuple[str, str]]) -> Component:
    label_id = f"{CONTROLS[word]}-label"
    control = dmc.SegmentedControl(id=CONTROLS[word], data=_options(pairs), size="sm")
    words = html.Span(label, className="control-label", id=label_id)
    return html.Div([words, control], className=f"control control-{word}", role="group", **aria(labelledby=label_id))
