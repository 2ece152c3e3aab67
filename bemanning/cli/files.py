"""check, load, loads, undo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.progress import track

from bemanning.cli.printed import print_loads, print_report
from bemanning.cli.records import file_record, load_record, months
from bemanning.cli.session import (
    DatabaseOption,
    ExitStatus,
    FilesArgument,
    JsonOption,
    ProfileOption,
    ScopeOption,
    SourceOption,
    actor,
    print_json,
    services,
    stderr,
    stdout,
)
from bemanning.domain.profile import ReadBy
from bemanning.domain.vocabulary import MonthStatus
from bemanning.presentation.missing import spans_text
from bemanning.presentation.texts import cli as texts
from bemanning.services.file_report import FileReport, Outcome
from bemanning.services.ingest import LoadOptions

AllowEraseOption = Annotated[bool, typer.Option("--allow-erase", help=texts.ALLOW_ERASE_HELP)]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help=texts.DRY_RUN_HELP)]
PreliminaryOption = Annotated[bool, typer.Option("--preliminary", help=texts.PRELIMINARY_HELP)]


def check(
    files: FilesArgument,
    *,
    source: SourceOption = None,
    profile: ProfileOption = None,
    scope: ScopeOption = None,
    allow_erase: AllowEraseOption = False,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Kontrollera filer: vad de är, vad de skulle ändra och vad som är fel. Inget läses in."""
    options = LoadOptions(scope, allow_erase=allow_erase, reading=ReadBy(source, profile))
    with services(database) as known:
        _report(known.check(files, options), len(files), as_json=as_json)


def load(
    files: FilesArgument,
    *,
    source: SourceOption = None,
    profile: ProfileOption = None,
    scope: ScopeOption = None,
    allow_erase: AllowEraseOption = False,
    preliminary: PreliminaryOption = False,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Läs in filer, var och en helt eller inte alls. En månad som redan är inläst ersätts."""
    status = MonthStatus.PRELIMINARY if preliminary else MonthStatus.OPEN
    options = LoadOptions(scope, allow_erase=allow_erase, status=status, reading=ReadBy(source, profile))
    with services(database) as known:
        reports = known.check(files, options) if dry_run else known.load(files, options, actor())
        _report(reports, len(files), as_json=as_json)


def loads(*, as_json: JsonOption = False, database: DatabaseOption = None) -> None:
    """Visa inläsningarna, nyast först."""
    with services(database) as known:
        history = known.loads()
    if as_json:
        for entry in history:
            print_json(load_record(entry))
    else:
        print_loads(history)


def undo(
    load: Annotated[int, typer.Argument(metavar="INLÄSNING", help=texts.LOAD_HELP)],
    *,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Ångra en inläsning. Det som gällde före den gäller igen."""
    with services(database) as known:
        undone = known.undo(load, actor())
    if as_json:
        print_json({"load": load, "months": months(undone.months), "reopened": months(undone.reopened)})
        return
    stdout.print(texts.UNDONE_TEXT.format(load=load, months=spans_text(undone.months) or texts.NO_MONTHS))
    if undone.reopened:
        stdout.print(texts.REOPENED.format(months=spans_text(undone.reopened)))


def _report(reports: Iterator[FileReport], count: int, *, as_json: bool) -> None:
    rejected = False
    show_progress = count > 1 and not as_json
    for report in track(reports, texts.LOADING, count, console=stderr, transient=True, disable=not show_progress):
        rejected |= report.outcome is Outcome.REJECTED
        if as_json:
            print_json(file_record(report))
        else:
            print_report(report)
    if rejected:
        raise typer.Exit(ExitStatus.REJECTED)
