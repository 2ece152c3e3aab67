"""What people read in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.table import Table

from bemanning.cli.session import stderr, stdout
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Source
from bemanning.presentation.fault_texts import fault_text, place_text
from bemanning.presentation.goal_table import cost_headings, cost_table_rows, goal_rows, table_title
from bemanning.presentation.goal_words import DEFINITION_WORDS, PROFESSION_NAMES
from bemanning.presentation.missing import reason_text, spans_text
from bemanning.presentation.numbers import (
    amount_text,
    date_text,
    hours_text,
    moment_text,
    month_text,
    pp_text,
    share_text,
)
from bemanning.presentation.swedish_order import swedish_key
from bemanning.presentation.texts import cli as texts
from bemanning.presentation.texts.profiles import FIELD_NAMES, READ_BY
from bemanning.presentation.unmapped_note import unmapped_note
from bemanning.services.file_report import FileReport
from bemanning.services.goal_attainment import GoalTable
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.share import ShareAnswer
from bemanning.services.unmapped import Unmapped
from bemanning.store import CurrentMonth, LoadRecord, ProfileRecord


def print_faults(faults: Iterable[Fault]) -> None:
    """Write each fault with its place on a line of its own, on stderr."""
    for line in _fault_lines(faults):
        stderr.print(line)


def print_report(report: FileReport) -> None:
    """Write one checked or loaded file: what it is on stdout, what is wrong on stderr."""
    said, faults = report_lines(report)
    for line in said:
        stdout.print(line)
    for line in faults:
        stderr.print(line)


def report_lines(report: FileReport) -> tuple[list[str], list[str]]:
    """Say what one checked or loaded file is, and what is wrong or noticed in it."""
    number = f", inläsning {report.load_id}" if report.load_id else ""
    said = [f"{report.file}: {texts.OUTCOMES[report.outcome]}{number}"]
    if report.source and not report.faults:
        source, months = texts.SOURCES[report.source], spans_text([Month.parse(month) for month in report.per_month])
        total = _amount(report.source, report.total)
        said.append(f"  {source} {months}: {report.rows} rader, summa {total}")
    if report.seen and report.seen.is_whole and report.seen.profile:
        said.append(f"  {READ_BY.format(name=report.profile, version=report.profile_version)}")
    if report.unmapped:
        said.append(f"  {texts.UNMAPPED_HEAD}")
        for item in report.unmapped:
            amount = item.centihours if report.source is Source.HEROMA else item.amount_ore
            said.append(f"    {texts.KINDS[item.kind]} {item.code}: {_amount(report.source, amount)}")
    would_erase = any(fault.code is FaultCode.WOULD_ERASE for fault in report.faults)
    hint = [f"  {texts.ERASE_HINT}"] if would_erase else []
    return said, [*_fault_lines((*report.faults, *report.warnings)), *hint]


def _fault_lines(faults: Iterable[Fault]) -> Iterator[str]:
    for fault in faults:
        place = place_text(fault)
        yield f"  {place}: {fault_text(fault)}" if place else f"  {fault_text(fault)}"


def _amount(source: Source | None, amount: int) -> str:
    return hours_text(amount, 2) if source is Source.HEROMA else amount_text(amount, "kr", 2)


def print_loads(loads: list[LoadRecord]) -> None:
    """Write the history, newest first."""
    if not loads:
        stdout.print(texts.NO_LOADS)
        return
    table = text_table("Nr", "Fil", "Källa", "Omfattning", "Månader", "Rader", "Läge", "Av")
    for load in loads:
        months = load.months[0] if len(load.months) == 1 else f"{load.months[0]}…{load.months[-1]}"
        source = texts.SOURCES[load.source]
        table.add_row(
            str(load.id), load.file_name, source, load.scope, months, str(load.rows), _state(load), load.actor_name
        )
    stdout.print(table)


def _state(load: LoadRecord) -> str:
    if load.undone_at:
        return texts.UNDONE
    return texts.CURRENT if load.current_months else texts.REPLACED


def print_profiles(profiles: Sequence[ProfileRecord]) -> None:
    """Write the saved profiles by name."""
    if not profiles:
        stdout.print(texts.NO_PROFILES)
        return
    for record in sorted(profiles, key=lambda record: swedish_key(record.name)):
        layout = record.layout
        sign = texts.FLIPPED if layout.is_flipped else ""
        said = [texts.SOURCES[layout.source], *layout.sheets, layout.unit, sign, layout.scope]
        head = texts.PROFILE_HEAD.format(
            name=record.name,
            version=record.version,
            said=", ".join(word for word in said if word),
            moment=moment_text(record.recorded_at),
            actor=record.actor_name,
        )
        columns = ", ".join(f"{heading} = {FIELD_NAMES[field]}" for heading, field in layout.needed)
        stdout.print(head)
        stdout.print(f"  {columns}")


def print_months(rows: Sequence[CurrentMonth]) -> None:
    """Write the loaded months."""
    if not rows:
        stdout.print(texts.NO_LOADS)
        return
    table = text_table("Månad", "Källa", "Omfattning", "Läge", "Inläsning")
    for row in sorted(rows, key=lambda row: (row.month, row.source, row.scope)):
        table.add_row(
            str(row.month), texts.SOURCES[row.source], row.scope, texts.STATUSES[row.status], str(row.load_id)
        )
    stdout.print(table)


def print_unmapped(unmapped: Unmapped) -> None:
    """Say on stderr what the figures may lack."""
    if note := unmapped_note(unmapped):
        stderr.print(note)


def print_share(answer: ShareAnswer) -> None:
    """Write one share in words."""
    selection, value = answer.selection, answer.share_pct
    about = f"{PROFESSION_NAMES[selection.profession]}, {selection.node.name}"
    _print_known_on(selection)
    stdout.print(f"Hyrandel för {about}, rullande 12 månader till och med {month_text(selection.month, long=True)}:")
    definition = DEFINITION_WORDS[selection.definition]
    if value.number is None:
        stdout.print(f"  saknas: {reason_text(value)}")
        return
    stdout.print(f"  {share_text(value.number)} ({definition})")
    agency, base = amount_text(answer.agency_ore.number, "kr", 2), amount_text(answer.denominator_ore.number, "kr", 2)
    stdout.print(f"  hyrkostnad {agency} av {base}")
    stdout.print(f"  förändring på ett år: {pp_text(answer.change_on_year_pp.number)}")
    stdout.print(f"  2015 års andel: {share_text(answer.baseline_share_pct.number)}")


def print_goals(table: GoalTable) -> None:
    """Write the goal table."""
    stdout.print(table_title(table), style="bold")
    _print_known_on(table.selection)
    if table.cost_rows:
        costs = text_table(*cost_headings(table), right_from=1)
        for row in cost_table_rows(table):
            costs.add_row(*row.cells)
        stdout.print(costs)
    goals = text_table("Mål", "Utfall", "Målvärde", "Avvikelse", "Läge")
    for goal in goal_rows(table):
        goals.add_row(goal.name, goal.outcome, goal.target, goal.deviation, goal.status_text)
    stdout.print(goals)
    for goal in goal_rows(table):
        if goal.reason:
            stdout.print(f"{goal.name}: {goal.sentence}")


def _print_known_on(selection: ResolvedSelection) -> None:
    """Say which day the figures are told as of, where it isn't now."""
    if selection.known_on is not None:
        stdout.print(texts.KNOWN_ON.format(date=date_text(selection.known_on)))


def text_table(*headings: str, right_from: int | None = None) -> Table:
    """Give an empty table; columns from `right_from` on are numbers."""
    table = Table(header_style="bold")
    for position, heading in enumerate(headings):
        is_number = right_from is not None and position >= right_from
        table.add_column(heading, justify="right" if is_number else "left", overflow="fold")
    return table
