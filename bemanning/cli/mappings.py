"""export-mappings, load-mappings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bemanning.cli.printed import print_faults
from bemanning.cli.records import fault_record
from bemanning.cli.session import (
    DatabaseOption,
    ExitStatus,
    JsonOption,
    actor,
    now,
    print_json,
    services,
    stdout,
    write_file,
)
from bemanning.domain.errors import UserError
from bemanning.export.mapping_workbook import mapping_workbook
from bemanning.presentation.texts import cli as texts


def export_mappings(
    file: Annotated[Path, typer.Argument(metavar="FIL", help=texts.MAPPING_OUT_HELP)],
    *,
    database: DatabaseOption = None,
) -> None:
    """Skriv mappningarna till Excel, med det omappade markerat, för att fyllas i och läsas in igen."""
    with services(database) as known:
        write_file(file, mapping_workbook(known.mappings_to_edit(), known.unmapped(), now()).content)
    stdout.print(texts.WRITTEN.format(file=file))


def load_mappings(
    file: Annotated[Path, typer.Argument(metavar="FIL", help=texts.MAPPING_IN_HELP)],
    *,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Läs in en ifylld mappningsfil. Inläsningar som berörs räknas om."""
    with services(database) as known:
        try:
            change = known.load_mappings(file, actor())
        except UserError as error:
            _reject(file, error, as_json=as_json)
    if as_json:
        print_json({"file": file.name, "parts": change.parts, "recomputed_loads": change.recomputed_loads})
        return
    stdout.print(texts.MAPPINGS_DONE.format(loads=change.recomputed_loads))
    for part, (added, removed) in change.parts.items():
        stdout.print(texts.MAPPING_PART.format(part=texts.PARTS[part], added=added, removed=removed))


def _reject(file: Path, error: UserError, *, as_json: bool) -> NoReturn:
    """Tell every fault of a workbook that was refused as a whole. Exits with REJECTED."""
    if as_json:
        print_json({"file": file.name, "faults": [fault_record(fault) for fault in error.faults]})
    else:
        print_faults(error.faults)
    raise typer.Exit(ExitStatus.REJECTED) from error
