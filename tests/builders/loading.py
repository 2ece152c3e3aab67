"""Sent files, loads and months as Inläsning sees them: a job in every status, with reports of every kind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bemanning.domain.actor import Actor
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.job import JobKind, JobStage, JobStatus
from bemanning.domain.mapping import Scope
from bemanning.domain.month import Month, month_range
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.services.file_report import FileReport, MonthChange, Outcome
from bemanning.services.job import Job
from bemanning.services.month_strip import MonthStrip, month_strip
from bemanning.services.unmapped import UnmappedItem
from bemanning.store import CurrentMonth
from tests.builders import profiles

CONTROLLER = Actor("Karin Ek", "controller")
SENT_AT = datetime(2019, 1, 14, 8, 12, tzinfo=UTC)
SCOPES = (
    Scope("PV", "Primärvården", "PV"),
    Scope("OS", "Östersunds sjukhus", "OS", is_default=True),
    Scope("TAND", "Tandvård", "TAND"),
)


def report(**changes: object) -> FileReport:
    """A ledger file that restates one month, adds one, and holds an account that no mapping knows."""
    fields = {
        "file": "huvudbok-pv-2018-12.xlsx",
        "outcome": Outcome.ACCEPTED_WITH_WARNINGS,
        "source": Source.LEDGER,
        "scope": "PV",
        "rows": 4_812,
        "total": 18_240_331_00,
        "per_month": {"2018-11": 9_120_331_00, "2018-12": 9_120_000_00},
        "unmapped": (UnmappedItem("account", "40119", 42_113_00, 0),),
        "warnings": (
            Fault(
                FaultCode.MONTH_RESTATED,
                {
                    "month": "2018-11", "before": "9000000.00", "after": "9120331.00", "difference": "120331.00",
                    "unit": "kr",
                },
            ),
        ),
        "faults": (),
        "dropped": {"personal_number": 3},
        "changes": (
            MonthChange("2018-11", None, 9_000_000_00, 9_120_331_00),
            MonthChange("2018-11", "4011", 8_000_000_00, 8_162_444_00),
            MonthChange("2018-11", "40119", 84_226_00, 42_113_00),
            MonthChange("2018-12", None, None, 9_120_000_00),
        ),
    }  # fmt: skip
    return FileReport(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def rejected_report() -> FileReport:
    """A Heroma file with two faults, each with its place, and one that options could lift."""
    faults = (
        Fault(FaultCode.HOURS_UNREADABLE, {"value": "åtta", "column": "hours"}, "Blad1", "F7"),
        Fault(FaultCode.KEY_MISSING, {"column": "unit"}, "Blad1", "B12"),
        Fault(
            FaultCode.WOULD_ERASE,
            {"month": "2018-12", "what": "enhet", "count": 2, "examples": "4101, 4107", "amount": "1520.50 timmar"},
        ),
    )
    return report(
        file="heroma-2018-12.csv", outcome=Outcome.REJECTED, source=Source.HEROMA, rows=1_204, total=96_250_50,
        per_month={"2018-12": 96_250_50}, unmapped=(), warnings=(), faults=faults, dropped={},
        changes=(
            MonthChange("2018-12", None, 97_771_00, 96_250_50),
            MonthChange("2018-12", "201010", 12_000_00, 10_479_50),
        ),
    )  # fmt: skip


def job(number: int = 1, **changes: object) -> Job:
    """A checked file that may be loaded."""
    fields = {
        "id": number,
        "kind": JobKind.CHECK,
        "status": JobStatus.DONE,
        "file_name": "huvudbok-pv-2018-12.xlsx",
        "size_bytes": 1_482_240,
        "actor": CONTROLLER,
        "created_at": SENT_AT + timedelta(minutes=number),
        "started_at": SENT_AT + timedelta(minutes=number, seconds=1),
        "ended_at": SENT_AT + timedelta(minutes=number, seconds=9),
        "report": report(),
    }
    return Job(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def jobs() -> tuple[Job, ...]:
    """One job in every status and stage, newest first: some of checks, some of loads."""
    begun = {"report": None, "ended_at": None}
    return (
        job(10, status=JobStatus.WAITING, file_name="heroma-2019-01.xlsx", started_at=None, **begun),
        job(9, status=JobStatus.RUNNING, stage=JobStage.READING, file_name="huvudbok-os-2018-12.xlsx", **begun),
        job(8, status=JobStatus.RUNNING, stage=JobStage.COMPARING, size_bytes=212_000_000, **begun),
        job(7, kind=JobKind.LOAD, status=JobStatus.RUNNING, stage=JobStage.WRITING, **begun),
        job(6, report=report(profile="ledger-long:Konto nr/Enhetsnr/Belopp", seen=profiles.RECOGNISED)),
        job(5, file_name="heroma-2018-12.csv", report=rejected_report()),
        job(4, kind=JobKind.LOAD, report=report(load_id=2), has_file=False),
        job(3, kind=JobKind.LOAD, status=JobStatus.CANCELLED, report=None),
        job(2, kind=JobKind.LOAD, status=JobStatus.INTERRUPTED, report=None, scope="PV", allow_erase=True),
        job(1, status=JobStatus.CANCELLED, report=None, has_file=False, month_status=MonthStatus.PRELIMINARY),
    )


def current_months() -> list[CurrentMonth]:
    """Four years of primary care and hospital, closed but the last; hours from 2017 with a hole."""
    first, last = Month(2015, 1), Month(2018, 12)
    ledgers = [_current(scope, month) for scope in ("PV", "OS") for month in month_range(first, last)]
    hole = Month(2018, 3)
    hours = [
        _current("OS", month, source=Source.HEROMA) for month in month_range(Month(2017, 1), last) if month != hole
    ]
    return [*ledgers, *hours]


def _current(scope: str, month: Month, source: Source = Source.LEDGER) -> CurrentMonth:
    closed, open_ = (month.year < 2018, MonthStatus.CLOSED), (month < Month(2018, 12), MonthStatus.OPEN)
    status = next((status for holds, status in (closed, open_) if holds), MonthStatus.PRELIMINARY)
    name = f"{source.value}-{scope.lower()}-{month}.xlsx"
    return CurrentMonth(source, scope, month, month.year - 2014, status, SENT_AT, CONTROLLER.name, name)


def strip() -> MonthStrip:
    """The months above laid out; dental care is declared and has nothing."""
    return month_strip(current_months(), SCOPES)
