"""Accounts: their shares, and which one a hire is booked on."""

import pytest

from bemanning.demo.accounts import OTHER_ACCOUNTS, OWN_ACCOUNTS, agency_account, all_accounts
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import CostKind, Profession


@pytest.mark.parametrize("profession", Profession)
def test_a_professions_accounts_share_all_of_its_cost(profession: Profession) -> None:
    assert sum(account.share for account in OWN_ACCOUNTS[profession]) == pytest.approx(1)


def test_other_accounts_share_all_of_other_cost() -> None:
    assert sum(account.share for account in OTHER_ACCOUNTS) == pytest.approx(1)


def test_codes_are_unique_and_only_other_costs_lack_a_profession() -> None:
    accounts = all_accounts()
    assert len({account.code for account in accounts}) == len(accounts)
    assert all((account.profession is None) == (account.kind is CostKind.OTHER) for account in accounts)


@pytest.mark.parametrize(
    ("profession", "unit", "month", "code"),
    [
        (Profession.DOCTOR, "0401", Month(2015, 1), "5011"),
        (Profession.DOCTOR, "0402", Month(2018, 1), "5011"),
        (Profession.NURSE, "1101", Month(2015, 1), "5021"),
        (Profession.NURSE, "1102", Month(2015, 1), "5022"),
        (Profession.OTHER, "1101", Month(2016, 12), "5031"),
        (Profession.OTHER, "1102", Month(2017, 1), "5035"),
    ],
)
def test_agency_account(profession: Profession, unit: str, month: Month, code: str) -> None:
    assert agency_account(profession, unit, month).code == code
