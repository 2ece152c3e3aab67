"""A file's report as JSON and back: how a job's process hands it to those who look."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.profile import read_seen
from bemanning.domain.vocabulary import Source
from bemanning.services.file_report import FileReport, MonthChange, Outcome
from bemanning.services.unmapped import UnmappedItem


def report_record(report: FileReport) -> dict[str, Any]:
    """Turn a report into what JSON can hold."""
    return asdict(report)


def read_report(record: dict[str, Any]) -> FileReport:
    """Turn back what `report_record` gave, once it has been through JSON."""
    fields = record | {
        "outcome": Outcome(record["outcome"]),
        "source": None if record["source"] is None else Source(record["source"]),
        "unmapped": tuple(UnmappedItem(**item) for item in record["unmapped"]),
        "warnings": tuple(map(_fault, record["warnings"])),
        "faults": tuple(map(_fault, record["faults"])),
        "changes": tuple(MonthChange(**change) for change in record["changes"]),
    }
    # A report that was written before there were profiles says nothing of them.
    if record.get("seen") is not None:
        fields["seen"] = read_seen(record["seen"])
    return FileReport(**fields)


def _fault(record: dict[str, Any]) -> Fault:
    return Fault(**{**record, "code": FaultCode(record["code"])})
