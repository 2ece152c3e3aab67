"""Enheter: the answer made visible."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from bemanning.domain.targets import NATIONAL_TARGET_PROFESSIONS
from bemanning.presentation.address import selection_query
from bemanning.presentation.addresses import UNITS_CSV_PATH, UNITS_PATH, UNITS_XLSX_PATH
from bemanning.presentation.blocks import section
from bemanning.presentation.comments import comments_panel, node_marks
from bemanning.presentation.drill_down import drill_panel
from bemanning.presentation.headings import r12_about, screen_heading
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import amount_text, month_text, share_text
from bemanning.presentation.screen_actions import screen_actions
from bemanning.presentation.texts import units as texts
from bemanning.presentation.texts.common import DEFINITION_WORDS, PROFESSION_NAMES
from bemanning.presentation.theme import Theme
from bemanning.presentation.unit_links import UnitLinks, in_place
from bemanning.presentation.unit_outliers import outliers_panel
from bemanning.presentation.unit_table import unit_table
from bemanning.presentation.unit_view import SeenRow, seen_rows
from bemanning.presentation.unit_words import EVERY, write_tree_words
from bemanning.services.comments import Comments
from bemanning.services.drill_down import DrillDown
from bemanning.services.unit_tree import UnitTree


def unit_screen(
    tree: UnitTree, drill: DrillDown | None, links: UnitLinks, theme: Theme, comments: Comments
) -> Component:
    """Build the whole screen: where the node stands, the opened cell, who stands out, the tree, and what is said."""
    seen = seen_rows(tree.rows, links.words)
    opened = [] if drill is None else [drill_panel(drill, links)]
    return html.Div(
        [
            # What is opened, for the browser's side: focus goes to it, and back when it is closed.
            dcc.Store(id="units-opened", data=write_tree_words(links.words) if drill else ""),
            screen_heading(texts.TITLE, units_headline(tree), _about(tree), tree.selection, _actions(tree, links)),
            *opened,
            outliers_panel(tree),
            section(
                "units-panel",
                texts.TREE_TITLE,
                texts.TREE_SUBTITLE.format(month=month_text(tree.selection.month, long=True)),
                [_tools(links), *_table(tree, seen, links, theme, comments)],
            ),
            comments_panel(comments),
        ],
        className="screen",
    )


def units_headline(tree: UnitTree) -> str:
    """Say what the selected node hires for."""
    row, definition = tree.rows[0], DEFINITION_WORDS[tree.selection.definition]
    if row.share.number is None:
        return texts.HEADLINE_NO_SHARE.format(name=row.node.name, reason=reason_text(row.share))
    cost, share = amount_text(row.agency_cost_ore.number, "mkr"), share_text(row.share.number)
    return texts.HEADLINE.format(name=row.node.name, cost=cost, share=share, definition=definition)


def _about(tree: UnitTree) -> str:
    profession = tree.selection.profession
    name = texts.ALL_PROFESSIONS if profession is None else f"{PROFESSION_NAMES[profession]}. "
    note = "" if profession in NATIONAL_TARGET_PROFESSIONS else texts.TARGET_NOTE
    return name + r12_about(tree.selection) + note


def _actions(tree: UnitTree, links: UnitLinks) -> list[Component]:
    """Give the actions on what is seen: the addresses carry the selection with every default filled in."""
    query = "&".join(part for part in (selection_query(tree.selection), write_tree_words(links.words)) if part)
    return screen_actions(UNITS_PATH, query, UNITS_XLSX_PATH, UNITS_CSV_PATH)


def _tools(links: UnitLinks) -> Component:
    search = dmc.TextInput(
        id="units-search", label=texts.SEARCH, placeholder=texts.SEARCH_HINT, value=links.words.search, debounce=350,
        size="sm", className="tree-search",
    )  # fmt: skip
    return html.Div(
        [
            search,
            in_place(texts.OPEN_ALL, links.href(opened=(EVERY,)), "button button-quiet"),
            in_place(texts.CLOSE_ALL, links.href(opened=()), "button button-quiet"),
        ],
        className="tree-tools",
    )


def _table(tree: UnitTree, seen: list[SeenRow], links: UnitLinks, theme: Theme, comments: Comments) -> list[Component]:
    if not any(row.is_match for row in seen):
        clear = in_place(texts.SEARCH_CLEAR, links.href(search=""))
        return [html.P([texts.SEARCH_NONE.format(search=links.words.search), " ", clear], className="empty-note")]
    keys = html.P(texts.TREE_KEYS, className="tree-keys", id="units-keys")
    return [unit_table(tree, seen, links, theme, node_marks(comments)), keys]
