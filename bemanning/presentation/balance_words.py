"""What holding a balance list against the loaded months gave, in words: on screen and in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
        return texts.NO_SUM.format(months=spans_text(check.not_loaded)) if check.is_sum else texts.NO_MONTHS
    if not found.accounts:
        return texts.NO_ACCOUNTS
    counts = {"accounts": number_text(found.accounts, 0), "deviating": number_text(found.deviating, 0)}
    if check.agrees:
        months = len(check.months)
        several = texts.SUM_OF_MONTHS if check.is_sum else texts.SEVERAL_MONTHS
        words = texts.ONE_MONTH if months == 1 else several.format(count=number_text(months, 0))
        return (texts.AGREES if found.accounts == 1 else texts.AGREE).format(**counts, months=words)
    amount = amount_text(found.deviation_ore, "kr", 2)
    return (texts.DEVIATES if found.accounts == 1 else texts.DEVIATE).format(**counts, amount=amount)


def balance_about(check: BalanceCheck) -> str:
    """Say what was held against what; empty where nothing was."""
    if not check.months:
        return ""
    scope = texts.ABOUT_WHOLE if check.scope is None else texts.ABOUT_SCOPE.format(scope=check.scope.name)
    about = texts.ABOUT_SUM if check.is_sum else texts.ABOUT
    return about.format(file=check.file_name, scope=scope, months=spans_text(check.months))


def balance_notes(check: BalanceCheck) -> Iterator[str]:
    """Say what was not compared, and why something may differ."""
    for gap in check.gaps:
        yield texts.GAP.format(scope=gap.scope_name, months=spans_text(gap.months))
    if check.not_loaded and not check.is_sum:  # of a sum, the sentence has said it
        yield texts.NOT_LOADED_MONTHS.format(months=spans_text(check.not_loaded))
    if check.lacking:
        yield texts.LACKING_MONTHS.format(months=spans_text(check.lacking))
    if others := check.comparison.others:
        accounts = texts.SEVERAL_ACCOUNTS.format(count=number_text(len(others), 0))
        amount = amount_text(sum(others.values()), "kr", 2)
        yield (texts.OTHER if len(others) == 1 else texts.OTHERS).format(accounts=accounts, amount=amount)
    if check.profile:
        yield texts.PROFILE.format(profile=check.profile)


def balance_warnings(check: BalanceCheck) -> list[str]:
    """Say what was noticed in the file."""
    return [placed_text(fault) for fault in check.warnings]


LINE_HEADINGS = (texts.ACCOUNT, texts.MONTH, texts.LOADED, texts.LISTED, texts.DIFFERENCE)
SUM_LINE_HEADINGS = (texts.ACCOUNT, texts.MONTHS, texts.LOADED, texts.LISTED, texts.DIFFERENCE)
SUM_HEADINGS = (texts.ACCOUNT, texts.MONTHS, texts.AMOUNT)
# From this column on they are numbers.
NUMBERS_FROM = 2
# And in this one a difference, with its sign.
_DIFFERENCE = LINE_HEADINGS.index(texts.DIFFERENCE) - NUMBERS_FROM


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """A row of the answer: account, months, and amounts in öre. None: the side has no such account."""

    account: str
    months: str
    amounts_ore: tuple[int | None, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Write it."""
        amounts = (amount_digits(ore, "kr", 2, sign=at == _DIFFERENCE) for at, ore in enumerate(self.amounts_ore))
        return self.account, self.months, *amounts


@dataclass(frozen=True, slots=True)
class BalanceTable:
    """One of the answer's tables, in words. short: its title as the name of a sheet."""

    title: str
    short: str
    headings: tuple[str, ...]
    entries: tuple[BalanceRow, ...]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """Write every row."""
        return [entry.cells for entry in self.entries]


def balance_tables(check: BalanceCheck) -> list[BalanceTable]:
    """Give what does not agree: what differs month by month, and the accounts that one side lacks. None is empty."""
    found = check.comparison
    headings = SUM_LINE_HEADINGS if check.is_sum else LINE_HEADINGS
    tables = [
        BalanceTable(texts.DIFFERING, texts.DIFFERING_SHEET, headings, _lines(check)),
        BalanceTable(texts.ONLY_LOADED, texts.ONLY_LOADED_SHEET, SUM_HEADINGS, _sums(check, found.only_loaded)),
        BalanceTable(texts.NOT_LOADED, texts.NOT_LOADED_SHEET, SUM_HEADINGS, _sums(check, found.not_loaded)),
    ]
    return [table for table in tables if table.entries]


def _lines(check: BalanceCheck) -> tuple[BalanceRow, ...]:
    summed = spans_text(check.months)
    return tuple(
        BalanceRow(
            _account(line),
            summed if check.is_sum else month_text(line.month),
            (line.loaded_ore, line.balance_ore, line.difference_ore),
        )
        for line in check.comparison.differing
    )


def _sums(check: BalanceCheck, lines: Sequence[BalanceLine]) -> tuple[BalanceRow, ...]:
    return tuple(
        BalanceRow(_account(each), spans_text(check.months if check.is_sum else each.months), (each.amount_ore,))
        for each in one_sided(lines)
    )


def _account(about: BalanceLine | OneSided) -> str:
    return f"{about.account} {about.name}".strip()
