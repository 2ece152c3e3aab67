"""What a proposal would do, before it is saved: figures before and after, what else follows, rows, and the way on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from bemanning.domain.mapping import AccountRule
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.presentation.actions import action_form, signature_field
from bemanning.presentation.addresses import MAPPING_SAVE_PATH
from bemanning.presentation.blocks import section
from bemanning.presentation.mapping_changes import changes_table
from bemanning.presentation.mapping_counts import counted
from bemanning.presentation.mapping_effect_cells import cost_cell, cost_change_cell, share_cell, share_change_cell
from bemanning.presentation.mapping_headline import unmapped_texts
from bemanning.presentation.missing import spans_text
from bemanning.presentation.numbers import month_text
from bemanning.presentation.tables import Cell, Column, data_table
from bemanning.presentation.texts import mapping as texts
from bemanning.presentation.texts.common import DEFINITION_LONG, PROFESSION_NAMES
from bemanning.presentation.unit_links import in_place
from bemanning.services.heroma_effect import HeromaEffect
from bemanning.services.mapping_difference import RowChange
from bemanning.services.mapping_effect import EffectRow, FiguresEffect, MappingEffect

PANEL_ID = "mapping-effect"


@dataclass(frozen=True, slots=True)
class SaveForm:
    """How the proposal is saved: what it is about in words, the button, the fields to post, and the way out.

    cancel "": a form beside it has the way out.
    """

    about: str
    submit: str
    fields: Mapping[str, str]
    cancel: str


def effect_panel(effect: MappingEffect, form: SaveForm) -> Component:
    """Show the effect, and the form that saves."""
    about = [html.P(form.about, className="effect-about")] if form.about else []
    return section(
        PANEL_ID,
        texts.EFFECT_TITLE,
        texts.EFFECT_SUBTITLE,
        [
            *about,
            *_figures(effect),
            html.H3(texts.ROWS_TITLE, className="mapping-title"),
            *changes_table(effect.changes),
            html.Div([signature_field(), _save(effect, form)], className="effect-save"),
        ],
        "panel-proposal",
    )


def refused_panel(problems: Sequence[str], cancel: str) -> Component:
    """Say why a proposal can't be saved, all reasons at once."""
    items = html.Ul([html.Li(problem) for problem in problems], className="action-problems", role="alert")
    back = html.P(in_place(texts.CANCEL, cancel, "button button-quiet"))
    return section(PANEL_ID, texts.REFUSED_TITLE, texts.REFUSED_SUBTITLE, [items, back], "panel-proposal")


def _save(effect: MappingEffect, form: SaveForm) -> Component:
    fields = {**form.fields, SEEN: str(effect.latest_change)}
    cancel = [in_place(texts.CANCEL, form.cancel, "button button-quiet")] if form.cancel else []
    return html.Div(
        [action_form(MAPPING_SAVE_PATH, [], form.submit, fields=fields), *cancel], className="effect-buttons"
    )


# The field that says what the effect was computed from.
SEEN = "sedan"


def _figures(effect: MappingEffect) -> list[Component]:
    figures = effect.figures
    if figures is None:
        return [html.P(texts.EFFECT_NO_FIGURES, className="empty-note")]
    selection = figures.selection
    about = texts.EFFECT_ABOUT.format(
        node=selection.node.name,
        month=month_text(selection.month, long=True),
        definition=DEFINITION_LONG[selection.definition],
    )
    vouchers = _vouchers_note(effect.changes)
    return [
        html.P(about, className="panel-subtitle effect-node"),
        data_table(texts.EFFECT_CAPTION, _columns(), [_row(row) for row in figures.rows], "effect-table table-stack"),
        *_heroma(figures.heroma),
        html.Dl(
            [html.Div([html.Dt(name), html.Dd(said)]) for name, said in _facts(figures)],
            className="definition effect-facts",
        ),
        *([html.P(vouchers, className="unmapped-note", role="note")] if vouchers else []),
    ]


def _columns() -> list[Column]:
    headings = (
        texts.SHARE_NOW, texts.SHARE_AFTER, texts.SHARE_CHANGE, texts.COST_NOW, texts.COST_AFTER, texts.COST_CHANGE,
    )  # fmt: skip
    return [Column(texts.PROFESSION), *(Column(heading, is_number=True) for heading in headings)]


def _row(row: EffectRow) -> list[Cell]:
    return [
        _profession(row.profession),
        share_cell(row.share_before),
        share_cell(row.share_after),
        share_change_cell(row.share_change_pp),
        cost_cell(row.cost_before_ore),
        cost_cell(row.cost_after_ore),
        cost_change_cell(row.cost_change_ore),
    ]


def _heroma(effects: Sequence[HeromaEffect]) -> list[Component]:
    """Give Heroma's own costs that become others; they are held against the ledger's on Avstämning."""
    if not effects:
        return []
    headings = (texts.HEROMA_NOW, texts.HEROMA_AFTER, texts.COST_CHANGE)
    columns = [
        Column(texts.PROFESSION), Column(texts.HEROMA_KIND), *(Column(each, is_number=True) for each in headings),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [
            _profession(each.profession),
            texts.HEROMA_KINDS[each.employment],
            cost_cell(each.before_ore),
            cost_cell(each.after_ore),
            cost_change_cell(each.change_ore),
        ]
        for each in effects
    ]
    return [
        html.H3(texts.HEROMA_TITLE, className="mapping-title effect-heroma"),
        html.P(texts.HEROMA_NOTE, className="mapping-note"),
        data_table(texts.HEROMA_TITLE, columns, rows, "effect-heroma-table table-stack"),
    ]


def _profession(profession: Profession | None) -> str:
    return texts.EVERY_PROFESSION if profession is None else PROFESSION_NAMES[profession]


def _facts(figures: FiguresEffect) -> Iterator[tuple[str, str]]:
    yield texts.EFFECT_UNMAPPED, _unmapped(figures)
    months = texts.EFFECT_NO_MONTHS
    if figures.months:
        months = f"{spans_text(figures.months)} ({counted('month', len(figures.months))})"
    yield texts.EFFECT_MONTHS, months
    yield texts.EFFECT_LOADS, counted("load", len(figures.loads)) if figures.loads else texts.EFFECT_NO_LOADS


def _unmapped(figures: FiguresEffect) -> str:
    """Say what no mapping knows before and after, kind by kind where they differ."""
    pairs = list(zip(unmapped_texts(figures.unmapped_before), unmapped_texts(figures.unmapped_after), strict=True))
    changed = [
        texts.EFFECT_UNMAPPED_CHANGE.format(
            before=before or texts.UNMAPPED_NOTHING, after=after or texts.UNMAPPED_NOTHING
        )
        for before, after in pairs
        if before != after
    ]
    if changed:
        return "; ".join(changed)
    same = texts.AND.join(before for before, _ in pairs if before) or texts.UNMAPPED_NOTHING
    return texts.EFFECT_UNMAPPED_SAME.format(before=same)


def _vouchers_note(changes: Sequence[RowChange]) -> str:
    """Say that an account's vouchers come later, where it begins to count as agency cost."""
    accounts = sorted(
        {each.after.account for each in changes if _is_agency(each.after) and not _is_agency(each.before)}
    )
    if not accounts:
        return ""
    one = texts.ACCOUNT_ONE if len(accounts) == 1 else texts.ACCOUNT_SEVERAL
    return texts.VOUCHERS_NOTE.format(accounts=one.format(accounts=", ".join(accounts)))


def _is_agency(row: object) -> bool:
    return isinstance(row, AccountRule) and row.cost_kind is CostKind.AGENCY
