"""A month's vouchers, before any layout."""

from bemanning.demo.ledger_rows import ledger_rows
from bemanning.domain.month import Month

ROWS = ledger_rows(Month(2018, 7))


def test_every_row_has_an_amount() -> None:
    assert all(row.actual_ore or row.budget_ore for row in ROWS)


def test_budget_rows_have_no_outcome_and_stand_on_agency_accounts() -> None:
    budget = [row for row in ROWS if row.text == "Budget"]
    assert budget
    assert all(row.actual_ore == 0 and row.budget_ore > 0 and row.account.startswith("50") for row in budget)


def test_budgets_are_whole_thousands_of_kronor() -> None:
    assert {row.budget_ore % 100_000 for row in ROWS} == {0}


def test_payroll_has_no_supplier_and_invoices_have() -> None:
    assert all(not row.supplier and not row.counterparty for row in ROWS if row.text == "Lön")
    assert all(row.supplier and row.counterparty for row in ROWS if row.text.startswith("Inhyrd"))


def test_agency_budget_is_below_what_is_spent() -> None:
    agency = [row for row in ROWS if row.account.startswith("50")]
    assert sum(row.budget_ore for row in agency) < sum(row.actual_ore for row in agency)
