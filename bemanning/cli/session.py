"""What every command needs: the services on the chosen store, who is asking, and where to write."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from bemanning.cli.terminal import Terminal
from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.known_on import read_day
from bemanning.domain.masking import escaped
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Source
from bemanning.presentation.texts import cli as texts
from bemanning.services.region_services import RegionServices
from bemanning.wiring import USER, open_services, settings_from


class ExitStatus(IntEnum):
    """0 all well, 1 a file was rejected or does not agree, 2 wrong use, 70 a bug."""

    OK = 0
    REJECTED = 1
    WRONG_USE = 2
    INTERNAL = 70


DatabaseOption = Annotated[str | None, typer.Option("--database", metavar="URL", help=texts.DATABASE_HELP)]
JsonOption = Annotated[bool, typer.Option("--json", help=texts.JSON_HELP)]
FilesArgument = Annotated[list[Path], typer.Argument(metavar="FIL…", help=texts.FILES_HELP)]
ScopeOption = Annotated[str | None, typer.Option("--scope", metavar="KOD", help=texts.SCOPE_HELP)]
SourceOption = Annotated[Source | None, typer.Option("--source", help=texts.FILE_SOURCE_HELP)]
ProfileOption = Annotated[str | None, typer.Option("--profile", metavar="NAMN", help=texts.PROFILE_HELP)]

# Progress and faults are for people, on stderr; answers are on stdout, so that they can be piped.
stderr = Terminal(is_stderr=True)
stdout = Terminal()


@contextmanager
def services(database: str | None) -> Iterator[RegionServices]:
    """Open the store that the option or the environment names, and let go of it afterwards."""
    opened = open_services(settings_from(os.environ, database))
    try:
        yield opened
    finally:
        opened.store.close()


def actor() -> Actor:
    """Name who is asking: BEMANNING_USER, or the login name."""
    return Actor(os.environ.get(USER.name) or _login_name(), "kommandorad")


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # A container's user id may have no name.
        return "okänd"


def now() -> datetime:
    """Give the time that exports are dated with."""
    return datetime.now(UTC)


def month_of(text: str) -> Month:
    """Read a month option. Raises UserError(MONTH_TEXT)."""
    try:
        return Month.parse(text)
    except ValueError as error:
        raise UserError([Fault(FaultCode.MONTH_TEXT, {"text": text})]) from error


def day_of(text: str | None) -> date | None:
    """Read a day option. Raises UserError(DATE_TEXT)."""
    try:
        return None if text is None else read_day(text)
    except ValueError as error:
        raise UserError([Fault(FaultCode.DATE_TEXT, {"text": str(text)})]) from error


def write_file(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all: one that was there stays where the new one has no room.

    Raises UserError(FILE_NOT_WRITTEN) with the system's reason.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            # A pipe or a terminal is written to, never put aside.
            target.write_bytes(content)
            return
        with ExitStack() as always:
            unfinished = target.with_name(f".{target.name}.part")
            always.callback(unfinished.unlink, missing_ok=True)
            unfinished.write_bytes(content)
            unfinished.replace(target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError([Fault(FaultCode.FILE_NOT_WRITTEN, {"file": str(path), "reason": reason})]) from error


def print_json(record: Mapping[str, Any]) -> None:
    """Write one JSON object on a line of its own."""
    typer.echo(escaped(json.dumps(record, ensure_ascii=False)))
