"""What a cell's text can turn out to be other than a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from bemanning.domain.faults import FaultCode


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a cell can't be read; becomes a fault once its place is known."""

    code: FaultCode
    params: dict[str, str | int] = field(default_factory=dict)


class Mark(Enum):
    """SUM: the cell says that its row is a sum. DROPPED: personal data stood here and is gone."""

    SUM = "sum"
    DROPPED = "dropped"
