"""Cells and vouchers: what the files said, summed per key, before any mapping."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import polars as pl
from sqlalchemy import BigInteger, ColumnElement, Connection, Select, Table, and_, cast, delete, func, select

from bemanning.domain.parsed_file import COST_CELL_COLUMNS, HOURS_CELL_COLUMNS, VOUCHER_COLUMNS
from bemanning.domain.vocabulary import AmountMeasure, Employment
from bemanning.store.frames import read_frame, write_frame
from bemanning.store.known import known
from bemanning.store.schema import agency_voucher, cost_cell, hours_cell, load, load_month


class CellReader:
    """Reads a company's cells. Every frame has load_id, then the columns of domain/parsed_file.py, and is sorted so."""

    def __init__(self, connection: Connection, company: str, as_known: datetime | None = None) -> None:
        """Read on the connection's transaction; with `as_known`, what the database said at that moment."""
        self._connection = connection
        self._company = company
        self._as_known = as_known

    def current_cost(self, scope: str | None = None, months: Sequence[str] | None = None) -> pl.DataFrame:
        """Give the cost cells of the loads that speak for their months; of one scope or some months where given."""
        return self._read(_only(self._current(cost_cell, COST_CELL_COLUMNS), cost_cell, scope, months))

    def current_hours(self, scope: str | None = None, months: Sequence[str] | None = None) -> pl.DataFrame:
        """Give the hours cells of the loads that speak for their months; of one scope or some months where given."""
        return self._read(_only(self._current(hours_cell, HOURS_CELL_COLUMNS), hours_cell, scope, months))

    def supplier_costs(self, months: Sequence[str], accounts: Sequence[str]) -> pl.DataFrame:
        """Sum the current cost cells of some months and accounts per month, account, ansvar, supplier and measure."""
        keys = ("month", "account", "ansvar", "supplier", "measure")
        return self._summed(cost_cell, keys, "amount_ore", months, cost_cell.c.account.in_(accounts))

    def account_costs(self, months: Sequence[str], scope: str | None = None) -> pl.DataFrame:
        """Sum the current outcome of some months per month and account; of one scope where given."""
        only = [] if scope is None else [load_month.c.scope == scope]
        is_actual = cost_cell.c.measure == AmountMeasure.ACTUAL.value
        return self._summed(cost_cell, ("month", "account"), "amount_ore", months, is_actual, *only)

    def supplier_hours(self, months: Sequence[str]) -> pl.DataFrame:
        """Sum external people's current hours of some months per month, unit, code, kind of time and supplier."""
        keys = ("month", "unit", "code", "time_kind", "supplier")
        is_external = hours_cell.c.employment == Employment.EXTERNAL.value
        return self._summed(hours_cell, keys, "centihours", months, is_external)

    def cost_of(self, load_id: int) -> pl.DataFrame:
        """Give every cost cell of one load, current or not."""
        return self._read(self._every(cost_cell, COST_CELL_COLUMNS, load_id))

    def hours_of(self, load_id: int) -> pl.DataFrame:
        """Give every hours cell of one load, current or not."""
        return self._read(self._every(hours_cell, HOURS_CELL_COLUMNS, load_id))

    def vouchers(
        self,
        month_from: str,
        month_to: str,
        ansvar: Sequence[str] | None = None,
        accounts: Sequence[str] | None = None,
    ) -> pl.DataFrame:
        """Give the agency voucher rows of the loads that speak for the months, both included.

        Of some ansvar or accounts where given; none of them for an empty list.
        """
        table = agency_voucher
        query = self._current(table, VOUCHER_COLUMNS).where(table.c.month.between(month_from, month_to))
        if ansvar is not None:
            query = query.where(table.c.ansvar.in_(ansvar))
        if accounts is not None:
            query = query.where(table.c.account.in_(accounts))
        return self._read(query)

    def voucher_count(self, load_id: int) -> int:
        """Count the voucher rows that are kept of one load."""
        stored = select(func.count()).select_from(agency_voucher).where(agency_voucher.c.load_id == load_id)
        return self._connection.execute(stored).scalar_one()

    def _read(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        return read_frame(self._connection, query)

    def _current(self, table: Table, names: Sequence[str]) -> Select[*tuple[Any, ...]]:
        query = select(table.c.load_id, *(table.c[name] for name in names)).join(load_month, self._speaks(table))
        return query.where(load_month.c.company == self._company)

    def _summed(
        self, table: Table, keys: Sequence[str], amount: str, months: Sequence[str], *only: ColumnElement[bool]
    ) -> pl.DataFrame:
        columns = [table.c[key] for key in keys]
        # PostgreSQL sums BIGINT to NUMERIC; the amounts are whole and stay whole.
        total = cast(func.sum(table.c[amount]), BigInteger).label(amount)
        query = select(*columns, total).join(load_month, self._speaks(table)).group_by(*columns)
        return self._read(query.where(load_month.c.company == self._company, table.c.month.in_(months), *only))

    def _speaks(self, table: Table) -> ColumnElement[bool]:
        same_month = and_(load_month.c.load_id == table.c.load_id, load_month.c.month == table.c.month)
        return and_(same_month, known(load_month, self._as_known))

    def _every(self, table: Table, names: Sequence[str], load_id: int) -> Select[*tuple[Any, ...]]:
        columns = (table.c[name] for name in names)
        query = select(table.c.load_id, *columns).join(load, load.c.id == table.c.load_id)
        return query.where(load.c.company == self._company, load.c.id == load_id)


class CellWriter(CellReader):
    """Stores what a load said. The load must have been added in the same transaction."""

    def add_cost(self, load_id: int, frame: pl.DataFrame) -> None:
        """Store cost cells (COST_CELL_COLUMNS). Raises the database's IntegrityError when a key comes twice."""
        self._write(cost_cell, frame, load_id)

    def add_hours(self, load_id: int, frame: pl.DataFrame) -> None:
        """Store hours cells (HOURS_CELL_COLUMNS). Raises the database's IntegrityError when a key comes twice."""
        self._write(hours_cell, frame, load_id)

    def add_vouchers(self, load_id: int, frame: pl.DataFrame) -> None:
        """Store voucher rows (VOUCHER_COLUMNS), as many times as they come."""
        first = self.voucher_count(load_id)
        self._write(agency_voucher, frame.with_row_index("position", offset=first), load_id)

    def replace_vouchers(self, load_id: int, frame: pl.DataFrame) -> None:
        """Let the load's voucher rows be the frame's (VOUCHER_COLUMNS)."""
        check_load(self._connection, self._company, load_id)
        self._connection.execute(delete(agency_voucher).where(agency_voucher.c.load_id == load_id))
        self.add_vouchers(load_id, frame)

    def _write(self, table: Table, frame: pl.DataFrame, load_id: int) -> None:
        check_load(self._connection, self._company, load_id)
        write_frame(self._connection, table, frame, load_id=load_id)


def check_load(connection: Connection, company: str, load_id: int) -> None:
    """Raise ValueError unless the load is the company's: once per frame, instead of a foreign key on every row."""
    query = select(load.c.id).where(load.c.id == load_id, load.c.company == company)
    if connection.execute(query).first() is None:
        message = f"{company} has no load {load_id}"
        raise ValueError(message)


def _only(
    query: Select[*tuple[Any, ...]],
    table: Table,
    scope: str | None,
    months: Sequence[str] | None,
) -> Select[*tuple[Any, ...]]:
    if scope is not None:
        query = query.where(load_month.c.scope == scope)
    return query if months is None else query.where(table.c.month.in_(months))
