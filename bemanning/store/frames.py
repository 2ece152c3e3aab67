"""Frames in and out of tables, past SQLAlchemy's row objects: a load is tens of thousands of rows."""

from __future__ import annotations

from typing import Any, cast

import polars as pl
import psycopg
from sqlalchemy import BigInteger, Boolean, Connection, Integer, Select, Table

# Tuples handed to SQLite at a time: on a million rows 0.97 of one executemany (Core with dicts 1.25), in less memory.
_CHUNK_ROWS = 20_000

_POLARS_TYPES: dict[type[Any], pl.DataType] = {
    Integer: pl.Int64(),
    BigInteger: pl.Int64(),
    Boolean: pl.Boolean(),
}


def write_frame(connection: Connection, table: Table, frame: pl.DataFrame, **constants: int) -> None:
    """Insert the frame's rows, with the same constants on every row; PostgreSQL gets them by COPY.

    Raises ValueError when the frame's columns and the constants are not exactly the table's columns, and
    IntegrityError (SQLAlchemy's, or from COPY psycopg's own) when the database refuses a row.
    """
    whole = frame.with_columns(**{name: pl.lit(value) for name, value in constants.items()})
    names = table.columns.keys()
    if set(whole.columns) != set(names):
        message = f"{table.name} has the columns {names}, the frame {whole.columns}"
        raise ValueError(message)
    insert_rows = _copy if connection.dialect.name == "postgresql" else _insert_chunks
    insert_rows(connection, table, whole.select(names))


def read_frame(connection: Connection, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
    """Give the query's rows as a frame with the columns' types, empty or not, sorted by its columns from the left.

    Sorted here and not in SQL, because two databases sort text in two ways.
    """
    types = {column.name: _POLARS_TYPES.get(type(column.type), pl.String()) for column in query.selected_columns}
    rows = list(map(tuple, connection.execute(query).fetchall()))
    return pl.DataFrame(rows, schema=types, orient="row").sort(list(types))


def _insert_chunks(connection: Connection, table: Table, frame: pl.DataFrame) -> None:
    names = ", ".join(frame.columns)
    marks = ", ".join("?" for _ in frame.columns)
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608  # the schema's own names
    for chunk in frame.iter_slices(_CHUNK_ROWS):
        connection.exec_driver_sql(statement, chunk.rows())


def _copy(connection: Connection, table: Table, frame: pl.DataFrame) -> None:
    names = ", ".join(frame.columns)
    cursor = cast("psycopg.Connection[Any]", connection.connection.driver_connection).cursor()
    # Text in quotes, so that "" stays text; an unquoted nothing would be NULL.
    with cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN (FORMAT csv)") as copy:
        for chunk in frame.iter_slices(_CHUNK_ROWS):
            copy.write(chunk.write_csv(include_header=False, quote_style="non_numeric"))
