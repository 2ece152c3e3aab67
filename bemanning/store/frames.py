"""Frames in and out of tables, past SQLAlchemy's row objects: a load is tens of thousands of rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, groupby, repeat
from typing import Any, cast

import polars as pl
import psycopg
from sqlalchemy import JSON, BigInteger, Boolean, ColumnElement, Connection, Integer, Select, Table, func, select

# Tuples handed to SQLite at a time: on a million rows 0.97 of one executemany (Core with dicts 1.25), in less memory.
_CHUNK_ROWS = 20_000
# Rows inserted by one statement: SQLite takes half of the time that it takes over rows one by one.
_STATEMENT_ROWS = 200

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
    insert_rows = _copy if connection.dialect.name == "postgresql" else _insert_checked
    insert_rows(connection, table, whole.select(names))


def read_frame(connection: Connection, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
    """Give the query's rows as a frame with the columns' types, empty or not, sorted by its columns from the left.

    Sorted here and not in SQL, because two databases sort text in two ways.
    """
    types = _types(query)
    rows = list(map(tuple, connection.execute(query).fetchall()))
    return pl.DataFrame(rows, schema=types, orient="row").sort(list(types))


def read_grouped(
    connection: Connection, query: Select[*tuple[Any, ...]], by: Sequence[str], wanted: Collection[tuple[Any, ...]]
) -> pl.DataFrame:
    """Give the query's rows whose values in `by` are wanted, as a frame with the columns' types, in no order.

    For rows in the hundreds of thousands, some thousand to each value of `by`: the database hands a group's columns
    over whole, which takes a third of the time that single rows take.
    """
    rows = query.subquery()
    keys = [rows.c[name] for name in by]
    values = [column for column in rows.c if column.name not in by]
    packed = select(*keys, *(_packed(connection, column) for column in values)).group_by(*keys)
    groups = [group for group in connection.execute(packed) if tuple(group[: len(keys)]) in wanted]
    sizes = [len(group[-1]) for group in groups]
    columns: dict[str, list[object]] = {}
    for at, column in enumerate([*keys, *values]):
        found = [group[at] for group in groups]
        parts = map(repeat, found, sizes) if at < len(keys) else found
        columns[column.name] = list(chain.from_iterable(parts))
    # Not strict: SQLite's truth values are 0 and 1.
    return pl.DataFrame(columns, schema=_types(query), strict=False)


def _packed(connection: Connection, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Gather a column's values in a list. The lists of one group stand in the same order."""
    if connection.dialect.name == "postgresql":
        return func.array_agg(column)
    return func.json_group_array(column, type_=JSON)


def _types(query: Select[*tuple[Any, ...]]) -> dict[str, pl.DataType]:
    return {column.name: _POLARS_TYPES.get(type(column.type), pl.String()) for column in query.selected_columns}


def _insert_checked(connection: Connection, table: Table, frame: pl.DataFrame) -> None:
    """Let SQLite check the words of the first row of each kind: on each row it takes a third of the whole time."""
    checked = [constraint.info["column"] for constraint in table.constraints if "column" in constraint.info]
    if not checked:
        _insert_chunks(connection, table, frame)
        return
    is_first = pl.struct(checked).is_first_distinct()
    _insert_chunks(connection, table, frame.filter(is_first))
    with _unchecked(connection):
        _insert_chunks(connection, table, frame.filter(~is_first))


@contextmanager
def _unchecked(connection: Connection) -> Iterator[None]:
    connection.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints=OFF")


def _insert_chunks(connection: Connection, table: Table, frame: pl.DataFrame) -> None:
    for chunk in frame.iter_slices(_CHUNK_ROWS):
        # What stands on every row is handed over once for each statement. The last column is handed over row by row.
        shared = [name for name in chunk.columns[:-1] if chunk[name].n_unique() == 1]
        own = [name for name in chunk.columns if name not in shared]
        head = chunk.select(shared).row(0) if shared else ()
        values = list(chain.from_iterable(zip(*(chunk[name].to_list() for name in own), strict=True)))
        width = len(own) * _STATEMENT_ROWS
        parts = [(*head, *values[at : at + width]) for at in range(0, len(values), width)]
        for _, alike in groupby(parts, len):
            _insert(connection, table, shared, own, list(alike))


def _insert(
    connection: Connection, table: Table, shared: Sequence[str], own: Sequence[str], parts: list[tuple[Any, ...]]
) -> None:
    """Insert parts of equally many rows, each by one statement: what its rows share, then what each has of its own."""
    marks = ", ".join([*(f"?{number}" for number in range(1, len(shared) + 1)), *("?" for _ in own)])
    rows = ", ".join([f"({marks})"] * ((len(parts[0]) - len(shared)) // len(own)))
    statement = f"INSERT INTO {table.name} ({', '.join([*shared, *own])}) VALUES {rows}"  # noqa: S608  # the schema's own names
    connection.exec_driver_sql(statement, parts)


def _copy(connection: Connection, table: Table, frame: pl.DataFrame) -> None:
    names = ", ".join(frame.columns)
    cursor = cast("psycopg.Connection[Any]", connection.connection.driver_connection).cursor()
    # Text in quotes, so that "" stays text; an unquoted nothing would be NULL.
    with cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN (FORMAT csv)") as copy:
        for chunk in frame.iter_slices(_CHUNK_ROWS):
            copy.write(chunk.write_csv(include_header=False, quote_style="non_numeric"))
