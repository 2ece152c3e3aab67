"""profiles, save-profile, remove-profile: how files are read, saved and used again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bemanning.cli.printed import print_profiles, print_report
from bemanning.cli.records import profile_record
from bemanning.cli.session import (
    DatabaseOption,
    ExitStatus,
    JsonOption,
    ScopeOption,
    SourceOption,
    actor,
    print_json,
    services,
    stdout,
)
from bemanning.domain.profile import UNITS, WORD_MEANINGS, Layout, ReadBy, Seen, corrected
from bemanning.domain.vocabulary import Source
from bemanning.presentation.texts import cli as texts
from bemanning.presentation.texts.profiles import FIELD_OF_WORD, MEANING_OF_WORD
from bemanning.services.file_report import FileReport
from bemanning.services.ingest import LoadOptions
from bemanning.services.region_services import RegionServices

NameArgument = Annotated[str, typer.Argument(metavar="NAMN", help=texts.PROFILE_NAME_HELP)]
FileArgument = Annotated[Path, typer.Argument(metavar="FIL", help=texts.PROFILE_FILE_HELP)]
ColumnOption = Annotated[list[str] | None, typer.Option("--column", metavar="RUBRIK=FÄLT", help=texts.COLUMN_HELP)]


def _known_unit(unit: str | None) -> str | None:
    """Give the unit back. Exits with a message where it is none."""
    if unit is not None and unit not in UNITS:
        raise typer.BadParameter(texts.UNIT_UNKNOWN.format(unit=unit, units=", ".join(UNITS)))
    return unit


UnitOption = Annotated[
    str | None, typer.Option("--unit", metavar="|".join(UNITS), callback=_known_unit, help=texts.UNIT_HELP)
]
FlipOption = Annotated[bool, typer.Option("--flip-sign", help=texts.FLIP_HELP)]
WordOption = Annotated[list[str] | None, typer.Option("--word", metavar="ORD=BETYDELSE", help=texts.WORD_HELP)]
SheetOption = Annotated[list[str] | None, typer.Option("--sheet", metavar="BLAD", help=texts.SHEET_HELP)]


def profiles(*, as_json: JsonOption = False, database: DatabaseOption = None) -> None:
    """Visa sparade profiler: hur filer läses."""
    with services(database) as known:
        current = [record for record in known.profiles() if record.superseded_at is None]
    if as_json:
        for record in current:
            print_json(profile_record(record))
    else:
        print_profiles(current)


def save_profile(
    name: NameArgument,
    file: FileArgument,
    *,
    source: SourceOption = None,
    column: ColumnOption = None,
    unit: UnitOption = None,
    flip_sign: FlipOption = False,
    sheet: SheetOption = None,
    word: WordOption = None,
    scope: ScopeOption = None,
    database: DatabaseOption = None,
) -> None:
    """Spara hur en fil läses som profil. Filen läses på prov, men läses inte in."""
    with services(database) as known:
        report = _checked(known, file, ReadBy(source))
        layout = _layout(report, source, _fields(column or [], report.seen))
        words = [_word(text) for text in word or []]
        wanted = layout and replace(
            layout,
            unit=unit or layout.unit,
            is_flipped=flip_sign or layout.is_flipped,
            sheets=_sheets(sheet or [], report.seen) or layout.sheets,
            scope=scope or layout.scope,
            words=(*(told for told in layout.words if told[1] not in {each[1] for each in words}), *words),
        )
        if wanted is not None and (column or wanted != layout):
            report = _checked(known, file, ReadBy(source, layout=wanted))
        if not report.per_month:
            print_report(report)
            raise typer.Exit(ExitStatus.REJECTED)
        record = known.save_profile(name, report, actor())
    stdout.print(texts.PROFILE_SAVED.format(name=record.name, version=record.version))


def remove_profile(name: NameArgument, *, database: DatabaseOption = None) -> None:
    """Ta bort en profil: inga fler filer läses med den. Dess versioner finns kvar i historiken."""
    with services(database) as known:
        record = known.withdraw_profile(name, actor())
    stdout.print(texts.PROFILE_REMOVED.format(name=record.name))


def _checked(known: RegionServices, file: Path, reading: ReadBy) -> FileReport:
    (report,) = known.check([file], LoadOptions(reading=reading))
    return report


def _layout(report: FileReport, source: Source | None, fields: dict[int, str]) -> Layout | None:
    """Give what the file was read by with the fields that are said otherwise; None where nobody knows the source."""
    seen = report.seen
    wanted = source or (seen.source if seen else None)
    return None if seen is None or wanted is None else corrected(seen, wanted, fields)


def _sheets(names: list[str], seen: Seen | None) -> tuple[str, ...]:
    """Give the sheets that are named. Exits with a message where the file has none of a name."""
    there = seen.sheets if seen else ()
    for name in names:
        if name not in there:
            raise typer.BadParameter(texts.SHEET_UNKNOWN.format(sheet=name, sheets=", ".join(there)))
    return tuple(names)


def _fields(columns: list[str], seen: Seen | None) -> dict[int, str]:
    """Read "Belopp kr=utfall", once per heading. Exits with a message where heading or field is none."""
    headings = [heading for heading, _ in seen.columns] if seen else []
    fields = {}
    for text in columns:
        heading, _, word = text.rpartition("=")
        field = FIELD_OF_WORD.get(word.strip().casefold())
        if field is None or heading.strip() not in headings:
            known, words = ", ".join(headings), ", ".join(FIELD_OF_WORD)
            raise typer.BadParameter(texts.COLUMN_UNKNOWN.format(text=text, headings=known, fields=words))
        fields[headings.index(heading.strip())] = field
    return fields


def _word(text: str) -> tuple[str, str, str]:
    """Read "Inhyrd tid=extern": column, word and meaning. Exits with a message where the meaning is none."""
    word, _, meaning = text.rpartition("=")
    known = MEANING_OF_WORD.get(meaning.strip().casefold())
    if known is None or not word.strip():
        raise typer.BadParameter(texts.WORD_UNKNOWN.format(text=text, meanings=", ".join(MEANING_OF_WORD)))
    column = next(column for column, meanings in WORD_MEANINGS.items() if known in meanings)
    return column, word.strip(), known
