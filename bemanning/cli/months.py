"""months, set-month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from bemanning.cli.printed import print_months
from bemanning.cli.records import month_record
from bemanning.cli.session import DatabaseOption, JsonOption, ScopeOption, actor, month_of, print_json, services
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.presentation.texts import cli as texts
from bemanning.services.month_status import MonthsChoice
from bemanning.store import CurrentMonth


def months(*, as_json: JsonOption = False, database: DatabaseOption = None) -> None:
    """Visa vilka månader som är inlästa, per källa och omfattning."""
    with services(database) as known:
        _show(known.months(), as_json=as_json)


def set_month(
    month: Annotated[list[str], typer.Argument(metavar="MÅNAD…", help=texts.MONTH_HELP)],
    *,
    status: Annotated[MonthStatus, typer.Option("--status", help=texts.STATUS_HELP)],
    source: Annotated[Source | None, typer.Option("--source", help=texts.SOURCE_HELP)] = None,
    scope: ScopeOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Stäng, öppna eller märk månader. En stängd månad kan inte ersättas."""
    choice = MonthsChoice(frozenset(month_of(text) for text in month), source, scope)
    with services(database) as known:
        _show(known.set_month_status(choice, status, actor()).rows, as_json=as_json)


def _show(rows: Sequence[CurrentMonth], *, as_json: bool) -> None:
    if as_json:
        for row in rows:
            print_json(month_record(row))
    else:
        print_months(rows)
