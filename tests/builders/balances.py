"""Balance lists held against what is loaded, with everything that an answer can hold."""

from __future__ import annotations

from dataclasses import replace

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.mapping import AccountRule, Scope
from bemanning.domain.month import Month
from bemanning.domain.value import ScopeGap
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.services.balance_check import BalanceCheck, compare

JULY, AUGUST = Month(2018, 7), Month(2018, 8)
SCOPE = Scope("PV", "Primärvården", "PV")
RULES = (
    AccountRule("40111", CostKind.OWN, Profession.DOCTOR, "Lön läkare"),
    AccountRule("46110", CostKind.AGENCY, Profession.DOCTOR, "Inhyrda läkare"),
    AccountRule("46120", CostKind.AGENCY, Profession.NURSE, "Inhyrda sjuksköterskor"),
)
LOADED = {("40111", JULY): 100_00, ("40111", AUGUST): 110_00, ("46110", JULY): 1_234_567_89, ("49999", JULY): -5}


def check() -> BalanceCheck:
    """An answer in which something of every kind is wrong."""
    listed = {("40111", JULY): 100_00, ("40111", AUGUST): 110_00, ("46110", JULY): 1_233_333_39}
    listed |= {("46120", AUGUST): 70_00, ("30100", JULY): -900_00, ("30200", JULY): 1}
    return BalanceCheck(
        "saldolista 2018.xlsx",
        None,
        (JULY, AUGUST),
        (Month(2018, 9),),
        (Month(2018, 1), Month(2018, 2)),
        (ScopeGap("Tandvården", (AUGUST,)),),
        compare(LOADED, listed, (JULY, AUGUST), RULES),
        (Fault(FaultCode.UNIT_SCALED, {"unit": "tkr", "factor": 1000}),),
    )


def agreeing(accounts: int = 36, months: int = 12) -> BalanceCheck:
    """An answer in which all is well."""
    spoken = [Month(2018, number) for number in range(1, months + 1)]
    amounts = {(str(40000 + number), month): number for number in range(accounts) for month in spoken}
    found = compare(amounts, amounts, spoken, RULES)
    return BalanceCheck("saldolista.xlsx", SCOPE, tuple(spoken), (), (), (), found)


def of_sums() -> BalanceCheck:
    """An answer to a list of both months together, read by a saved profile."""
    loaded, listed = {("40111", AUGUST): 210_00, ("46110", AUGUST): 5}, {("40111", AUGUST): 200_00}
    found = compare(loaded, listed, (AUGUST,), RULES)
    return replace(agreeing(), months=(JULY, AUGUST), comparison=found, is_sum=True, profile="Raindance")


def of_nothing() -> BalanceCheck:
    """An answer to a list of months that are not loaded."""
    return replace(agreeing(), months=(), not_loaded=(JULY,), comparison=compare({}, {}, (), RULES))
