"""What can be done with a whole screen: copy its link, take its figures away. And where its measure is explained."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.kpi.registry import MeasureKey
from bemanning.presentation.addresses import HELP_PATH
from bemanning.presentation.blocks import aria, copy_link, icon
from bemanning.presentation.measures import MEASURE_ANCHORS
from bemanning.presentation.texts import frame as texts


def screen_actions(path: str, query: str, workbook_path: str = "", csv_path: str = "") -> list[Component]:
    """Give the actions beside a screen's heading. query: the whole selection, so that later months change nothing."""
    files = ((workbook_path, texts.EXCEL, texts.EXCEL_LABEL), (csv_path, texts.CSV, texts.CSV_LABEL))
    downloads = [_download(f"{file}?{query}", words, label) for file, words, label in files if file]
    return [copy_link(f"{path}?{query}" if query else path), *downloads]


def measure_link(key: MeasureKey, query: str, words: str = texts.HOW) -> Component:
    """Lead to where Hjälp explains a measure; the selection comes along, for the way back."""
    link: Component = dcc.Link(words, href=f"{HELP_PATH}?{query}#{MEASURE_ANCHORS[key]}")
    return link


def _download(href: str, words: str, label: str) -> Component:
    return html.A([icon("download"), words], href=href, className="button button-quiet", **aria(label=label))
