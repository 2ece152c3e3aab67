"""The JSON that the command line prints. Keys are stable and documented in the README; amounts are exact."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from bemanning.domain.faults import Fault
from bemanning.domain.money import hours_text, kr_text
from bemanning.domain.month import Month
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.presentation.fault_texts import fault_text
from bemanning.presentation.goal_table import PrintedGoal, cost_table_rows, goal_rows
from bemanning.services.file_report import FileReport
from bemanning.services.goal_attainment import CostRow, GoalOutcome, GoalTable
from bemanning.services.share import ShareAnswer
from bemanning.services.unmapped import Unmapped, UnmappedItem
from bemanning.store import CurrentMonth, LoadRecord, ProfileRecord

Record = dict[str, Any]


def file_record(report: FileReport) -> Record:
    """One checked or loaded file."""
    return {
        "file": report.file,
        "outcome": report.outcome.value,
        "source": report.source.value if report.source else None,
        "scope": report.scope,
        "load": report.load_id,
        "rows": report.rows,
        "total": minor_text(report.source, report.total),
        "per_month": {month: minor_text(report.source, amount) for month, amount in sorted(report.per_month.items())},
        "unmapped": [unmapped_record(item, report.source) for item in report.unmapped],
        "dropped": report.dropped,
        "profile": report.profile,
        "profile_version": report.profile_version,
        "warnings": [fault_record(fault) for fault in report.warnings],
        "faults": [fault_record(fault) for fault in report.faults],
    }


def minor_text(source: Source | None, amount: int) -> str:
    """Write öre as kronor and centihours as hours, exactly."""
    return hours_text(amount) if source is Source.HEROMA else kr_text(amount)


def unmapped_record(item: UnmappedItem, source: Source | None) -> Record:
    """One unmapped account, code or unit, with its sum in the file's unit."""
    amount = item.centihours if source is Source.HEROMA else item.amount_ore
    return {"kind": item.kind, "code": item.code, "sum": minor_text(source, amount)}


def fault_record(fault: Fault) -> Record:
    """One fault or warning, worded, with its place."""
    return {"message": fault_text(fault), "sheet": fault.sheet, "cell": fault.cell, "code": fault.code.value}


def load_record(load: LoadRecord) -> Record:
    """One load of the history."""
    return {
        "load": load.id,
        "file": load.file_name,
        "source": load.source.value,
        "scope": load.scope,
        "months": list(load.months),
        "current_months": list(load.current_months),
        "rows": load.rows,
        "total": minor_text(load.source, load.total),
        "profile": load.profile,
        "profile_version": load.profile_version,
        "loaded_at": load.loaded_at.isoformat(),
        "actor": load.actor_name,
        "undone_at": load.undone_at.isoformat() if load.undone_at else None,
        "undone_by": load.undone_by,
    }


def profile_record(record: ProfileRecord) -> Record:
    """One saved profile."""
    layout = record.layout
    return {
        "name": record.name,
        "version": record.version,
        "source": layout.source.value,
        "columns": [{"heading": heading, "field": field or None} for heading, field in layout.columns],
        "sheets": list(layout.sheets),
        "unit": layout.unit or None,
        "flipped": layout.is_flipped,
        "scope": layout.scope or None,
        "words": [{"field": field, "word": word, "meaning": meaning} for field, word, meaning in layout.words],
        "saved_at": record.recorded_at.isoformat(),
        "actor": record.actor_name,
    }


def month_record(row: CurrentMonth) -> Record:
    """One loaded month of one source and scope."""
    return {
        "month": str(row.month),
        "source": row.source.value,
        "scope": row.scope,
        "status": row.status.value,
        "load": row.load_id,
        "file": row.file_name,
    }


