"""One row's form: what it says today, fields for what it is to say, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from bemanning.domain.month import MONTHS_IN_YEAR, Month, month_range
from bemanning.domain.organisation import Node
from bemanning.domain.vocabulary import NodeKind
from bemanning.presentation.address import PROFESSION_WORDS
from bemanning.presentation.addresses import MAPPING_PATH
from bemanning.presentation.blocks import section
from bemanning.presentation.mapping_fields import KIND_WORDS, LEVEL_WORDS, PARTS, stored_fields
from bemanning.presentation.mapping_links import MappingLinks
from bemanning.presentation.mapping_seen import UnmappedLine, meaning_text, unmapped_lines, valid_text
from bemanning.presentation.mapping_sums import sum_text
from bemanning.presentation.mapping_words import (
    BEGINS,
    DO,
    DROP_REST,
    FIRST,
    GROUP,
    KEY,
    KIND,
    LAST,
    LEVEL,
    NAME,
    REST,
    ROW,
    TARGET,
    Do,
    MappingTable,
    RowWords,
)
from bemanning.presentation.swedish_order import swedish_key
from bemanning.presentation.texts import mapping as texts
from bemanning.presentation.texts.common import PROFESSION_NAMES
from bemanning.presentation.unit_links import in_place
from bemanning.services.mapping_board import MappingBoard
from bemanning.services.mapping_difference import key_of

PANEL_ID = "mapping-form"
# Which unmapped kind a table's row would mend.
_KIND_OF = {
    MappingTable.ACCOUNTS: "account",
    MappingTable.CODES: "code",
    MappingTable.UNITS: "unit",
    MappingTable.UNIT_ALIASES: "unit",
    MappingTable.SUPPLIERS: "supplier",
}
_LONGEST_LIST = 100
# Controls side by side stand in line: what explains one stands beneath it.
_ORDER = ["label", "input", "description", "error"]


@dataclass(frozen=True, slots=True)
class _Row:
    """The row that the form is about, and what is known of it. stored None: nothing holds it yet."""

    words: RowWords
    board: MappingBoard
    stored: Any
    node: Node | None
    unmapped: UnmappedLine | None

    @property
    def is_kept(self) -> bool:
        """Tell whether there is a row to correct or take away."""
        return self.stored is not None

    @property
    def fields(self) -> Mapping[str, str]:
        """What the form shows: what was filled in, or else what is stored."""
        if self.words.do is Do.SAVE:
            return self.words.fields
        return {LEVEL: "ansvar", **self._known_name(), **stored_fields(self.words.table, self.stored, self.node)}

    def _known_name(self) -> dict[str, str]:
        return {} if self.unmapped is None else {NAME: self.unmapped.name}


def row_panel(words: RowWords, board: MappingBoard, links: MappingLinks) -> Component:
    """Give the panel with the form."""
    row = _find(words, board)
    titles = texts.FORM_TITLES if words.key else texts.FORM_NEW_TITLES
    return section(
        PANEL_ID,
        titles[words.table].format(key=words.key),
        " ".join(_today(row)),
        [_form(row, links), *_either(row, links)],
        "panel-proposal",
    )


def _find(words: RowWords, board: MappingBoard) -> _Row:
    part = PARTS[words.table]
    rows = getattr(board.mappings, part) or ()
    stored = next((each for each in rows if key_of(part, each) == words.key and each.valid_from == words.begins), None)
    nodes = (board.mappings.nodes or ()) if words.table is MappingTable.UNITS else ()
    unmapped = (line for line in unmapped_lines(board) if (line.kind, line.code) == (_KIND_OF[words.table], words.key))
    return _Row(words, board, stored, next((n for n in nodes if n.code == words.key), None), next(unmapped, None))


def _today(row: _Row) -> Iterator[str]:
    if row.is_kept:
        nodes = {node.code: node for node in row.board.mappings.nodes or ()}
        said = meaning_text(row.words.table, row.stored, nodes)
        yield texts.FORM_OLD.format(row=said, valid=valid_text(row.stored.valid_from, row.stored.valid_to))
    if row.unmapped is not None:
        if not row.is_kept:
            yield texts.FORM_NEW
        # A row may hold in some months and leave others without.
        yield (texts.FORM_REST if row.is_kept else texts.FORM_SUM).format(sum=sum_text(row.unmapped))


def _form(row: _Row, links: MappingLinks) -> Component:
    if row.words.table is MappingTable.UNITS and not row.board.mappings.nodes:
        return html.P(texts.FORM_NO_NODES, className="empty-note")
    fixed = [*links.pairs(), (ROW, f"{row.words.table}:{row.words.key}"), (DO, Do.SAVE)]
    if row.words.begins is not None:
        fixed.append((BEGINS, str(row.words.begins)))
    data: dict[str, Any] = {"data-address": MAPPING_PATH, "data-fixed": urlencode(fixed)}
    return html.Form(
        [
            html.Div([*_key(row), *_meaning(row)], className="fields"),
            html.Div(_span(row), className="fields"),
            html.Div(
                [
                    html.Button(texts.SHOW_EFFECT, type="submit", className="button button-primary"),
                    in_place(texts.CANCEL, links.plain(), "button button-quiet"),
                    *_remove(row, links),
                ],
                className="action-buttons",
            ),
        ],
        className="row-form", disable_n_clicks=True, **data,
    )  # fmt: skip


def _remove(row: _Row, links: MappingLinks) -> list[Component]:
    if not row.is_kept:
        return []
    words = RowWords(row.words.table, row.words.key, row.words.begins, Do.REMOVE)
    return [in_place(texts.REMOVE, links.row(words), "button button-quiet button-remove")]


def _key(row: _Row) -> list[Component]:
    return [] if row.words.key else [_text(KEY, texts.CODE_HEADINGS[row.words.table], row.fields)]


def _meaning(row: _Row) -> list[Component]:
    fields, professions = row.fields, _worded(PROFESSION_WORDS, PROFESSION_NAMES)
    match row.words.table:
        case MappingTable.ACCOUNTS:
            return [
                _select(KIND, texts.COST_KIND, fields, _worded(KIND_WORDS, texts.COST_KIND_NAMES)),
                _select(GROUP, texts.PROFESSION, fields, professions, texts.PROFESSION_HELP),
                _text(NAME, texts.NAME, fields),
            ]
        case MappingTable.CODES:
            return [
                _select(GROUP, texts.PROFESSION, fields, professions),
                _text(NAME, texts.NAME, fields),
            ]
        case MappingTable.UNITS:
            return [
                _text(NAME, texts.UNIT_NAME, fields),
                _select(LEVEL, texts.LEVEL, fields, _worded(LEVEL_WORDS, texts.LEVEL_NAMES)),
                _select(TARGET, texts.TARGET_HEADINGS[row.words.table], fields, _nodes(row, units=False)),
            ]
        case MappingTable.UNIT_ALIASES:
            return [_select(TARGET, texts.TARGET_HEADINGS[row.words.table], fields, _nodes(row, units=True))]
        case _:
            return [_supplier(row)]


def _span(row: _Row) -> list[Component]:
    fields = row.fields
    months = [
        _month(FIRST, texts.FROM_LABEL, texts.FROM_BLANK, row),
        _month(LAST, texts.TO_LABEL, texts.TO_BLANK, row),
    ]
    if not row.is_kept:
        return months
    choices = ((texts.REST_KEEP, ""), (texts.REST_DROP, DROP_REST))
    rest = dmc.RadioGroup(
        [dmc.Radio(label=label, value=value, size="sm") for label, value in choices],
        id=f"mapping-{REST}", name=REST, label=texts.REST, value=fields.get(REST, ""), size="sm", className="rest",
    )  # fmt: skip
    return [*months, rest]


def _nodes(row: _Row, *, units: bool) -> list[dict[str, str]]:
    """Offer the units, or what lies above them; and what is chosen already, whatever that is."""
    chosen = row.fields.get(TARGET, "")
    nodes = [node for node in row.board.mappings.nodes or () if (node.kind is NodeKind.UNIT) is units]
    options = [{"value": node.code, "label": f"{node.name} ({node.code})"} for node in nodes]
    if chosen and chosen not in {node.code for node in nodes}:
        options.append({"value": chosen, "label": chosen})
    return sorted(options, key=lambda option: swedish_key(option["label"]))


def _supplier(row: _Row) -> Component:
    names = {alias.supplier for alias in row.board.mappings.supplier_aliases or ()}
    control: Component = dmc.Autocomplete(
        id=f"mapping-{TARGET}", name=TARGET, label=texts.TARGET_HEADINGS[row.words.table],
        data=sorted(names, key=swedish_key), value=row.fields.get(TARGET, ""), limit=_LONGEST_LIST, size="sm",
    )  # fmt: skip
    return control


def _month(word: str, label: str, blank: str, row: _Row) -> Component:
    """Give a control where a month is chosen or typed. blank: what it means to leave it so."""
    control: Component = dmc.Autocomplete(
        id=f"mapping-{word}", name=word, label=label, description=texts.MONTH_HELP, placeholder=blank,
        data=months_offered(row.board.months), value=row.fields.get(word, ""), clearable=True,
        filter={"function": "monthsToChoose"}, maxDropdownHeight=320, size="sm", inputWrapperOrder=_ORDER,
    )  # fmt: skip
    return control


def months_offered(loaded: Sequence[Month]) -> list[str]:
    """Give the months to choose among, latest first: the loaded ones, and a year that is not loaded yet."""
    if not loaded:
        return []
    return [str(month) for month in month_range(loaded[0], loaded[-1].plus(MONTHS_IN_YEAR))][::-1]


def _text(word: str, label: str, fields: Mapping[str, str]) -> Component:
    control: Component = dmc.TextInput(
        id=f"mapping-{word}", name=word, label=label, value=fields.get(word, ""), size="sm", autoComplete="off",
    )  # fmt: skip
    return control


def _worded(words: Mapping[str, Any], names: Mapping[Any, str]) -> list[dict[str, str]]:
    return [{"value": word, "label": names[meaning]} for word, meaning in words.items()]


def _select(
    word: str, label: str, fields: Mapping[str, str], options: Sequence[Mapping[str, str]], help_text: str = ""
) -> Component:
    known = {option["value"] for option in options}
    chosen = fields.get(word, "")
    control: Component = dmc.Select(
        id=f"mapping-{word}", name=word, label=label, description=help_text or None, data=list(options),
        value=chosen if chosen in known else None, placeholder=texts.CHOOSE, searchable=True, clearable=True,
        nothingFoundMessage=texts.NOTHING_FOUND, size="sm", maxDropdownHeight=320, inputWrapperOrder=_ORDER,
    )  # fmt: skip
    return control


def _either(row: _Row, links: MappingLinks) -> list[Component]:
    """Offer the other way for a unit that only Heroma knows: it may be an ansvar under another code."""
    unmapped = row.unmapped
    is_heroma = row.words.table is MappingTable.UNITS and unmapped is not None and not unmapped.amount_ore
    if unmapped is None or not is_heroma or row.is_kept:
        return []
    href = links.form(MappingTable.UNIT_ALIASES, row.words.key)
    link = in_place(texts.EITHER_LINK.format(key=row.words.key), href)
    return [html.P([texts.EITHER.format(key=row.words.key), " ", link], className="mapping-note for-changing")]
