"""Hjälp: every measure explained with a computed example, how a month is loaded, and the keyboard."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.vocabulary import Definition, TrendMeasure
from bemanning.kpi.registry import MEASURES, Measure, MeasureKey
from bemanning.presentation.address import DEFINITION, DEFINITION_WORDS, MEASURE, MEASURE_WORDS, word_for
from bemanning.presentation.addresses import HELP_PATH, LOADING_PATH, TREND_PATH
from bemanning.presentation.blocks import aria, disclosure, section
from bemanning.presentation.measure_help import FORMULAS, SOURCES, example
from bemanning.presentation.measures import MEASURE_ANCHORS, MEASURE_NAMES, UNIT_WORDS
from bemanning.presentation.screen_actions import screen_actions
from bemanning.presentation.tables import Cell, Column, data_table
from bemanning.presentation.texts import help as texts
from bemanning.presentation.texts.common import DEFINITION_LONG, STATUS_NAMES
from bemanning.presentation.texts.trend import DEFINITIONS
from bemanning.presentation.workbook_notes import HOUSE_NOTES

_SHARES = {MeasureKey.SHARE_OF_TOTAL: Definition.TOTAL, MeasureKey.SHARE_OF_OWN: Definition.OWN}
_SECTIONS = (
    (texts.MEASURES_ID, texts.MEASURES_TITLE),
    (texts.LOAD_ID, texts.LOAD_TITLE),
    (texts.MONTHS_ID, texts.MONTHS_TITLE),
    (texts.KEYS_ID, texts.KEYS_TITLE),
)


def help_screen() -> Component:
    """Build the whole screen; it asks for no data, so that an empty store has its help too."""
    return html.Div([_heading(), _measures(), _loading(), _months(), _keys()], className="screen help")


def _heading() -> Component:
    links = [html.Li(html.A(title, href=f"#{anchor}")) for anchor, title in _SECTIONS]
    contents = html.Nav(html.Ul(links, className="contents"), **aria(label=texts.CONTENTS))
    words = [html.P(texts.TITLE, className="eyebrow"), html.H1(texts.HEADLINE), html.P(texts.ABOUT, className="about")]
    actions = html.Div(screen_actions(HELP_PATH, ""), className="actions")
    return html.Header([html.Div([*words, contents]), actions], className="screen-heading")


def _measures() -> Component:
    notes = html.Ul([html.Li(note) for note in HOUSE_NOTES], className="house-notes")
    rules = html.Div([html.H3(texts.RULES_TITLE, className="measure-name"), notes], className="measure")
    measures = [_measure(measure) for measure in MEASURES]
    return section(texts.MEASURES_ID, texts.MEASURES_TITLE, f"{texts.MEASURES_SUBTITLE}.", [*measures, rules])


def _measure(measure: Measure) -> Component:
    """Explain one measure, where links to its name lead."""
    shown = example(measure)
    facts: list[tuple[str, str | Component]] = [
        (texts.FORMULA, FORMULAS[measure.key]),
        (texts.EXAMPLE, html.Span([f"{shown.given}: ", html.Strong(shown.outcome)])),
        (texts.UNIT, UNIT_WORDS[measure.unit]),
        (texts.SOURCE, f"{SOURCES[measure.key]}."),
    ]
    return html.Div(
        [
            html.H3(MEASURE_NAMES[measure.key], className="measure-name", id=MEASURE_ANCHORS[measure.key], tabIndex=-1),
            html.P(f"{measure_definition(measure.key)}.", className="measure-definition"),
            html.Dl([html.Div([html.Dt(term), html.Dd(words)]) for term, words in facts], className="definition"),
            html.P(dcc.Link(texts.SEE, href=_trend_href(measure.key)), className="chart-key"),
        ],
        className="measure",
    )


def measure_definition(key: MeasureKey) -> str:
    """Say what a measure is, whichever share the deviation is of."""
    return DEFINITIONS[key].format(share=DEFINITION_LONG[Definition.TOTAL])


def _trend_href(key: MeasureKey) -> str:
    choice = TrendMeasure.SHARE if key in _SHARES else TrendMeasure(key.value)
    share = f"&{DEFINITION}={word_for(_SHARES[key], DEFINITION_WORDS)}" if key in _SHARES else ""
    return f"{TREND_PATH}?{MEASURE}={word_for(choice, MEASURE_WORDS)}{share}"


def _loading() -> Component:
    steps = [html.Li(words) for words in texts.LOAD_SCREEN_STEPS]
    typed = [html.Li([html.P(words), html.Pre(html.Code(command), tabIndex=0)]) for words, command in texts.LOAD_STEPS]
    content: list[Component] = [
        html.Ol(steps, className="steps"),
        html.P([f"{texts.UNDO} ", dcc.Link(texts.LOAD_OPEN, href=LOADING_PATH)]),
        disclosure(texts.LOAD_TERMINAL, [html.Ol(typed, className="steps")]),
    ]
    return section(texts.LOAD_ID, texts.LOAD_TITLE, f"{texts.LOAD_SUBTITLE}.", content)


def _months() -> Component:
    rows: list[list[Cell]] = [[STATUS_NAMES[status], words] for status, words in texts.STATUS_MEANINGS.items()]
    table = data_table(
        texts.MONTHS_TITLE, [Column(texts.STATUS), Column(texts.MEANING)], rows, "help-table table-stack"
    )
    return section(texts.MONTHS_ID, texts.MONTHS_TITLE, f"{texts.MONTHS_SUBTITLE}.", [table])


def _keys() -> Component:
    rows: list[list[Cell]] = [list(pair) for pair in texts.KEYS]
    table = data_table(texts.KEYS_TITLE, [Column(texts.KEY), Column(texts.DOES)], rows, "help-table table-stack")
    return section(texts.KEYS_ID, texts.KEYS_TITLE, f"{texts.KEYS_SUBTITLE}.", [table])
