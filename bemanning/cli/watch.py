"""watch: load what is dropped in a folder, until it is stopped."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bemanning.cli.printed import print_faults, print_report, report_lines
from bemanning.cli.session import DatabaseOption, ScopeOption, actor, now, services, stdout
from bemanning.domain.errors import UserError
from bemanning.domain.masking import harmless
from bemanning.presentation.numbers import moment_text
from bemanning.presentation.texts import cli as texts
from bemanning.services.drop_folder import DropFolder
from bemanning.services.file_report import FileReport, Outcome
from bemanning.services.ingest import LoadOptions
from bemanning.services.region_services import RegionServices

FolderArgument = Annotated[Path, typer.Argument(metavar="MAPP", help=texts.WATCH_FOLDER_HELP)]
IntervalOption = Annotated[float, typer.Option("--interval", metavar="S", min=0.01, help=texts.INTERVAL_HELP)]
OnceOption = Annotated[bool, typer.Option("--once", help=texts.ONCE_HELP)]


def watch(
    folder: FolderArgument,
    *,
    scope: ScopeOption = None,
    interval: IntervalOption = 10.0,
    once: OnceOption = False,
    database: DatabaseOption = None,
) -> None:
    """Läs in filer som läggs i en mapp: godtagna flyttas till klart, avvisade till fel, var och en med en rapport."""
    drop = DropFolder(folder)
    with services(database) as known, drop.held():
        stdout.print(texts.WATCHING.format(folder=folder))
        drop.arrived()
        try:
            while True:
                time.sleep(interval)
                _load_arrived(known, drop, LoadOptions(scope))
                if once:
                    return
        except KeyboardInterrupt:
            stdout.print(texts.WATCHED)


def _load_arrived(known: RegionServices, drop: DropFolder, options: LoadOptions) -> None:
    """Load each file that has come whole. What the store can't take just now waits in the folder."""
    for path in drop.arrived():
        taken = drop.take(path)
        if taken is None:
            continue
        try:
            (report,) = known.load([taken], options, actor())
        except UserError as error:
            drop.put_back(taken)
            print_faults(error.faults)
            return
        except BaseException:
            drop.put_back(taken)
            raise
        print_report(report)
        drop.finish(taken, _written(report, now()), is_loaded=report.outcome is not Outcome.REJECTED)


def _written(report: FileReport, moment: datetime) -> str:
    """Give the report that is laid beside a file: it too may be shown in a terminal."""
    said, faults = report_lines(report)
    return "\n".join([moment_text(moment), *map(harmless, (*said, *faults)), ""])
