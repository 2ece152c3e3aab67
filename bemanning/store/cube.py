"""The cube: what the mappings made of the cells, ready to be rolled up and divided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

import polars as pl
from sqlalchemy import Connection, Table, delete, select

from bemanning.domain.month import Month
from bemanning.store.cells import check_load
from bemanning.store.frames import read_grouped, write_frame
from bemanning.store.known import known
from bemanning.store.schema import cube_cost, cube_hours, load_month


class CubeReader:
    """Reads a company's cube: the rows of loads that speak for their months, and no others.

    The cube is what today's mappings make of the cells, also of those that spoke at an earlier moment.
    """

    def __init__(self, connection: Connection, company: str, as_known: datetime | None = None) -> None:
        """Read on the connection's transaction; with `as_known`, the loads that spoke at that moment."""
        self._connection = connection
        self._company = company
        self._as_known = as_known

    def cost(self, months: Collection[Month] | None = None) -> pl.DataFrame:
        """Give month, ansvar, profession, cost_kind and amount_ore, a row per load and key, in no order.

        Of some months where given.
        """
        return self._read(cube_cost, ("ansvar", "profession", "cost_kind", "amount_ore"), months)

    def hours(self, months: Collection[Month] | None = None) -> pl.DataFrame:
        """Give month, ansvar, profession, employment, worked, centihours and cost_ore, a row per load and key.

        In no order; of some months where given.
        """
        names = ("ansvar", "profession", "employment", "worked", "centihours", "cost_ore")
        return self._read(cube_hours, names, months)

    def _read(self, table: Table, names: Sequence[str], months: Collection[Month] | None) -> pl.DataFrame:
        speaking = self._speaking(months)
        query = select(table.c.load_id, table.c.month, *(table.c[name] for name in names))
        query = query.where(table.c.load_id.in_(sorted({load_id for load_id, _ in speaking})))
        return read_grouped(self._connection, query, ("load_id", "month"), speaking).drop("load_id")

    def _speaking(self, months: Collection[Month] | None) -> set[tuple[int, str]]:
        """Give every load and month that it speaks for."""
        query = select(load_month.c.load_id, load_month.c.month).where(
            load_month.c.company == self._company, known(load_month, self._as_known)
        )
        if months is not None:
            query = query.where(load_month.c.month.in_(months))
        return {(load_id, str(month)) for load_id, month in self._connection.execute(query)}


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
