"""share, goals."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bemanning.cli.printed import print_goals, print_share, print_unmapped
from bemanning.cli.records import goals_record, share_record
from bemanning.cli.session import (
    DatabaseOption,
    JsonOption,
    day_of,
    month_of,
    now,
    print_json,
    services,
    stderr,
    write_file,
)
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession
from bemanning.export.goal_workbook import goal_workbook
from bemanning.presentation.texts import cli as texts

MonthOption = Annotated[str, typer.Option("--month", metavar="MÅNAD", help=texts.MONTH_HELP)]
KnownOnOption = Annotated[str | None, typer.Option("--known-on", metavar="DAG", help=texts.KNOWN_ON_HELP)]
ViewOption = Annotated[OrganisationView, typer.Option("--organisation", help=texts.VIEW_HELP)]


def share(
    *,
    profession: Annotated[Profession, typer.Option("--profession", help=texts.PROFESSION_HELP)],
    month: MonthOption,
    node: Annotated[str | None, typer.Option("--node", metavar="KOD", help=texts.NODE_HELP)] = None,
    of: Annotated[Definition | None, typer.Option("--of", help=texts.OF_HELP)] = None,
    organisation: ViewOption = OrganisationView.TODAY,
    known_on: KnownOnOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Hyrandelen, rullande tolv månader, för en yrkesgrupp och enhet."""
    selection = Selection(month_of(month), node, profession, of, organisation, known_on=day_of(known_on))
    with services(database) as known:
        answer, unmapped = known.share(selection), known.unmapped(selection.known_on)
    print_unmapped(unmapped)
    if as_json:
        print_json(share_record(answer, unmapped))
    else:
        print_share(answer)


def goals(
    *,
    month: MonthOption,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FIL", help=texts.XLSX_HELP)] = None,
    organisation: ViewOption = OrganisationView.TODAY,
    known_on: KnownOnOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Måltabellen per en månad: kostnad mot 2015 och målen."""
    selection = Selection(month_of(month), view=organisation, known_on=day_of(known_on))
    with services(database) as known:
        table, comments = known.goal_table(selection), known.comments(selection.of_goals())
    print_unmapped(table.unmapped)
    if xlsx is not None:
        write_file(xlsx, goal_workbook(table, comments, now()).content)
        stderr.print(texts.WRITTEN.format(file=xlsx))
    if as_json:
        print_json(goals_record(table))
    elif xlsx is None:
        print_goals(table)
