"""One month of the health care scope's vouchers: payroll, other costs, agency invoices and their budget."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bemanning.demo.accounts import Account, agency_account, all_accounts
from bemanning.demo.agency import Invoice, hirers, invoices_by_month
from bemanning.demo.chance import wobble
from bemanning.demo.own_cost import other_ore, own_ore
from bemanning.demo.published import AGENCY_KR, GROUP_PROFESSION, YEARS, AgencyGroup
from bemanning.demo.units import HEALTH_CARE, health_care_units
from bemanning.domain.money import ORE_PER_KR
from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.vocabulary import Profession

# Agency staff is budgeted below the level of 2015: the plan was always to do without.
_AGENCY_BUDGET = 0.6
_BUDGET_STEP_ORE = 1_000 * ORE_PER_KR
# Counterparty of private companies; payroll has none.
_COMPANIES = "0870"
_GOODS_SUPPLIER = "Grossisten Demo AB (påhittad)"


class LedgerRow(NamedTuple):
    """A voucher row, before it is written in either ledger's layout."""

    account: str
    unit: str
    supplier: str
    counterparty: str
    text: str
    actual_ore: int
    budget_ore: int


def ledger_rows(month: Month) -> list[LedgerRow]:
    """Give the month's rows in the order they are written."""
    return [*_payroll(month), *_other_costs(month), *_agency(month), *_agency_budget(month)]


@cache
def account_names() -> dict[str, str]:
    """Map account to its name."""
    return {account.code: account.name for account in all_accounts()}


@cache
def unit_names() -> dict[str, str]:
    """Map ansvar to its name."""
    return {unit.code: unit.name for unit in health_care_units()}


def _payroll(month: Month) -> Iterator[LedgerRow]:
    for profession in Profession:
        for unit, by_account in own_ore(HEALTH_CARE, profession, month).items():
            for account, amount_ore in by_account.items():
                budget_ore = _budget(amount_ore, unit, account, month.year)
                yield LedgerRow(account, unit, "", "", "Lön", amount_ore, budget_ore)


def _other_costs(month: Month) -> Iterator[LedgerRow]:
    for unit in health_care_units():
        for account, amount_ore in other_ore(unit, month).items():
            budget_ore = abs(_budget(amount_ore, unit.code, account, month.year))
            text = "Månadens kostnad" if amount_ore >= 0 else "Rättelse, omfört"
            yield LedgerRow(account, unit.code, _GOODS_SUPPLIER, _COMPANIES, text, amount_ore, budget_ore)


def _agency(month: Month) -> Iterator[LedgerRow]:
    for invoice in invoices_by_month()[month]:
        account = _account(invoice.group, invoice.unit, month)
        yield _invoice_row(account, invoice)


def _invoice_row(account: Account, invoice: Invoice) -> LedgerRow:
    return LedgerRow(account.code, invoice.unit, invoice.supplier, _COMPANIES, invoice.text, invoice.amount_ore, 0)


def _agency_budget(month: Month) -> Iterator[LedgerRow]:
    for group in AgencyGroup:
        appetites = hirers(group)
        for unit, appetite in appetites.items():
            share = appetite / sum(appetites.values()) * _AGENCY_BUDGET / MONTHS_IN_YEAR
            budget_ore = _budget(round(AGENCY_KR[group][YEARS.start] * ORE_PER_KR * share), unit, group, month.year)
            if budget_ore:
                account = _account(group, unit, month)
                yield LedgerRow(account.code, unit, "", "", "Budget", 0, budget_ore)


def _account(group: AgencyGroup, unit: str, month: Month) -> Account:
    return agency_account(GROUP_PROFESSION[group], unit, month)


def _budget(amount_ore: int, *key: object) -> int:
    return round(amount_ore * wobble(0.03, "budget", *key) / _BUDGET_STEP_ORE) * _BUDGET_STEP_ORE
