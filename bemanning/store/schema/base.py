"""What every table is built of: one metadata, one way to name constraints, and column types both databases share."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, Enum, ForeignKey, Integer, MetaData, String, Text, TypeDecorator

from bemanning.domain.month import Month

# Named constraints can be changed by a later migration on both databases; unnamed ones can't on SQLite.
NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING_CONVENTION)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment. Goes in with any time zone and comes out in UTC; a time without a zone is refused with ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn to UTC. SQLite's text column gets no zone, so that text order is time order."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"a moment without a time zone: {value}"
            raise ValueError(message)
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment in UTC, whatever zone the connection has."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class MonthText(TypeDecorator[Month]):
    """A Month, stored as "2018-12"."""

    impl = String(7)
    cache_ok = True

    def process_bind_param(self, value: Month | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Write the month."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Month | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Read the month."""
        return None if value is None else Month.parse(value)


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal number, stored as it is written: SQLite's NUMERIC would make a float of it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Write the number."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Read the number."""
        return None if value is None else Decimal(value)


def one_of(words: type[StrEnum], name: str) -> Enum:
    """Give a text column type that holds one of the words, guarded by a CHECK constraint of that name."""
    return Enum(words, name=name, native_enum=False, create_constraint=True, length=32, values_callable=list)


def row_id() -> Column[int]:
    """Give a key that counts up. Rows are never deleted, so a higher id was always recorded later."""
    return Column("id", Integer, primary_key=True)


def company() -> Column[str]:
    """Give the column that keeps several regions or companies apart in one database."""
    return Column("company", Text, ForeignKey("company.code"), nullable=False)


def recorded() -> tuple[Column[Any], Column[Any]]:
    """Give the interval in which a row was what the database said: from recorded_at until superseded_at."""
    return Column("recorded_at", UtcDateTime, nullable=False), Column("superseded_at", UtcDateTime)
