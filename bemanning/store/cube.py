"""The cube: what the mappings made of the cells, ready to be rolled up and divided."""

from __future__ import annotations

from typing import Any

import polars as pl
from sqlalchemy import BigInteger, Connection, Table, and_, cast, delete, func, select

from bemanning.store.cells import check_load
from bemanning.store.frames import read_frame, write_frame
from bemanning.store.schema import IS_CURRENT, cube_cost, cube_hours, load_month


class CubeReader:
    """Reads a company's cube: the rows of loads that speak for their months, and no others."""

    def __init__(self, connection: Connection, company: str) -> None:
        """Read on the connection's transaction."""
        self._connection = connection
        self._company = company

    def cost(self) -> pl.DataFrame:
        """Give scope, month, ansvar, profession, cost_kind and amount_ore, one row per key, sorted by key."""
        return self._summed(cube_cost, ("ansvar", "profession", "cost_kind"), ("amount_ore",))

    def hours(self) -> pl.DataFrame:
        """Give scope, month, ansvar, profession, employment, worked, centihours and cost_ore, one row per key."""
        return self._summed(cube_hours, ("ansvar", "profession", "employment", "worked"), ("centihours", "cost_ore"))

    def _summed(self, table: Table, keys: tuple[str, ...], amounts: tuple[str, ...]) -> pl.DataFrame:
        speaks = and_(load_month.c.load_id == table.c.load_id, load_month.c.month == table.c.month, IS_CURRENT)
        key_columns: list[Any] = [load_month.c.scope, table.c.month, *(table.c[key] for key in keys)]
        # PostgreSQL sums BIGINT to NUMERIC; the amounts are whole and stay whole.
        sums = [cast(func.sum(table.c[name]), BigInteger).label(name) for name in amounts]
        query = select(*key_columns, *sums).join(load_month, speaks).group_by(*key_columns)
        return read_frame(self._connection, query.where(load_month.c.company == self._company))


class CubeWriter(CubeReader):
    """Replaces what the mappings made of one load."""

    def replace_cost(self, load_id: int, frame: pl.DataFrame) -> None:
        """Let the load's cost be the frame (month, ansvar, profession, cost_kind, amount_ore), one row per key."""
        self._replace(cube_cost, load_id, frame)

    def replace_hours(self, load_id: int, frame: pl.DataFrame) -> None:
        """Let the load's hours be the frame, one row per key.

        Columns: month, ansvar, profession, employment, worked (False for absence), centihours, cost_ore.
        """
        self._replace(cube_hours, load_id, frame)

    def _replace(self, table: Table, load_id: int, frame: pl.DataFrame) -> None:
        check_load(self._connection, self._company, load_id)
        self._connection.execute(delete(table).where(table.c.load_id == load_id))
        write_frame(self._connection, table, frame, load_id=load_id)
