from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Column, Connection, MetaData, Table, create_engine, insert, select
from sqlalchemy.exc import StatementError
from sqlalchemy.types import TypeEngine

from bemanning.domain.month import Month
from bemanning.store.schema.base import DecimalText, MonthText, UtcDateTime

SWEDISH_SUMMER = timezone(timedelta(hours=2))
NOON = datetime(2018, 6, 30, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    engine = create_engine(database_url)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def _there_and_back(connection: Connection, column_type: TypeEngine[Any], value: object) -> object:
    table = Table("one_column", MetaData(), Column("value", column_type))
    table.create(connection)
    connection.execute(insert(table).values(value=value))
    return connection.execute(select(table.c.value)).scalar_one()


@pytest.mark.parametrize(
    ("column_type", "value"),
    [
        (UtcDateTime(), NOON),
        (UtcDateTime(), None),
        (MonthText(), Month(2018, 12)),
        (MonthText(), None),
        (DecimalText(), Decimal("0.1")),
        (DecimalText(), Decimal("-123456789012345678901234567890.123")),
        (DecimalText(), None),
    ],
)
def test_a_value_comes_back_as_it_went_in(connection: Connection, column_type: TypeEngine[Any], value: object) -> None:
    assert _there_and_back(connection, column_type, value) == value


def test_a_moment_comes_back_in_utc(connection: Connection) -> None:
    back = _there_and_back(connection, UtcDateTime(), NOON.astimezone(SWEDISH_SUMMER))
    assert isinstance(back, datetime)
    assert (back, back.tzinfo) == (NOON, UTC)


def test_a_moment_without_a_time_zone_is_refused(connection: Connection) -> None:
    with pytest.raises(StatementError, match="without a time zone"):
        _there_and_back(connection, UtcDateTime(), NOON.replace(tzinfo=None))
