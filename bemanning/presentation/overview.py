"""Översikt: the answer made visible."""

from __future__ import annotations

from dataclasses import replace

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.presentation.address import selection_query
from bemanning.presentation.addresses import OVERVIEW_CSV_PATH, OVERVIEW_PATH, OVERVIEW_WORKBOOK_PATH, TREND_PATH
from bemanning.presentation.blocks import aria, disclosure, section
from bemanning.presentation.cards import profession_card
from bemanning.presentation.charts.comment_lane import printed_comments
from bemanning.presentation.charts.event_labels import event_rows, share_months, shown_events
from bemanning.presentation.charts.frame import chart_block, graph
from bemanning.presentation.charts.image import chart_image
from bemanning.presentation.charts.share_chart import share_figure
from bemanning.presentation.comments import comments_panel, marked_months
from bemanning.presentation.file_names import history_stem
from bemanning.presentation.freshness import freshness_panel, unmapped_panel
from bemanning.presentation.headings import r12_about, screen_heading
from bemanning.presentation.measures import MEASURE_OF
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import month_text, share_text
from bemanning.presentation.screen_actions import measure_link, screen_actions
from bemanning.presentation.sentences import chart_summary, headline
from bemanning.presentation.tables import Cell, Column, data_table
from bemanning.presentation.texts import overview as texts
from bemanning.presentation.texts.charts import LEDGER
from bemanning.presentation.texts.common import DEFINITION_WORDS, LATEST_YEARS, PROFESSION_NAMES
from bemanning.presentation.theme import Theme
from bemanning.presentation.unit_lists import movers, worst_units
from bemanning.services.comments import Comments
from bemanning.services.overview import Overview
from bemanning.services.resolved import ResolvedSelection


def overview_screen(overview: Overview, theme: Theme, comments: Comments) -> Component:
    """Build the whole screen in reading order: where we are, how it went, where it is worst, how fresh it is."""
    selection = overview.selection
    query = selection_query(selection)
    actions = screen_actions(OVERVIEW_PATH, query, OVERVIEW_WORKBOOK_PATH, OVERVIEW_CSV_PATH)
    cards = [profession_card(card, selection.definition, theme) for card in overview.cards]
    return html.Div(
        [
            screen_heading(texts.TITLE, headline(overview), r12_about(selection), selection, actions),
            html.Div(cards, className="cards"),
            share_panel(overview, theme, comments),
            comments_panel(comments, has_marks=bool(share_months(overview.cards))),
            html.Div([worst_units(overview), movers(overview)], className="columns columns-wide-first"),
            html.Div(
                [
                    freshness_panel(overview.freshness),
                    unmapped_panel(overview.unmapped, selection_query(overview.selection)),
                ],
                className="columns columns-wide-first",
            ),
        ],
        className="screen",
    )


def share_panel(overview: Overview, theme: Theme, comments: Comments) -> Component:
    """Give the large chart with its sentence, key, events and table."""
    definition = DEFINITION_WORDS[overview.selection.definition]
    years = f", {LATEST_YEARS}" if overview.selection.leaves_out else ""
    subtitle = texts.CHART_SUBTITLE.format(definition=f"andel {definition}") + years
    if not share_months(overview.cards):
        return section("overview-share", texts.CHART_TITLE, subtitle, _no_chart(overview))
    figure = share_figure(overview, theme, comments.own)
    chart = graph("overview-share-chart", figure, f"chart-large event-rows-{event_rows(overview)}")
    after = [
        html.P([texts.CHART_KEY, " ", _how(overview.selection)], className="chart-key"),
        *_event_list(overview),
        disclosure(texts.CHART_TABLE, [_share_table(overview, definition, comments)]),
    ]
    selection = overview.selection
    stem, about = history_stem("oversikt", selection), (r12_about(selection), texts.CHART_KEY)
    image = chart_image(stem, texts.CHART_TITLE, about, LEDGER, selection)
    image = replace(image, notes=printed_comments(comments.own, share_months(overview.cards)))
    block = chart_block(chart, label=texts.CHART_TITLE, summary=chart_summary(overview), image=image, after=after)
    return section("overview-share", texts.CHART_TITLE, subtitle, [block])


def _no_chart(overview: Overview) -> list[Component]:
    """Say why there is no line to draw, and where the months that are loaded can be seen."""
    reasons = dict.fromkeys(reason_text(card.share) for card in overview.cards)
    words = texts.CHART_NONE.format(reason="; ".join(reasons))
    trend: Component = dcc.Link(texts.CHART_NONE_LINK, href=f"{TREND_PATH}?{selection_query(overview.selection)}")
    return [html.P(words, className="empty-note"), html.P(trend, className="chart-key")]


def _how(selection: ResolvedSelection) -> Component:
    """Lead to the definition of the share that the screen shows."""
    return measure_link(MEASURE_OF[selection.definition], selection_query(selection))


def _event_list(overview: Overview) -> list[Component]:
    """List the events in words: for screen readers, and for screens too narrow for words in the chart."""
    events = shown_events(overview)
    items = [html.Li(f"{month_text(event.month)}: {event.label}") for event in events]
    if not items:
        return []
    return [html.Ul(items, className="chart-events", **aria(label=texts.CHART_EVENTS))]


def _share_table(overview: Overview, definition: str, comments: Comments) -> Component:
    """Write the chart's figures, latest month first, with the numbers of each month's comments."""
    cards = overview.cards
    columns = [Column(texts.MONTH), *(Column(PROFESSION_NAMES[card.profession], is_number=True) for card in cards)]
    # Every card's history is of the same months.
    shares = zip(*(map(share_text, card.history.numbers) for card in cards), strict=True)
    marked = marked_months(cards[0].history.months, comments.own)
    rows: list[list[Cell]] = [[month, *written] for month, written in zip(marked, shares, strict=True)]
    caption = texts.CHART_TABLE_CAPTION.format(definition=definition)
    return data_table(caption, columns, rows[::-1], "table-tall")
