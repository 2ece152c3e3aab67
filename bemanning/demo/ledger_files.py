"""The two ledgers' voucher lists: one layout to 2016-12, another from 2017-01."""

from collections.abc import Iterator

from bemanning.demo.accounts import LEDGER_CHANGE
from bemanning.demo.ledger_rows import LedgerRow, account_names, ledger_rows, unit_names
from bemanning.demo.sheets import SYNTHETIC, Cell, Column, Table
from bemanning.demo.suppliers import BY_NAME
from bemanning.domain.month import Month

_MONEY = "#,##0.00"
_WIDTHS = (10, 30, 9, 36, 9, 14, 36, 11, 48, 14, 14)
_HEADINGS_A = (
    "KONTO_ID", "KONTO", "KST_ID", "KST", "PERIOD", "VERNR", "LEVERANTOR", "MOTPART_ID", "TEXT", "UTFALL_V", "BUDGET_V",
)  # fmt: skip
_HEADINGS_B = (
    "KTO_ID", "KTO_TEXT", "ANS_ID", "ANS_TEXT", "AR_PER", "VER_NR", "LEV_NAMN", "MOTP", "FRITEXT", "UTF_V", "BUD_V",
)  # fmt: skip
_ORE_PER_KR = 100.0


def voucher_list(month: Month) -> Table:
    """Give the month's voucher list in the layout of the ledger then in use."""
    if month < LEDGER_CHANGE:
        return Table(_columns(_HEADINGS_A), _rows_a(month))
    titles = (f"{SYNTHETIC} – Verifikationslista, Hälso- och sjukvård, {month}", "Belopp i kronor, debet positivt")
    return Table(_columns(_HEADINGS_B), _rows_b(month), titles)


def _columns(headings: tuple[str, ...]) -> list[Column]:
    money = len(headings) - 2
    return [
        Column(heading, width, _MONEY if place >= money else "")
        for place, (heading, width) in enumerate(zip(headings, _WIDTHS, strict=True))
    ]


def _rows_a(month: Month) -> Iterator[tuple[Cell, ...]]:
    period = month.year * 100 + month.number
    for number, row in enumerate(ledger_rows(month), start=1):
        voucher, text = f"A{period % 10_000}-{number:05d}", f"{SYNTHETIC}: {row.text}"
        yield _cells(row, period, voucher, row.supplier, text)


def _rows_b(month: Month) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(ledger_rows(month), start=1):
        supplier = BY_NAME[row.supplier].ledger_b_name if row.supplier in BY_NAME else row.supplier
        yield _cells(row, str(month), f"{month.number:02d}{number:06d}", supplier, row.text)


def _cells(row: LedgerRow, period: Cell, voucher: str, supplier: str, text: str) -> tuple[Cell, ...]:
    # A number cell is a double by nature; two decimals of a krona survive it up to 90 000 billion.
    actual, budget = row.actual_ore / _ORE_PER_KR, row.budget_ore / _ORE_PER_KR
    names = account_names()[row.account], unit_names()[row.unit]
    codes = (row.account, names[0], row.unit, names[1])
    return (*codes, period, voucher, supplier, row.counterparty, text, actual, budget)