def share_record(answer: ShareAnswer, unmapped: Unmapped) -> Record:
    """One R12 share. Percentages are unrounded; a missing value is null, and `reason` says why."""
    selection = answer.selection
    return {
        "month": str(selection.month),
        "window": "r12",
        "node": selection.node.code,
        "node_name": selection.node.name,
        "profession": selection.profession.value if selection.profession else None,
        "definition": selection.definition.value,
        "organisation": selection.view.value,
        "known_on": day(selection.known_on),
        "share_pct": number(answer.share_pct.number),
        "reason": answer.share_pct.reason.value if answer.share_pct.reason else None,
        "missing_months": months(answer.share_pct.missing_months),
        "agency_ore": whole(answer.agency_ore),
        "denominator_ore": whole(answer.denominator_ore),
        "baseline_share_pct": number(answer.baseline_share_pct.number),
        "change_on_year_pp": number(answer.change_on_year_pp.number),
        "hours_share_pct": number(answer.hours_share_pct.number),
        "worked_weeks": number(answer.worked_weeks.number),
        "agency_cost_2015_ore": whole(answer.agency_cost_2015_ore),
        "preliminary": selection.is_preliminary,
        "unmapped_ore": unmapped.accounts_ore,
    }


def goals_record(table: GoalTable) -> Record:
    """The goal table: amounts in öre, percentages unrounded, and every cell as it is printed."""
    return {
        "month": str(table.selection.month),
        "organisation": table.selection.view.value,
        "known_on": day(table.selection.known_on),
        "months": months(table.months),
        "baseline_year": table.baseline_year,
        "cost_table": [
            _cost_record(row, printed.cells)
            for row, printed in zip(table.cost_rows, cost_table_rows(table), strict=True)
        ],
        "goals": [
            _goal_record(outcome, printed) for outcome, printed in zip(table.outcomes, goal_rows(table), strict=True)
        ],
        "source_loads": [load.id for load in table.source_loads],
        "preliminary": table.data_status is MonthStatus.PRELIMINARY,
        "unmapped_ore": table.unmapped.accounts_ore,
    }


def _cost_record(row: CostRow, cells: tuple[str, ...]) -> Record:
    return {
        "key": row.goal.key,
        "name": row.goal.name,
        "node": row.goal.node,
        "profession": row.goal.profession.value if row.goal.profession else None,
        "baseline_ore": whole(row.baseline_ore),
        "previous_ore": whole(row.previous_ore),
        "current_ore": whole(row.current_ore),
        "change_ore": whole(row.change_ore),
        "change_pct": number(row.change_pct.number),
        "deviation_ore": whole(row.deviation_ore),
        "deviation_pct": number(row.deviation_pct.number),
        "missing_months": months(
            dict.fromkeys(
                month
                for value in (row.baseline_ore, row.previous_ore, row.current_ore)
                for month in value.missing_months
            )
        ),
        "printed": list(cells),
    }


def _goal_record(outcome: GoalOutcome, printed: PrintedGoal) -> Record:
    goal = outcome.goal
    return {
        "key": goal.key,
        "name": goal.name,
        "measure": goal.measure.value,
        "node": goal.node,
        "profession": goal.profession.value if goal.profession else None,
        "deadline": str(goal.deadline),
        "evaluated_at": str(outcome.evaluated_at),
        "status": outcome.status.value,
        "direction": goal.direction.value,
        "outcome": number(outcome.outcome.number),
        "target": number(outcome.target.number),
        "deviation": number(outcome.deviation.number),
        "missing_months": months(outcome.outcome.missing_months),
        "reason": goal.undefined_reason or printed.reason or None,
        "instead": list(outcome.instead),
        "printed": {
            "status": printed.status_text,
            "outcome": printed.outcome,
            "target": printed.target,
            "sentence": printed.sentence,
        },
    }


def months(which: Iterable[Month]) -> list[str]:
    """Write months as text."""
    return [str(month) for month in which]


def day(which: date | None) -> str | None:
    """Write a day; null for now."""
    return None if which is None else which.isoformat()


def number(value: Fraction | None) -> int | float | None:
    """Give a JSON number: whole where it is whole, otherwise the nearest float; null where missing."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def whole(value: Value) -> int | None:
    """Give öre as a whole number."""
    return None if value.number is None else int(value.number)
