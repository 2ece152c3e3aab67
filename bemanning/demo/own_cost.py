"""The region's own cost per unit, month and account: exact per profession and calendar year."""

from functools import cache

from bemanning.demo.accounts import OTHER_ACCOUNTS, OWN_ACCOUNTS, STAFF_OTHER_ACCOUNTS, Account
from bemanning.demo.apportion import apportion, apportion_by_key
from bemanning.demo.chance import chance, wobble
from bemanning.demo.published import OWN_KR, STAFF_OWN_KR
from bemanning.demo.units import HEALTH_CARE, STAFF, Unit, health_care_units, staff_units
from bemanning.domain.money import ORE_PER_KR
from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.vocabulary import CostKind, Profession

# Wages are revised in April; holiday pay makes the summer dearer; overtime follows the summer.
_REVISION_MONTH, _REVISION = 4, 1.022
_SEASON = {6: 1.01, 7: 1.05, 8: 1.03}
_OVERTIME_SEASON = {6: 1.2, 7: 1.7, 8: 1.4, 12: 1.15}
# Kronor a year beside personnel cost, for a unit of size 1.
_OTHER_KR = 3_100_000
REVERSED_ACCOUNT, _REVERSAL = OTHER_ACCOUNTS[-1].code, 0.06


def own_ore(scope: str, profession: Profession, month: Month) -> dict[str, dict[str, int]]:
    """Map unit → account → öre for one profession and month. Units without the profession are left out."""
    return {
        unit.code: _over_accounts(unit.code, profession, month, amount_ore)
        for unit, amount_ore in _over_units(scope, profession, month)
    }


def other_ore(unit: Unit, month: Month) -> dict[str, int]:
    """Map account → öre outside personnel cost, for one unit and month."""
    accounts = STAFF_OTHER_ACCOUNTS if unit.part == STAFF else OTHER_ACCOUNTS
    return {account.code: _other_cell(account, unit, month) for account in accounts}


def _other_cell(account: Account, unit: Unit, month: Month) -> int:
    base_ore = _OTHER_KR * ORE_PER_KR // MONTHS_IN_YEAR * account.share * max(unit.size.values())
    amount_ore = round(base_ore * wobble(0.12, unit.code, account.code, month))
    # Now and then a month is negative: a cost that belonged elsewhere is moved back.
    is_reversal = account.code == REVERSED_ACCOUNT and chance("reversal", unit.code, month) < _REVERSAL
    return -amount_ore if is_reversal else amount_ore


def scope_units(scope: str) -> tuple[Unit, ...]:
    """Give the units that a scope's node holds."""
    return staff_units() if scope == STAFF else health_care_units()


@cache
def _monthly_ore(scope: str, profession: Profession, year: int) -> dict[Month, int]:
    year_kr = OWN_KR[profession][year] if scope == HEALTH_CARE else STAFF_OWN_KR[year]
    months = [Month(year, number) for number in range(1, MONTHS_IN_YEAR + 1)]
    weights = {month: _month_weight(scope, profession, month) for month in months}
    return apportion_by_key(year_kr * ORE_PER_KR, weights)


def _month_weight(scope: str, profession: Profession, month: Month) -> float:
    revised = _REVISION if month.number >= _REVISION_MONTH else 1.0
    return revised * _SEASON.get(month.number, 1.0) * wobble(0.008, "own", scope, profession, month)


def _over_units(scope: str, profession: Profession, month: Month) -> list[tuple[Unit, int]]:
    units = [unit for unit in scope_units(scope) if profession in unit.size]
    weights = [unit.size[profession] * wobble(0.02, "own", unit.code, profession, month) for unit in units]
    amounts = apportion(_monthly_ore(scope, profession, month.year)[month], weights)
    return list(zip(units, amounts, strict=True))


def _over_accounts(unit: str, profession: Profession, month: Month, amount_ore: int) -> dict[str, int]:
    weights = {account.code: _account_weight(account, unit, month) for account in OWN_ACCOUNTS[profession]}
    return apportion_by_key(amount_ore, weights)


def _account_weight(account: Account, unit: str, month: Month) -> float:
    if account.kind is not CostKind.OVERTIME:
        return account.share
    return account.share * _OVERTIME_SEASON.get(month.number, 1.0) * wobble(0.35, "overtime", unit, account.code, month)
