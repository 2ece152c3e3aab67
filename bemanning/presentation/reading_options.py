"""What else can be said of a file than what its headings are: source, unit, sign, sheets, part and period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash.development.base_component import Component

from bemanning.domain.profile import UNITS, Layout, Seen
from bemanning.domain.vocabulary import Source
from bemanning.presentation import loading_fields, reading_fields
from bemanning.presentation.loading_context import ScopeNames
from bemanning.presentation.texts import profiles as texts
from bemanning.presentation.texts.common import SOURCE_NAMES
from bemanning.presentation.texts.loading import SCOPE_AUTO, SCOPE_CHOICE

YES = "ja"


def option_fields(job_id: int, seen: Seen, names: ScopeNames) -> list[Component]:
    """Give a field for each; those that there is nothing to choose in are left out."""
    layout = seen.layout
    return [
        *_source(job_id, seen),
        *_sheets(job_id, seen, layout),
        *_amounts(job_id, seen, layout),
        *_scope(job_id, names, layout),
        *_period(job_id, seen, layout),
        _row(job_id, seen),
    ]


def _source(job_id: int, seen: Seen) -> list[Component]:
    """Ask which source, of a file that may be of either."""
    if seen.source is not None and not seen.is_either:
        return []
    options = [(source.value, SOURCE_NAMES[source]) for source in Source]
    chosen = (seen.source or Source.LEDGER).value
    return [_select(job_id, loading_fields.SOURCE, texts.SOURCE_CHOICE, options, chosen)]


def _sheets(job_id: int, seen: Seen, layout: Layout | None) -> list[Component]:
    if len(seen.sheets) <= 1:
        return []
    chosen = [name for name in (layout.sheets if layout else ()) if name in seen.sheets]
    field: Component = dmc.MultiSelect(
        id=_id(job_id, reading_fields.SHEETS), name=reading_fields.SHEETS, label=texts.SHEETS_CHOICE,
        description=texts.SHEETS_HELP, data=list(seen.sheets), value=chosen, clearable=True, size="sm",
        hiddenInputValuesDivider=reading_fields.SHEETS_DIVIDER, persistence=True, persistence_type="session",
    )  # fmt: skip
    return [field]


def _amounts(job_id: int, seen: Seen, layout: Layout | None) -> list[Component]:
    """Ask for unit and sign. Heroma has hours, and its cost is read as it stands."""
    if seen.source is Source.HEROMA:
        return []
    named = ", ".join(seen.units) or texts.UNIT_UNSAID
    options = [("", texts.UNIT_AS_SAID.format(units=named)), *((unit, texts.UNIT_NAMES[unit]) for unit in UNITS)]
    flip = YES if layout and layout.is_flipped else ""
    unit = layout.unit if layout else ""
    return [
        _select(job_id, reading_fields.UNIT, texts.UNIT_CHOICE, options, unit),
        _select(job_id, reading_fields.FLIP, texts.FLIP, [("", texts.FLIP_NOT), (YES, texts.FLIP_YES)], flip),
    ]


def _scope(job_id: int, names: ScopeNames, layout: Layout | None) -> list[Component]:
    if len(names) <= 1:
        return []
    options = [("", SCOPE_AUTO), *names.items()]
    return [_select(job_id, loading_fields.SCOPE, SCOPE_CHOICE, options, layout.scope if layout else "")]


def _period(job_id: int, seen: Seen, layout: Layout | None) -> list[Component]:
    """Ask for the month, or the year of months, of a file that may not say it."""
    if seen.source is Source.HEROMA:
        return []
    return [
        dmc.TextInput(
            id=_id(job_id, reading_fields.PERIOD),
            name=reading_fields.PERIOD,
            label=texts.PERIOD,
            description=texts.PERIOD_HELP,
            value=layout.period if layout else "",
            size="sm",
        )
    ]


def _row(job_id: int, seen: Seen) -> Component:
    """Ask for the row of the headings, where another was taken for it."""
    field: Component = dmc.TextInput(
        id=_id(job_id, reading_fields.ROW), name=reading_fields.ROW, label=texts.ROW, description=texts.ROW_HELP,
        value=str(seen.row), inputProps={"inputMode": "numeric"}, size="sm",
    )  # fmt: skip
    return field


def _select(job_id: int, name: str, label: str, options: Iterable[tuple[str, str]], value: str) -> Component:
    data: Sequence[dict[str, str]] = [{"value": word, "label": words} for word, words in options]
    field: Component = dmc.Select(
        id=_id(job_id, name), name=name, label=label, data=data, value=value, allowDeselect=False, size="sm",
        persistence=True, persistence_type="session",
    )  # fmt: skip
    return field


def _id(job_id: int, name: str) -> dict[str, Any]:
    return {"type": "reading-option", "job": job_id, "of": name}
