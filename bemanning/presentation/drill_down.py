"""A cost cell, opened: months, suppliers, vouchers, and what has no vouchers; every sum is there to be checked."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from bemanning.domain.month import Month
from bemanning.presentation.blocks import aria, section
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import (
    MISSING,
    amount_digits,
    amount_text,
    month_text,
    number_text,
    percent_int_text,
)
from bemanning.presentation.tables import Cell, Column, data_table
from bemanning.presentation.texts import units as texts
from bemanning.presentation.texts.common import PROFESSION_NAMES
from bemanning.presentation.unit_links import UnitLinks, in_place
from bemanning.services.drill_down import DrillCell, DrillDown, SupplierSum, Voucher

_PERCENT = 100


def drill_panel(drill: DrillDown, links: UnitLinks) -> Component:
    """Draw the opened cell with the way back."""
    close = in_place(texts.CELL_CLOSE, links.cell(None), "button button-quiet", id="units-cell-close")
    parts = [_months(drill, links), *_sums(drill, links)]
    return section("units-cell", cell_title(drill), _subtitle(drill), [*parts, html.P(close, className="actions")])


def cell_title(drill: DrillDown) -> str:
    """Name the cell: node and period."""
    return texts.CELL_TITLE.format(node=drill.node.name, period=period_text(drill))


def period_text(drill: DrillDown) -> str:
    """Name the cell's period."""
    if drill.cell.month is not None:
        return month_text(drill.cell.month, long=True)
    return texts.CELL_R12.format(month=month_text(drill.selection.month, long=True))


def supplier_name(supplier: str) -> str:
    """Name a supplier; some exports have none."""
    return supplier or texts.NO_SUPPLIER


def _subtitle(drill: DrillDown) -> str:
    if drill.cell_ore.number is None:
        return texts.CELL_MISSING.format(reason=reason_text(drill.cell_ore))
    profession = drill.selection.profession
    name = texts.ALL_PROFESSIONS if profession is None else f"{PROFESSION_NAMES[profession]}. "
    return texts.CELL_SUBTITLE.format(profession=name, amount=amount_text(drill.cell_ore.number, "kr", 2))


def _months(drill: DrillDown, links: UnitLinks) -> Component:
    """Give the periods to choose from: the twelve months together, or one of them."""
    whole = html.Li(_period_link(None, texts.R12, drill, links))
    each = [
        html.Li(_period_link(month, f"{month_text(month)}: {_tkr(amount)}", drill, links))
        for month, amount in drill.by_month
    ]
    return html.Nav(html.Ul([whole, *each], className="periods"), **aria(label=texts.MONTHS))


def _tkr(amount_ore: int | None) -> str:
    return MISSING if amount_ore is None else amount_text(amount_ore, "tkr", 0)


def _period_link(month: Month | None, words: str, drill: DrillDown, links: UnitLinks) -> Component:
    is_current = drill.cell.month == month
    current = aria(current="true") if is_current else {}
    name = "period period-current" if is_current else "period"
    return in_place(words, links.cell(DrillCell(drill.cell.node, month)), name, **current)


def _sums(drill: DrillDown, links: UnitLinks) -> list[Component]:
    if drill.cell_ore.number is None:
        return []
    parts: list[Component] = [_suppliers(drill, links)]
    without = drill.without_vouchers_ore.number
    if without:
        parts.append(html.P(texts.WITHOUT_WHY, className="empty-note"))
    return [*parts, *_vouchers(drill, links)]


def _suppliers(drill: DrillDown, links: UnitLinks) -> Component:
    columns = [
        Column(texts.SUPPLIER),
        Column(texts.VOUCHER_COUNT, is_number=True),
        Column(texts.AMOUNT_KR, is_number=True),
        Column(texts.PART, is_number=True),
    ]
    rows: list[list[Cell]] = [_supplier_row(each, drill, links) for each in drill.suppliers]
    without, total = drill.without_vouchers_ore.number, drill.cell_ore.number
    if without:
        rows.append([texts.WITHOUT_VOUCHERS, "", kr_digits(int(without)), _part(int(without), drill)])
    count = sum(each.rows for each in drill.suppliers)
    rows.append([texts.SUM, number_text(count, 0), amount_digits(total, "kr", 2), _part(int(total or 0), drill)])
    return data_table(texts.SUPPLIERS, columns, rows, "sums suppliers")


def _supplier_row(each: SupplierSum, drill: DrillDown, links: UnitLinks) -> list[Cell]:
    cell = DrillCell(drill.cell.node, drill.cell.month, each.supplier)
    name = in_place(supplier_name(each.supplier), links.cell(cell))
    return [name, number_text(each.rows, 0), kr_digits(each.amount_ore), _part(each.amount_ore, drill)]


def _part(amount_ore: int, drill: DrillDown) -> str:
    total = drill.cell_ore.number
    return percent_int_text(_PERCENT * amount_ore / total) if total else MISSING


def kr_digits(amount_ore: int) -> str:
    """Write an amount in kronor and öre."""
    return amount_digits(amount_ore, "kr", 2)


def _vouchers(drill: DrillDown, links: UnitLinks) -> list[Component]:
    if not drill.vouchers:
        return []
    supplier = drill.cell.supplier
    title = texts.VOUCHERS if supplier is None else texts.VOUCHERS_OF.format(supplier=supplier_name(supplier))
    columns = [Column(texts.MONTH), Column(texts.VOUCHER), Column(texts.ANSVAR), Column(texts.ACCOUNT),
               Column(texts.SUPPLIER), Column(texts.AMOUNT_KR, is_number=True)]  # fmt: skip
    rows: list[list[Cell]] = [_voucher_row(voucher) for voucher in drill.vouchers]
    left = drill.vouchers_left
    if left.rows:
        words = texts.VOUCHERS_LEFT.format(count=number_text(left.rows, 0))
        rows.append([words, "", "", "", "", kr_digits(left.amount_ore)])
    total = left.amount_ore + sum(voucher.amount_ore for voucher in drill.vouchers)
    rows.append([texts.SUM, "", "", "", "", kr_digits(total)])
    whole = links.cell(DrillCell(drill.cell.node, drill.cell.month))
    way = [] if supplier is None else [in_place(texts.VOUCHERS_ALL, whole)]
    return [html.H3(title, className="vouchers-title"), *way, data_table(title, columns, rows, "table-tall vouchers")]


def _voucher_row(voucher: Voucher) -> list[Cell]:
    return [
        month_text(voucher.month),
        voucher.voucher,
        f"{voucher.ansvar.name} ({voucher.ansvar.code})",
        voucher.account,
        supplier_name(voucher.supplier),
        kr_digits(voucher.amount_ore),
    ]
