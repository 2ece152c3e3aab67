"""Trend: the answer made visible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.address import trend_query
from bemanning.presentation.addresses import TREND_CSV_PATH, TREND_PATH, TREND_WORKBOOK_PATH
from bemanning.presentation.blocks import aria, section
from bemanning.presentation.charts.comment_lane import printed_comments
from bemanning.presentation.charts.frame import chart_block, graph
from bemanning.presentation.charts.image import ChartImage, chart_image
from bemanning.presentation.charts.trend_chart import Axes, comments_on, event_rows, trend_axes, trend_figure
from bemanning.presentation.comments import comments_panel
from bemanning.presentation.file_names import line_stem
from bemanning.presentation.headings import screen_heading
from bemanning.presentation.measure_help import SOURCES
from bemanning.presentation.measures import MEASURE_NAMES
from bemanning.presentation.numbers import month_text, share_text
from bemanning.presentation.screen_actions import measure_link, screen_actions
from bemanning.presentation.tables import data_table
from bemanning.presentation.texts import trend as texts
from bemanning.presentation.texts.common import LATEST_YEARS, VIEW_WORDS
from bemanning.presentation.theme import PALETTES, Theme
from bemanning.presentation.trend_table import trend_columns, trend_rows
from bemanning.presentation.trend_words import (
    about,
    definition_words,
    headline,
    line_sentence,
    missing_notes,
    subject,
    trend_scale,
)
from bemanning.services.comments import Comments
from bemanning.services.trend import Trend, TrendLine


def trend_screen(trend: Trend, theme: Theme, comments: Comments) -> Component:
    """Build the whole screen in reading order: what it says, the charts, what is missing, what is said, the months."""
    actions = screen_actions(TREND_PATH, trend_query(trend), TREND_WORKBOOK_PATH, TREND_CSV_PATH)
    heading = screen_heading(texts.TITLE, headline(trend), about(trend), trend.selection, actions)
    return html.Div(
        [
            heading,
            _charts(trend, theme, comments),
            *_missing(trend),
            comments_panel(comments, has_marks=True),
            _table(trend, comments),
        ],
        className="screen",
    )


def _charts(trend: Trend, theme: Theme, comments: Comments) -> Component:
    axes = trend_axes(trend, comments.own)
    title = texts.CHART_TITLE.format(measure=MEASURE_NAMES[trend.measure.key])
    several = f" {texts.SAME_AXIS}" if len(trend.lines) > 1 else ""
    charts = [_chart(trend, line, axes, theme, at) for at, line in enumerate(trend.lines)]
    after = [_key(trend, axes, theme), *_event_list(axes), _how(trend)]
    years = f" {_capital(LATEST_YEARS)}." if trend.selection.leaves_out else ""
    return section("trend-charts", title, _what_is_drawn(axes) + several + years, [*charts, *after])


def _chart(trend: Trend, line: TrendLine, axes: Axes, theme: Theme, at: int) -> Component:
    """Give one chart; several stand beneath each other, each with its name."""
    figure = trend_figure(trend, line, axes, theme, names_events=at == 0)
    is_alone = len(trend.lines) == 1
    rows = f" event-rows-{event_rows(axes)}" if at == 0 else ""
    drawn = graph(f"trend-chart-{at}", figure, ("chart-large" if is_alone else "chart-large chart-multiple") + rows)
    image = _image(trend, line, axes)
    block = chart_block(drawn, label=subject(line), summary=line_sentence(trend, line), image=image, after=[])
    return block if is_alone else html.Div([html.H3(subject(line), className="multiple-title"), block])


def _image(trend: Trend, line: TrendLine, axes: Axes) -> ChartImage:
    month = month_text(trend.selection.month, long=True)
    view = VIEW_WORDS[trend.selection.view]
    about = texts.IMAGE_ABOUT.format(subject=subject(line), month=month, definition=definition_words(trend), view=view)
    source = SOURCES[trend.measure.key].partition(".")[0]
    title = MEASURE_NAMES[trend.measure.key]
    image = chart_image(line_stem(trend, line), title, (about, _what_is_drawn(axes)), source, trend.selection)
    return replace(image, notes=printed_comments(comments_on(line, axes), axes.months))


def _what_is_drawn(axes: Axes) -> str:
    unit = texts.UNIT_NAMES.get(axes.scale.word) or _capital(axes.scale.word)
    return f"{(texts.CHART_SUBTITLE_SUM if axes.scale.is_sum else texts.CHART_SUBTITLE).format(unit=unit)}."


def _key(trend: Trend, axes: Axes, theme: Theme) -> Component:
    """Explain the marks that are drawn by their shape, with the colour of the uppermost line."""
    color, target = PALETTES[theme].line(trend.lines[0].profession), _target_words(trend)
    has_r12 = any(point.r12.number is not None for line in trend.lines for point in line.points)
    has_level = any(line.baseline.number is not None for line in trend.lines)
    marks = [("bar", texts.KEY_MONTH)]
    marks += [("line", texts.KEY_R12)] if has_r12 else []
    marks += [("level", texts.LEVELS[trend.measure.key])] if has_level else []
    marks += [("target", target)] if target else []
    marks += [("event", texts.KEY_EVENT)] if axes.events else []
    items = [
        html.Li([html.Span(className=f"mark mark-{kind}", style={"--mark": color}, **aria(hidden="true")), words])
        for kind, words in marks
    ]
    return html.Ul(items, className="key")


def _target_words(trend: Trend) -> str:
    targets = [line.target_pct.number for line in trend.lines if line.target_pct is not None]
    return texts.KEY_TARGET.format(target=share_text(targets[0], 0)) if targets else ""


def _event_list(axes: Axes) -> list[Component]:
    """List the events in words: for screen readers, and for screens too narrow for words in the chart."""
    items = [html.Li(f"{month_text(event.month)}: {event.label}") for event in axes.events]
    return [html.Ul(items, className="chart-events", **aria(label=texts.CHART_EVENTS))] if items else []


def _how(trend: Trend) -> Component:
    return html.P(measure_link(trend.measure.key, trend_query(trend)), className="chart-key")


def _missing(trend: Trend) -> Sequence[Component]:
    notes = missing_notes(trend)
    if not notes:
        return []
    return [
        html.Div(
            [html.H2(texts.NOTES_TITLE, className="panel-title"), html.Ul([html.Li(note) for note in notes])],
            className="panel missing-notes",
        )
    ]


def _table(trend: Trend, comments: Comments) -> Component:
    scale, name = trend_scale(trend), MEASURE_NAMES[trend.measure.key]
    narrow = "trend-table-narrow" if len(trend.lines) == 1 else ""
    subtitle = texts.TABLE_SUBTITLE.format(measure=name, unit=scale.word)
    rows = trend_rows(trend, comments.own)
    table = data_table(f"{name}, {scale.word}", trend_columns(trend), rows, f"table-tall {narrow}")
    return section("trend-table", texts.TABLE_TITLE, f"{subtitle}.", [table])


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
