"""The sheet Underlag: a cell's suppliers and every voucher, with sums that a spreadsheet can check."""

from __future__ import annotations

from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from bemanning.domain.money import ORE_PER_KR
from bemanning.export.page import Page
from bemanning.export.workbook_styles import KR, KR_ORE, Styles
from bemanning.presentation.drill_down import cell_title, supplier_name
from bemanning.presentation.missing import reason_text
from bemanning.presentation.texts import units as texts
from bemanning.services.drill_down import DrillDown

_WIDTHS = (34, 20, 40, 14, 34, 20)


def write_drill_sheet(sheet: Worksheet, styles: Styles, drill: DrillDown) -> None:
    """Write title, suppliers with the sum, and vouchers. A missing cell says why instead."""
    page = Page(sheet, styles, _WIDTHS)
    page.title(cell_title(drill))
    if drill.cell_ore.number is None:
        page.put(0, texts.CELL_MISSING.format(reason=reason_text(drill.cell_ore)), "text")
        return
    _write_suppliers(page, drill)
    page.section(texts.VOUCHERS if drill.cell.supplier is None else supplier_name(drill.cell.supplier))
    _write_vouchers(page, drill)


def _write_suppliers(page: Page, drill: DrillDown) -> None:
    page.headings((texts.SUPPLIER, texts.VOUCHER_COUNT, texts.AMOUNT_KR), frozenset({1, 2}))
    for each in drill.suppliers:
        page.put(0, supplier_name(each.supplier), "cell")
        page.put(1, Fraction(each.rows), "cell", KR)
        page.put(2, _kr(each.amount_ore), "cell", KR_ORE)
        page.row += 1
    for words, value in ((texts.WITHOUT_VOUCHERS, drill.without_vouchers_ore), (texts.SUM, drill.cell_ore)):
        page.put(0, words, "strong")
        page.put(2, _kr(value.number or Fraction(0)), "strong", KR_ORE)
        page.row += 1


def _write_vouchers(page: Page, drill: DrillDown) -> None:
    page.headings(
        (texts.MONTH, texts.VOUCHER, texts.ANSVAR, texts.ACCOUNT, texts.SUPPLIER, texts.AMOUNT_KR), frozenset({5})
    )
    for voucher in drill.vouchers:
        unit = f"{voucher.ansvar.name} ({voucher.ansvar.code})"
        words = (str(voucher.month), voucher.voucher, unit, voucher.account, supplier_name(voucher.supplier))
        for column, text in enumerate(words):
            page.put(column, text, "cell", "@")
        page.put(len(words), _kr(voucher.amount_ore), "cell", KR_ORE)
        page.row += 1


def _kr(amount_ore: Fraction | int) -> Fraction:
    return Fraction(amount_ore) / ORE_PER_KR
