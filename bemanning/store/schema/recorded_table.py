"""Tables of the region's own words: rows that are superseded, never changed and never deleted."""

from typing import Any

from sqlalchemy import Column, Index, Table

from bemanning.store.schema.base import MonthText, company, metadata, recorded, row_id


def recorded_table(name: str, *columns: Column[Any], key: tuple[str, ...]) -> Table:
    """Make a table whose rows hold from one recorded moment to another.

    Column names are the fields of the domain's class. Of the rows that hold now, no two have the same `key`: a figure
    can never be counted twice because two rows say what an account means.
    """
    table = Table(name, metadata, row_id(), company(), *columns, *recorded())
    holds_now = table.c.superseded_at.is_(None)
    unique = ("company", *key)
    Index(
        f"uq_{name}_now",
        *(table.c[column] for column in unique),
        unique=True,
        sqlite_where=holds_now,
        postgresql_where=holds_now,
    )
    return table


def valid() -> tuple[Column[Any], Column[Any]]:
    """Give the interval of accounting months, both included, that a row speaks for."""
    return Column("valid_from", MonthText, nullable=False), Column("valid_to", MonthText, nullable=False)
