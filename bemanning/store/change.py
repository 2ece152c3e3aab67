"""One write transaction's who and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bemanning.domain.actor import Actor

# The finest that both databases tell moments apart by.
INSTANT = timedelta(microseconds=1)


@dataclass(slots=True)
class Change:
    """Everything recorded in one transaction has one actor and one moment. `logged` tells that the log got a row."""

    actor: Actor
    recorded_at: datetime
    logged: bool = False
