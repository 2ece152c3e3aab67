"""Everything that is wrong with, or noticed in, a file: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from bemanning.domain.faults import Fault
from bemanning.presentation.blocks import disclosure
from bemanning.presentation.fault_texts import fault_text, place_text
from bemanning.presentation.loading_words import capitalized, counted
from bemanning.presentation.texts import loading as texts
from bemanning.services.file_report import FileReport

# So many stand open; the rest, all of them, are one step away.
FAULTS_SHOWN = 8


def fault_list(faults: Sequence[Fault]) -> list[Component]:
    """List every fault with its sheet and cell."""
    if not faults:
        return []
    title = texts.FAULTS_TITLE.format(faults=counted(len(faults), texts.FAULTS))
    return [html.H4(title, className="part-title"), *_folded(faults, "faults")]


def warning_list(report: FileReport) -> list[Component]:
    """List what was noticed, apart from what the preview tells better."""
    noticed = [warning for warning in report.warnings if warning.code not in texts.TOLD_ELSEWHERE]
    return [html.H4(texts.WARNINGS_TITLE, className="part-title"), *_folded(noticed, "warnings")] if noticed else []


def _folded(faults: Sequence[Fault], class_name: str) -> list[Component]:
    shown = html.Ul([_item(fault) for fault in faults[:FAULTS_SHOWN]], className=f"fault-list {class_name}")
    rest = faults[FAULTS_SHOWN:]
    if not rest:
        return [shown]
    listed = html.Ul([_item(fault) for fault in rest], className=f"fault-list {class_name}")
    return [shown, disclosure(counted(len(rest), texts.FAULTS_MORE), [listed])]


def _item(fault: Fault) -> Component:
    place = place_text(fault)
    where: list[Component | str] = [html.Span(capitalized(place), className="fault-place"), " "] if place else []
    return html.Li([*where, fault_text(fault)])
