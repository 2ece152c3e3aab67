"""As known on a date: which rows the database held true at a moment."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, or_


def known(table: Table, as_known: datetime | None) -> ColumnElement[bool]:
    """Keep the rows that hold now or, with a moment, that held then (a change is known from its own moment on)."""
    superseded_at = table.c.superseded_at
    if as_known is None:
        return superseded_at.is_(None)
    return and_(table.c.recorded_at <= as_known, or_(superseded_at.is_(None), superseded_at > as_known))
