"""The saved profiles: what each reads, every version of it, and the way to remove it."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from bemanning.domain.profile import Layout
from bemanning.domain.vocabulary import Source
from bemanning.presentation.actions import action_form
from bemanning.presentation.addresses import REMOVE_PROFILE_PATH
from bemanning.presentation.blocks import aria, section, status_chip
from bemanning.presentation.loading_context import LoadingContext, ScopeNames
from bemanning.presentation.loading_words import scope_named
from bemanning.presentation.numbers import moment_text
from bemanning.presentation.reading_fields import NAME
from bemanning.presentation.swedish_order import swedish_key
from bemanning.presentation.tables import labelled, scroll_region
from bemanning.presentation.texts import profiles as texts
from bemanning.presentation.texts.common import SOURCE_NAMES
from bemanning.store import ProfileRecord

_HEADINGS = (texts.PROFILE, texts.SOURCE, texts.READS, texts.SAVED)


def profiles_panel(context: LoadingContext) -> list[Component]:
    """Give the panel; nothing before the first profile."""
    if not context.profiles:
        return []
    names = sorted({record.name for record in context.profiles}, key=swedish_key)
    versions = [[record for record in context.profiles if record.name == name] for name in names]
    head = html.Thead(html.Tr([html.Th(heading, scope="col") for heading in _HEADINGS]))
    body = html.Tbody([row for each in versions for row in _rows(each, context.names)])
    caption = html.Caption(texts.PANEL_TITLE, className="visually-hidden")
    table = html.Table([caption, head, body], className="data profiles")
    shown = scroll_region(table, texts.PANEL_TITLE, "table-cards")
    return [section("loading-profiles", texts.PANEL_TITLE, texts.PANEL_SUBTITLE, [shown])]


def layout_words(layout: Layout, names: ScopeNames) -> str:
    """Say what is particular about how the layout reads a file."""
    unit = texts.READ_UNIT.format(unit=layout.unit) if layout.unit else texts.AS_SAID
    words = [
        texts.READ_SHEETS.format(sheets=", ".join(layout.sheets)) if layout.sheets else "",
        unit if layout.source is Source.LEDGER else "",
        texts.READ_FLIPPED if layout.is_flipped else "",
        texts.OF_SCOPE.format(scope=scope_named(layout.scope, names)) if layout.scope else "",
    ]
    return ", ".join(word for word in words if word)


def _rows(versions: Sequence[ProfileRecord], names: ScopeNames) -> list[Component]:
    """Give a profile's row and the one beneath, which its name opens."""
    latest = versions[0]
    label = aria(label=texts.OPEN_LABEL.format(name=latest.name))
    switch = html.Details(html.Summary(latest.name, **label), className="disclosure row-switch")
    cells = [
        html.Td(SOURCE_NAMES[latest.layout.source], **labelled(texts.SOURCE)),
        html.Td(
            [html.Span(_columns(latest.layout)), _note(layout_words(latest.layout, names))], **labelled(texts.READS)
        ),
        html.Td([*_state(latest), _note(_saved(latest))], **labelled(texts.SAVED)),
    ]
    row = html.Tr([html.Th(switch, scope="row"), *cells], className="has-detail")
    detail = html.Tr(html.Td(_opened(versions, names), colSpan=len(_HEADINGS)), className="detail")
    return [row, detail]


def _opened(versions: Sequence[ProfileRecord], names: ScopeNames) -> list[Component]:
    listed = html.Ol([_version(record, names) for record in versions], className="profile-versions")
    if versions[0].superseded_at is not None:
        return [listed]
    about = html.P(texts.REMOVE_ABOUT, className="part-note")
    remove = action_form(REMOVE_PROFILE_PATH, [about], texts.REMOVE, fields={NAME: versions[0].name}, quiet=True)
    return [listed, remove]


def _version(record: ProfileRecord, names: ScopeNames) -> Component:
    words = [_columns(record.layout), layout_words(record.layout, names)]
    return html.Li(
        [
            html.Strong(texts.VERSION.format(version=record.version)),
            html.Span(f" {_saved(record)}", className="unit-parent"),
            html.P(", ".join(word for word in words if word)),
        ]
    )


def _columns(layout: Layout) -> str:
    return ", ".join(f"{heading} = {texts.FIELD_NAMES[field].lower()}" for heading, field in layout.needed)


def _saved(record: ProfileRecord) -> str:
    return f"{moment_text(record.recorded_at)}, {record.actor_name}"


def _state(record: ProfileRecord) -> list[Component]:
    if record.superseded_at is None:
        return [html.Span(texts.VERSION.format(version=record.version))]
    return [status_chip("none", texts.REMOVED.format(moment=moment_text(record.superseded_at)))]


def _note(words: str) -> Component:
    return html.Span(words, className="unit-parent")
