"""Who stands out, in words."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.blocks import section
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import amount_text, share_text
from bemanning.presentation.texts import units as texts
from bemanning.services.outliers import HighShare
from bemanning.services.unit_tree import UnitTree
from bemanning.services.unit_tree_row import TreeRow


def outliers_panel(tree: UnitTree) -> Component:
    """List those with the highest share among their siblings, then those that changed most."""
    found = [*map(_highest, tree.outliers.highest), *map(_mover, tree.outliers.movers)]
    content = html.Ul(found, className="outliers") if found else html.P(_why_none(tree), className="empty-note")
    return section("units-outliers", texts.OUT_TITLE, texts.OUT_SUBTITLE, [content])


def _why_none(tree: UnitTree) -> str:
    """Say why nobody is listed: that nothing could be compared is not the same as that nobody differs."""
    if any(row.agency_cost_ore.number is not None for row in tree.rows):
        return texts.OUT_NONE
    return texts.OUT_NOT_SHOWN.format(reason=reason_text(tree.rows[0].agency_cost_ore))


def _highest(high: HighShare) -> Component:
    words = texts.HIGHEST_WORDS.format(
        share=share_text(high.share_pct),
        siblings=share_text(high.siblings_share_pct),
        excess=amount_text(high.excess_ore, "mkr"),
    )
    return _item(texts.HIGHEST.format(parent=high.parent.node.name), high.row, words)


def _mover(row: TreeRow) -> Component:
    change = row.change_on_year_ore.number
    words = texts.MOVER_WORDS.format(
        change=amount_text(change, "mkr", sign=True), cost=amount_text(row.agency_cost_ore.number, "mkr")
    )
    return _item(texts.MOVER_UP if change is not None and change > 0 else texts.MOVER_DOWN, row, words)


def _item(kind: str, row: TreeRow, words: str) -> Component:
    return html.Li(
        [html.Span(kind, className="outlier-kind"), html.Span(row.node.name, className="outlier-name"), html.P(words)]
    )
