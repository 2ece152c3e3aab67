"""demo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bemanning.cli.printed import print_report
from bemanning.cli.serving import DEFAULT_PORT, PortOption, refuse_taken, serve_app
from bemanning.cli.session import DatabaseOption, ExitStatus, services, stderr, stdout
from bemanning.demo import DemoFile, DemoRegion, write_demo_region
from bemanning.domain.actor import Actor
from bemanning.domain.month import Month, month_range
from bemanning.domain.vocabulary import MonthStatus
from bemanning.presentation.texts import cli as texts
from bemanning.services.file_report import FileReport, Outcome
from bemanning.services.ingest import LoadOptions
from bemanning.services.month_status import MonthsChoice
from bemanning.services.region_services import RegionServices
from bemanning.wiring import DATA_FOLDER

DEMO_ACTOR = Actor("Demoregionen", "demo")
# The years before the last are closed, as a region's are.
CLOSED_MONTHS = frozenset(month_range(Month(2015, 1), Month(2017, 12)))


def demo(
    *,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help=texts.NO_SERVE_HELP)] = True,
    folder: Annotated[Path, typer.Option("--folder", help=texts.FOLDER_HELP)] = DATA_FOLDER / "demo",
    port: PortOption = DEFAULT_PORT,
    database: DatabaseOption = None,
) -> None:
    """Bygg den syntetiska demoregionen av filer, läs in dem som vilka filer som helst, och visa den."""
    if serve:
        refuse_taken(port)
    with services(database) as known:
        _refuse_other_data(known)
        region = _write(folder)
        known.load_mappings(region.mapping_workbook, DEMO_ACTOR)
        load_region(known, region)
        months = known.months()
        stdout.print(texts.DEMO_READY.format(months=len({row.month for row in months}), loads=len(known.loads())))
    if serve:
        serve_app(port, database)


def _refuse_other_data(known: RegionServices) -> None:
    """The demo never mixes with a region's own figures."""
    if any(load.actor_name != DEMO_ACTOR.name for load in known.loads()):
        stderr.print(texts.DEMO_IN_USE)
        raise typer.Exit(ExitStatus.WRONG_USE)


def _write(folder: Path) -> DemoRegion:
    with _progress() as progress:
        task = progress.add_task(texts.WRITING_DEMO, total=None)

        def advance(done: int, total: int, _name: str) -> None:
            progress.update(task, completed=done, total=total)

        return write_demo_region(folder, advance)


def load_region(known: RegionServices, region: DemoRegion) -> None:
    """Load the region's files and close its earlier years. Exits with REJECTED at a file that is refused.

    That happens when the store holds closed months of an earlier version of the demo region.
    """
    with _progress() as progress:
        task = progress.add_task(texts.LOADING_DEMO, total=len(region.files))
        for report in _reports(known, region.files):
            progress.advance(task)
            if report.outcome is Outcome.REJECTED:
                stderr.print(texts.DEMO_REJECTED)
                print_report(report)
                raise typer.Exit(ExitStatus.REJECTED)
    known.set_month_status(MonthsChoice(CLOSED_MONTHS), MonthStatus.CLOSED, DEMO_ACTOR)


def _reports(known: RegionServices, files: Sequence[DemoFile]) -> Iterator[FileReport]:
    """Load files of one scope together: they share a reading process."""
    for scope, group in groupby(files, key=lambda file: file.scope):
        yield from known.load([file.path for file in group], LoadOptions(scope), DEMO_ACTOR)


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=stderr)
