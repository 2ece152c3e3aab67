"""The answer to a balance list as a workbook: what the screen says, and every row in true numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from io import BytesIO

from xlsxwriter import Workbook

from bemanning.domain.money import ORE_PER_KR
from bemanning.export.exported_file import ExportedFile, dated
from bemanning.export.file_table import FileTable, write_table
from bemanning.export.page import Page
from bemanning.export.workbook_setup import new_workbook, set_up_print
from bemanning.export.workbook_styles import Styles, number_format
from bemanning.presentation.balance_words import (
    NUMBERS_FROM,
    BalanceTable,
    balance_notes,
    balance_sentence,
    balance_tables,
    balance_warnings,
)
from bemanning.presentation.file_names import file_slug
from bemanning.presentation.missing import spans_text
from bemanning.presentation.numbers import moment_text
from bemanning.presentation.texts import balance as texts
from bemanning.services.balance_check import BalanceCheck

_WIDTHS = (44, 24, 18, 18, 18)
_FACT_WIDTHS = (16, 104)
_KR = number_format(2)


def balance_workbook(check: BalanceCheck, made_at: datetime) -> ExportedFile:
    """Write the workbook: the same answer and moment give the same bytes. An account that a side lacks is yellow."""
    buffer = BytesIO()
    workbook = new_workbook(buffer, texts.WORKBOOK_TITLE, check.file_name, made_at)
    styles = Styles(workbook)
    _write_answer(workbook, styles, check, made_at)
    for name, table in _tables(check):
        page = Page(workbook.add_worksheet(name), styles, _WIDTHS[: len(table.headings)])
        page.title(table.title)
        page.sheet.repeat_rows(page.row)
        page.sheet.freeze_panes(page.row + 1, 0)
        write_table(page, table, heading_height=22)
    for sheet in workbook.worksheets():
        set_up_print(sheet, f"{texts.WORKBOOK_TITLE}: {check.file_name}", moment_text(made_at))
    workbook.close()
    return ExportedFile(file_name(check, made_at), buffer.getvalue())


def file_name(check: BalanceCheck, made_at: datetime) -> str:
    """Name the file by what and when: saldolista_2018-01_2018-12_pv_2019-01-15.xlsx."""
    stated = sorted({*check.months, *check.not_loaded})
    months = dict.fromkeys(map(str, (*stated[:1], *stated[-1:])))
    scope = file_slug(check.scope.code) if check.scope else ""
    return dated("_".join(part for part in ("saldolista", *months, scope) if part), made_at, "xlsx")


def _write_answer(workbook: Workbook, styles: Styles, check: BalanceCheck, made_at: datetime) -> None:
    page = Page(workbook.add_worksheet(texts.ANSWER_SHEET), styles, _FACT_WIDTHS)
    page.title(texts.WORKBOOK_TITLE)
    months = spans_text(check.months)
    facts = (
        balance_sentence(check),
        check.file_name,
        check.scope.name if check.scope else texts.WHOLE,
        texts.SUM_MONTHS.format(months=months) if check.is_sum and months else months,
        moment_text(made_at),
    )
    for label, text in zip(texts.FACTS, facts, strict=True):
        if not text:
            continue
        page.put(0, label, "label")
        page.put(1, text, "fact" if label == texts.FACTS[0] else "plain")
        page.row += 1
    if notes := [*balance_notes(check), *balance_warnings(check)]:
        page.section(texts.NOTES)
        for note in notes:
            page.across(note, "wrapped")


def _tables(check: BalanceCheck) -> Iterator[tuple[str, FileTable]]:
    """Give the tables of the screen, then the accounts that agree, and those that are of no concern."""
    for table in balance_tables(check):
        yield table.short, _in_kr(table)
    if matched := check.comparison.matched:
        yield texts.AGREEING_SHEET, FileTable(texts.AGREEING, (texts.ACCOUNT,), tuple((each,) for each in matched), {})
    if others := check.comparison.others:
        rows = tuple((account, Fraction(ore, ORE_PER_KR)) for account, ore in others.items())
        yield texts.OTHERS_SHEET, FileTable(texts.OTHERS_TITLE, (texts.ACCOUNT, texts.AMOUNT), rows, {1: _KR})


def _in_kr(table: BalanceTable) -> FileTable:
    rows = tuple(
        (row.account, row.months, *(None if ore is None else Fraction(ore, ORE_PER_KR) for ore in row.amounts_ore))
        for row in table.entries
    )
    formats = dict.fromkeys(range(NUMBERS_FROM, len(table.headings)), _KR)
    return FileTable(table.title, table.headings, rows, formats)
