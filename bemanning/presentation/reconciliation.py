"""Avstämning: the answer made visible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.selection import Selection
from bemanning.kpi.reconciliation import PRICE_TOLERANCE_PCT, RATIO_TOLERANCE_PCT
from bemanning.presentation.address import selection_query
from bemanning.presentation.addresses import (
    LOADING_PATH,
    RECONCILIATION_CSV_PATH,
    RECONCILIATION_PATH,
    RECONCILIATION_WORKBOOK_PATH,
)
from bemanning.presentation.balance_panel import balance_panel
from bemanning.presentation.blocks import icon, section
from bemanning.presentation.charts.departure_chart import departure_figure
from bemanning.presentation.charts.frame import chart_block, graph
from bemanning.presentation.charts.image import chart_image
from bemanning.presentation.comments import comments_panel
from bemanning.presentation.file_names import selection_stem
from bemanning.presentation.headings import screen_heading
from bemanning.presentation.mapping_nav import mapping_nav
from bemanning.presentation.missing import spans_text
from bemanning.presentation.numbers import share_text
from bemanning.presentation.reconciliation_columns import OWN_COLUMNS, bought_columns, says_external_cost
from bemanning.presentation.reconciliation_tables import compared_table, supplier_table
from bemanning.presentation.reconciliation_words import (
    MOST_TOLD,
    Told,
    about,
    headline,
    notes,
    sentence,
    subject,
    told,
)
from bemanning.presentation.screen_actions import screen_actions
from bemanning.presentation.texts import reconciliation as texts
from bemanning.presentation.texts.charts import BOTH
from bemanning.presentation.theme import Theme
from bemanning.services.comments import Comments
from bemanning.services.compared import ComparedLine
from bemanning.services.reconciliation import Reconciliation

_BOTH_SOURCES = 2
# Each chart's name in ids, and in files.
_CHARTS = {texts.CHART_OWN: ("own", texts.FILE_OWN), texts.CHART_BOUGHT: ("bought", texts.FILE_BOUGHT)}


def reconciliation_screen(
    answer: Reconciliation, theme: Theme, asked: Selection, comments: Comments, scopes: Mapping[str, str]
) -> Component:
    """Build the screen in reading order: what it says, what deviates, own personnel, agency staff, suppliers, balances.

    scopes: code → name of each that a balance list may be of.
    asked: the selection as it was asked for, which the way to Mappning carries on.
    """
    is_whole = len(answer.loaded) == _BOTH_SOURCES
    heading = screen_heading(
        texts.TITLE, headline(answer), about(answer), answer.selection, _actions(answer) if is_whole else ()
    )
    parts = _parts(answer, theme) if is_whole else [_next_step(answer)]
    after = [balance_panel(scopes), comments_panel(comments)]
    return html.Div([mapping_nav(RECONCILIATION_PATH, asked), heading, *parts, *after], className="screen")


def _actions(answer: Reconciliation) -> list[Component]:
    query = selection_query(answer.selection)
    return screen_actions(RECONCILIATION_PATH, query, RECONCILIATION_WORKBOOK_PATH, RECONCILIATION_CSV_PATH)


def _next_step(answer: Reconciliation) -> Component:
    """Say what to do where there are not two sources to compare."""
    words = next((texts.NEXT[source] for source in answer.loaded), texts.NEXT_NEITHER)
    way = dcc.Link(texts.NEXT_LINK, href=LOADING_PATH, className="button")
    return html.Div(
        [html.H2(texts.NEXT_TITLE, className="panel-title"), html.P(words), way], className="panel next-step"
    )


def _parts(answer: Reconciliation, theme: Theme) -> list[Component]:
    return [
        *_deviations(told(answer)),
        *_notes(answer),
        _own(answer, theme),
        _bought(answer, theme),
        _suppliers(answer),
    ]


def _deviations(every: Sequence[Told]) -> list[Component]:
    if not every:
        return []
    items = [
        html.Li([
            html.Span([icon("deviates"), texts.OWN if each.is_own else texts.BOUGHT], className="chip chip-deviates"),
            html.Span(sentence(each)),
        ])
        for each in every[:MOST_TOLD]
    ]  # fmt: skip
    more = [html.P(texts.MORE.format(count=len(every) - MOST_TOLD), className="empty-note")]
    parts: list[Component] = [html.Ul(items, className="deviations"), *(more if len(every) > MOST_TOLD else [])]
    return [section("reconciliation-deviations", texts.DEVIATIONS_TITLE, texts.DEVIATIONS_SUBTITLE, parts)]


def _notes(answer: Reconciliation) -> list[Component]:
    found = notes(answer)
    if not found:
        return []
    title = html.H2(texts.NOTES_TITLE, className="panel-title")
    return [html.Div([title, html.Ul([html.Li(note) for note in found])], className="panel missing-notes")]


def _own(answer: Reconciliation, theme: Theme) -> Component:
    subtitle = texts.OWN_SUBTITLE.format(tolerance=share_text(Fraction(RATIO_TOLERANCE_PCT), 0))
    table = compared_table(texts.OWN_TITLE, answer.own, answer.own_unmapped, OWN_COLUMNS, is_own=True)
    chart = _chart(answer, texts.CHART_OWN, answer.own, RATIO_TOLERANCE_PCT, theme)
    return section("reconciliation-own", texts.OWN_TITLE, subtitle, [*chart, table])


def _bought(answer: Reconciliation, theme: Theme) -> Component:
    subtitle = texts.BOUGHT_SUBTITLE.format(tolerance=share_text(Fraction(PRICE_TOLERANCE_PCT), 0))
    lacking = [texts.NO_CALL_OFFS, *([] if says_external_cost(answer) else [texts.NO_EXTERNAL_COST])]
    columns = bought_columns(answer)
    table = compared_table(texts.BOUGHT_TITLE, answer.bought, answer.bought_unmapped, columns, is_own=False)
    chart = _chart(answer, texts.CHART_BOUGHT, answer.bought, PRICE_TOLERANCE_PCT, theme)
    note = html.P(" ".join(lacking), className="empty-note")
    return section("reconciliation-bought", texts.BOUGHT_TITLE, subtitle, [*chart, table, note])


def _chart(
    answer: Reconciliation, label: str, lines: Sequence[ComparedLine], tolerance_pct: int, theme: Theme
) -> list[Component]:
    """Give the chart of the lines that are judged; none where no line is."""
    drawn = [line for line in lines if line.usual.number is not None]
    if not drawn:
        return []
    figure = departure_figure(drawn, tolerance_pct, theme)
    summary = " ".join(_chart_words(line) for line in lines if line.profession is not None)
    (name, file_word), unit = _CHARTS[label], texts.CHART_UNIT.format(tolerance=share_text(Fraction(tolerance_pct), 0))
    chart = graph(f"reconciliation-chart-{name}", figure, "chart-departure")
    stem = selection_stem(f"avstamning_{file_word}", answer.selection)
    image = chart_image(stem, label, (about(answer), unit), BOTH, answer.selection)
    key = html.P(unit, className="chart-key")
    return [chart_block(chart, label=label, summary=summary, image=image, after=[key])]


def _chart_words(line: ComparedLine) -> str:
    departures = [line.departure_pct(month).number for month in line.months]
    count = sum(number is not None for number in departures)
    if line.usual.number is None:
        return texts.NO_CHART.format(subject=subject(line))
    if outside := len(line.deviating):
        return texts.CHART_OUTSIDE.format(subject=subject(line), outside=outside, count=count)
    return texts.CHART_INSIDE.format(subject=subject(line), count=count)


def _suppliers(answer: Reconciliation) -> Component:
    months = spans_text(answer.supplier_months)
    subtitle = texts.SUPPLIERS_SUBTITLE.format(months=months) if months else texts.SUPPLIERS_NONE
    if answer.suppliers:
        parts = [supplier_table(answer, texts.SUPPLIERS_TITLE)]
    else:
        parts = [html.P(texts.NO_SUPPLIERS.format(months=months), className="empty-note")] if months else []
    return section("reconciliation-suppliers", texts.SUPPLIERS_TITLE, subtitle, parts)
