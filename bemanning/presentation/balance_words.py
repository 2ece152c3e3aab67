"""What holding a balance list against the loaded months gave, in words: on screen and in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bemanning.presentation.fault_texts import placed_text
from bemanning.presentation.missing import spans_text
from bemanning.presentation.numbers import amount_digits, amount_text, month_text, number_text
from bemanning.presentation.texts import balance as texts
from bemanning.services.balance_check import BalanceCheck, BalanceLine, OneSided, one_sided


def balance_sentence(check: BalanceCheck) -> str:
    """Say in a sentence whether it agrees."""
    found = check.comparison
    if not check.months:
        return texts.NO_MONTHS
    if not found.accounts:
        return texts.NO_ACCOUNTS
    counts = {"accounts": number_text(found.accounts, 0), "deviating": number_text(found.deviating, 0)}
    if check.agrees:
        months = len(check.months)
        words = texts.ONE_MONTH if months == 1 else texts.SEVERAL_MONTHS.format(count=number_text(months, 0))
        return (texts.AGREES if found.accounts == 1 else texts.AGREE).format(**counts, months=words)
    amount = amount_text(found.deviation_ore, "kr", 2)
    return (texts.DEVIATES if found.accounts == 1 else texts.DEVIATE).format(**counts, amount=amount)


def balance_about(check: BalanceCheck) -> str:
    """Say what was held against what; empty where nothing was."""
    if not check.months:
        return ""
    scope = texts.ABOUT_WHOLE if check.scope is None else texts.ABOUT_SCOPE.format(scope=check.scope.name)
    return texts.ABOUT.format(file=check.file_name, scope=scope, months=spans_text(check.months))


def balance_notes(check: BalanceCheck) -> Iterator[str]:
    """Say what was not compared, and why something may differ."""
    for gap in check.gaps:
        yield texts.GAP.format(scope=gap.scope_name, months=spans_text(gap.months))
    if check.not_loaded:
        yield texts.NOT_LOADED_MONTHS.format(months=spans_text(check.not_loaded))
    if check.lacking:
        yield texts.LACKING_MONTHS.format(months=spans_text(check.lacking))
    if others := check.comparison.others:
        accounts = texts.SEVERAL_ACCOUNTS.format(count=number_text(len(others), 0))
        amount = amount_text(sum(others.values()), "kr", 2)
        yield (texts.OTHER if len(others) == 1 else texts.OTHERS).format(accounts=accounts, amount=amount)


def balance_warnings(check: BalanceCheck) -> list[str]:
    """Say what was noticed in the file."""
    return [placed_text(fault) for fault in check.warnings]


LINE_HEADINGS = (texts.ACCOUNT, texts.MONTH, texts.LOADED, texts.LISTED, texts.DIFFERENCE)
SUM_HEADINGS = (texts.ACCOUNT, texts.MONTHS, texts.AMOUNT)
# From this column on they are numbers.
NUMBERS_FROM = 2


def line_cells(line: BalanceLine) -> tuple[str, ...]:
    """Write account, month, what is loaded, what the list says, and the difference."""
    return (
        _account(line),
        month_text(line.month),
        amount_digits(line.loaded_ore, "kr", 2),
        amount_digits(line.balance_ore, "kr", 2),
        amount_digits(line.difference_ore, "kr", 2, sign=True),
    )


def sum_cells(account: OneSided) -> tuple[str, ...]:
    """Write account, months, and what the side that has it says."""
    return _account(account), spans_text(account.months), amount_digits(account.amount_ore, "kr", 2)


def _account(about: BalanceLine | OneSided) -> str:
    return f"{about.account} {about.name}".strip()


@dataclass(frozen=True, slots=True)
class BalanceTable:
    """One of the answer's tables, in words."""

    title: str
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]]


def balance_tables(check: BalanceCheck) -> list[BalanceTable]:
    """Give what does not agree: what differs month by month, and the accounts that one side lacks. None is empty."""
    found = check.comparison
    tables = [
        BalanceTable(texts.DIFFERING, LINE_HEADINGS, [line_cells(line) for line in found.differing]),
        BalanceTable(texts.ONLY_LOADED, SUM_HEADINGS, [sum_cells(each) for each in one_sided(found.only_loaded)]),
        BalanceTable(texts.NOT_LOADED, SUM_HEADINGS, [sum_cells(each) for each in one_sided(found.not_loaded)]),
    ]
    return [table for table in tables if table.rows]
