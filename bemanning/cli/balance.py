"""check-balance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bemanning.cli.printed import print_faults, text_table
from bemanning.cli.records import Record, fault_record
from bemanning.cli.session import DatabaseOption, ExitStatus, JsonOption, print_json, services, stderr, stdout
from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.money import kr_text
from bemanning.domain.month import Month
from bemanning.presentation.balance_words import (
    NUMBERS_FROM,
    balance_about,
    balance_notes,
    balance_sentence,
    balance_tables,
    balance_warnings,
)
from bemanning.presentation.texts import cli as texts
from bemanning.services.balance_check import BalanceCheck, BalanceLine


def check_balance(
    file: Annotated[Path, typer.Argument(metavar="FIL", help=texts.BALANCE_FILE_HELP)],
    *,
    scope: Annotated[str | None, typer.Option("--scope", metavar="KOD", help=texts.BALANCE_SCOPE_HELP)] = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Stäm av det inlästa mot en saldolista, konto för konto och månad för månad. Inget läses in."""
    with services(database) as known:
        try:
            check = known.check_balance_file(file, scope)
        except UserError as error:
            if FaultCode.SCOPE_UNKNOWN in {fault.code for fault in error.faults}:
                raise
            _refuse(file, error, as_json=as_json)
            raise typer.Exit(ExitStatus.REJECTED) from error
    if as_json:
        print_json(balance_record(check))
    else:
        _print(check)
    if not check.agrees:
        raise typer.Exit(ExitStatus.REJECTED)


def balance_record(check: BalanceCheck) -> Record:
    """Give the answer as JSON: see the README."""
    found = check.comparison
    return {
        "file": check.file_name,
        "scope": check.scope.code if check.scope else None,
        "agrees": check.agrees,
        "months": _months(check.months),
        "is_sum": check.is_sum,
        "profile": check.profile or None,
        "matched": list(found.matched),
        "differing": [_line(line) for line in found.differing],
        "only_loaded": [_line(line) for line in found.only_loaded],
        "not_loaded": [_line(line) for line in found.not_loaded],
        "others": {account: kr_text(ore) for account, ore in found.others.items()},
        "months_not_loaded": _months(check.not_loaded),
        "months_lacking": _months(check.lacking),
        "scopes_lacking": {gap.scope_name: _months(gap.months) for gap in check.gaps},
        "warnings": [fault_record(fault) for fault in check.warnings],
    }


def _refuse(file: Path, error: UserError, *, as_json: bool) -> None:
    if as_json:
        print_json({"file": file.name, "faults": [fault_record(fault) for fault in error.faults]})
    else:
        print_faults(error.faults)


def _print(check: BalanceCheck) -> None:
    stdout.print(balance_sentence(check))
    if about := balance_about(check):
        stdout.print(about)
    for table in balance_tables(check):
        printed = text_table(*table.headings, right_from=NUMBERS_FROM)
        for row in table.rows:
            printed.add_row(*row)
        stdout.print(f"{table.title}:")
        stdout.print(printed)
    for line in (*balance_notes(check), *balance_warnings(check)):
        stderr.print(f"  {line}")


def _line(line: BalanceLine) -> Record:
    sides = {"loaded": line.loaded_ore, "balance": line.balance_ore, "difference": line.difference_ore}
    amounts = {side: None if ore is None else kr_text(ore) for side, ore in sides.items()}
    return {"account": line.account, "month": str(line.month), **amounts}


def _months(months: Sequence[Month]) -> list[str]:
    return [str(month) for month in months]
