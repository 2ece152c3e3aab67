"""A balance list of the ledger against what is loaded: account by account and month by month, to the öre."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bemanning.domain.faults import Fault
from bemanning.domain.mapping import AccountRule, Scope
from bemanning.domain.month import Month
from bemanning.domain.value import ScopeGap

# (account, month) → öre. An account is there in all of the months as soon as it is in one.
Amounts = Mapping[tuple[str, Month], int]


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """An account's month that does not agree. None: the account is not there at all, on that side."""

    account: str
    name: str
    month: Month
    loaded_ore: int | None
    balance_ore: int | None

    @property
    def difference_ore(self) -> int:
        """How much more is loaded than the list says."""
        return (self.loaded_ore or 0) - (self.balance_ore or 0)


@dataclass(frozen=True, slots=True)
class OneSided:
    """An account that only one side has: its months with an amount, and their sum."""

    account: str
    name: str
    months: tuple[Month, ...]
    amount_ore: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing gave. Accounts with nothing but zeros, which the other side lacks, are in none of it.

    matched: the accounts on both sides that agree in every month. differing: those that do not, month by month.
    only_loaded: months of accounts that the list lacks. not_loaded: months of accounts that a mapping knows and that
    are not loaded. others: the accounts of the list that are neither loaded nor mapped → their sum in öre.
    """

    matched: tuple[str, ...]
    differing: tuple[BalanceLine, ...]
    only_loaded: tuple[BalanceLine, ...]
    not_loaded: tuple[BalanceLine, ...]
    others: Mapping[str, int]

    @property
    def lines(self) -> tuple[BalanceLine, ...]:
        """Everything that does not agree."""
        return (*self.differing, *self.only_loaded, *self.not_loaded)

    @property
    def deviating(self) -> int:
        """How many accounts do not agree."""
        return len({line.account for line in self.lines})

    @property
    def accounts(self) -> int:
        """How many accounts were held against each other."""
        return len(self.matched) + self.deviating

    @property
    def deviation_ore(self) -> int:
        """The differences' sum, none set off against another."""
        return sum(abs(line.difference_ore) for line in self.lines)


@dataclass(frozen=True, slots=True)
class BalanceCheck:
    """The whole answer. scope: the one asked for; None: the whole region.

    months: those of the file that are loaded, and so compared. not_loaded: its other months. lacking: closed months of
    the same years that the file lacks. gaps: scopes that lack some of the months, though another has them.
    is_sum: the file has one amount per account, of all its months; it is held against their sum, if all are loaded, and
    each line stands on the last of them. profile: the saved one that the file was read by, if any was.
    """

    file_name: str
    scope: Scope | None
    months: tuple[Month, ...]
    not_loaded: tuple[Month, ...]
    lacking: tuple[Month, ...]
    gaps: tuple[ScopeGap, ...]
    comparison: Comparison
    warnings: tuple[Fault, ...] = ()
    is_sum: bool = False
    profile: str = ""

    @property
    def agrees(self) -> bool:
        """Tell whether something was compared, and all of it agrees."""
        return bool(self.months) and bool(self.comparison.matched) and not self.comparison.lines


def one_sided(lines: Sequence[BalanceLine]) -> tuple[OneSided, ...]:
    """Gather each account's months, where only one side has the account."""
    by_account: dict[str, list[BalanceLine]] = {}
    for line in lines:
        by_account.setdefault(line.account, []).append(line)
    return tuple(_one_sided(account, of) for account, of in by_account.items())


def _one_sided(account: str, lines: Sequence[BalanceLine]) -> OneSided:
    amount_ore = sum((line.loaded_ore or 0) + (line.balance_ore or 0) for line in lines)
    return OneSided(account, lines[0].name, tuple(line.month for line in lines), amount_ore)


def compare(loaded: Amounts, listed: Amounts, months: Sequence[Month], rules: Sequence[AccountRule]) -> Comparison:
    """Hold the two against each other in the months, in which both speak: what one side lacks there is zero."""
    sides = _Sides(loaded, listed, tuple(sorted(months)), _names(rules))
    ours, theirs = _accounts(loaded, sides.months), _accounts(listed, sides.months)
    known = _known(rules, listed, sides.months)
    both = sorted(ours & theirs)
    differing = tuple(line for account in both for line in sides.lines(account))
    differ = {line.account for line in differing}
    strange = sorted(theirs - ours)
    return Comparison(
        matched=tuple(account for account in both if account not in differ),
        differing=differing,
        only_loaded=tuple(line for account in sorted(ours - theirs) for line in sides.lines(account, listed=False)),
        not_loaded=tuple(line for each in strange if each in known for line in sides.lines(each, loaded=False)),
        others=dict(sides.sums(account for account in strange if account not in known)),
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    loaded: Amounts
    listed: Amounts
    months: tuple[Month, ...]
    names: Mapping[str, str]

    def lines(self, account: str, *, loaded: bool = True, listed: bool = True) -> Iterator[BalanceLine]:
        """Give the account's months that do not agree."""
        for month in self.months:
            ours = self.loaded.get((account, month), 0) if loaded else None
            theirs = self.listed.get((account, month), 0) if listed else None
            line = BalanceLine(account, self.names.get(account, ""), month, ours, theirs)
            if line.difference_ore:
                yield line

    def sums(self, accounts: Iterator[str]) -> Iterator[tuple[str, int]]:
        """Sum the list's accounts that are not all zero."""
        for account in accounts:
            amounts = [self.listed.get((account, month), 0) for month in self.months]
            if any(amounts):
                yield account, sum(amounts)


def _accounts(amounts: Amounts, months: Sequence[Month]) -> set[str]:
    within = set(months)
    return {account for account, month in amounts if month in within}


def _names(rules: Sequence[AccountRule]) -> dict[str, str]:
    return {rule.account: rule.name for rule in sorted(rules, key=lambda rule: rule.valid_from) if rule.name}


def _known(rules: Sequence[AccountRule], listed: Amounts, months: Sequence[Month]) -> set[str]:
    """Give the accounts that a mapping knows in some of the months in which the list has an amount for them."""
    return {
        rule.account
        for rule in rules
        if any(listed.get((rule.account, month)) for month in months if rule.valid_from <= month <= rule.valid_to)
    }
