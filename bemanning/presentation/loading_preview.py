"""What was found in a file: what it is, what it adds up to, what nothing knows, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.vocabulary import Source
from bemanning.presentation.addresses import MAPPING_PATH
from bemanning.presentation.blocks import disclosure
from bemanning.presentation.loading_changes import changes_table
from bemanning.presentation.loading_context import ScopeNames
from bemanning.presentation.loading_faults import fault_list, warning_list
from bemanning.presentation.loading_words import counted, months_named, scope_named, sum_text
from bemanning.presentation.numbers import hours_text, number_text
from bemanning.presentation.tables import Cell, Column, data_table
from bemanning.presentation.texts import loading as texts
from bemanning.presentation.texts.profiles import PROFILE, VERSION
from bemanning.services.file_report import FileReport
from bemanning.services.unmapped import UnmappedItem

UNMAPPED_SHOWN = 5


def findings(report: FileReport, *, is_done: bool) -> list[Component]:
    """Give everything that the report says, in the order a controller asks."""
    return [
        *fault_list(report.faults),
        *changes_table(report, is_done=is_done),
        *_unmapped(report.unmapped),
        *warning_list(report),
        *_dropped(report.dropped),
    ]


def recognised(report: FileReport, names: ScopeNames) -> list[Component]:
    """Say what the file was recognised as, and its control total. Nothing of a file that was not understood."""
    if report.source is None:
        return []
    facts = [(texts.RECOGNISED, texts.SOURCES[report.source]), (texts.SCOPE, scope_named(report.scope, names))]
    if report.seen and report.seen.profile and report.profile:
        facts.append((PROFILE, f"{report.profile}, {VERSION.format(version=report.profile_version).lower()}"))
    elif report.profile:
        facts.append(_layout(report.profile))
    if report.per_month:
        facts += [
            (texts.MONTHS, months_named(list(report.per_month))),
            (texts.ROWS, number_text(report.rows, 0)),
            (texts.TOTAL, sum_text(report.source, report.total)),
        ]
    return [html.Dl([html.Div([html.Dt(term), html.Dd(words)]) for term, words in facts], className="file-facts")]


def _layout(profile: str) -> tuple[str, str]:
    """Name the format with the program that wrote it, or the headings that the file was recognised by."""
    form, _, rest = profile.partition(":")
    if form in texts.SIE_FORMS:
        return texts.FORMAT, ", ".join(each for each in (texts.SIE_FORMS[form], rest) if each)
    columns = rest.replace("/", ", ")
    return texts.COLUMNS, f"{columns}, {texts.MONTHS_AS_COLUMNS}" if form == texts.WIDE_FORM else columns


def _unmapped(items: Sequence[UnmappedItem]) -> list[Component]:
    """List what no mapping knows, the largest sums first, and lead to where it is mended."""
    if not items:
        return []
    note = html.P([texts.UNMAPPED_NOTE, " ", dcc.Link(texts.TO_MAPPING, href=MAPPING_PATH)], className="part-note")
    rest = items[UNMAPPED_SHOWN:]
    more = [disclosure(counted(len(rest), texts.UNMAPPED_MORE), [_unmapped_table(rest)])] if rest else []
    return [
        html.H4(texts.UNMAPPED_TITLE, className="part-title"), note, _unmapped_table(items[:UNMAPPED_SHOWN]), *more,
    ]  # fmt: skip


def _unmapped_table(items: Sequence[UnmappedItem]) -> Component:
    columns = [Column(texts.UNMAPPED_KIND), Column(texts.UNMAPPED_CODE), Column(texts.UNMAPPED_SUM, is_number=True)]
    rows: list[list[Cell]] = [
        [texts.UNMAPPED_KINDS[item.kind], html.Code(item.code), _unmapped_sum(item)] for item in items
    ]
    return data_table(texts.UNMAPPED_TITLE, columns, rows, "unmapped-codes")


def _unmapped_sum(item: UnmappedItem) -> str:
    # An account that adds up to nothing is 0 kronor, not 0 hours; a unit may be of either.
    is_hours = item.centihours or item.kind == "code"
    return hours_text(item.centihours, 2) if is_hours else sum_text(Source.LEDGER, item.amount_ore)


def _dropped(dropped: dict[str, int]) -> list[Component]:
    """Count the personal data that was left in the file, by kind."""
    if not dropped:
        return []
    kinds = [counted(count, texts.DROPPED_KINDS.get(kind, texts.DROPPED_OTHER)) for kind, count in dropped.items()]
    return [html.P(texts.DROPPED.format(kinds=_listed(kinds)), className="part-note")]


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"
