"""What the current cells sum to per key: thousands of rows where the cells are hundreds of thousands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import polars as pl
from sqlalchemy import BigInteger, ColumnElement, Connection, Table, and_, cast, func, or_, select

from bemanning.store.frames import read_frame
from bemanning.store.known import known
from bemanning.store.schema import cost_cell, hours_cell, load, load_month

# Column → the values wanted. A row is wanted where any of its columns has one of them.
Wanted = Mapping[str, Sequence[str]]
# Above this the condition costs more than the rows that it spares, and PostgreSQL takes no more than 65 535 values.
MOST_VALUES = 5_000


class SumReader:
    """Sums a company's cells. Every frame has the keys, then the amounts, and is sorted by its keys."""

    def __init__(self, connection: Connection, company: str, as_known: datetime | None = None) -> None:
        """Read on the connection's transaction; with `as_known`, what the database said at that moment."""
        self._connection = connection
        self._company = company
        self._as_known = as_known

    def cost(self, keys: Sequence[str], wanted: Wanted | None = None) -> pl.DataFrame:
        """Sum the cost cells that count now per keys → amount_ore; some of them where told what is wanted.

        Of very many wanted values nothing is left out: there may be rows that were not asked for.
        """
        return self._summed(cost_cell, keys, ("amount_ore",), wanted)

    def hours(self, keys: Sequence[str], wanted: Wanted | None = None) -> pl.DataFrame:
        """Sum the hours cells that count now per keys → centihours, cost_ore (null where no cell has one)."""
        return self._summed(hours_cell, keys, ("centihours", "cost_ore"), wanted)

    def cost_loads(self, wanted: Wanted) -> set[int]:
        """Give the loads, current or not, that have some wanted cost cell."""
        return self._loads(cost_cell, wanted)

    def hours_loads(self, wanted: Wanted) -> set[int]:
        """Give the loads, current or not, that have some wanted hours cell."""
        return self._loads(hours_cell, wanted)

    def _summed(self, table: Table, keys: Sequence[str], amounts: Sequence[str], wanted: Wanted | None) -> pl.DataFrame:
        columns = [table.c[key] for key in keys]
        # PostgreSQL sums BIGINT to NUMERIC; the amounts are whole and stay whole.
        sums = [cast(func.sum(table.c[amount]), BigInteger).label(amount) for amount in amounts]
        same_month = and_(load_month.c.load_id == table.c.load_id, load_month.c.month == table.c.month)
        speaks = and_(same_month, known(load_month, self._as_known))
        query = select(*columns, *sums).join(load_month, speaks).where(load_month.c.company == self._company)
        if wanted is not None:
            query = query.where(_any(table, wanted))
        return read_frame(self._connection, query.group_by(*columns))

    def _loads(self, table: Table, wanted: Wanted) -> set[int]:
        query = select(table.c.load_id).distinct().join(load, load.c.id == table.c.load_id)
        rows = self._connection.execute(query.where(load.c.company == self._company, _any(table, wanted)))
        return set(rows.scalars())


def _any(table: Table, wanted: Wanted) -> ColumnElement[bool]:
    if sum(map(len, wanted.values())) > MOST_VALUES:
        return table.c.load_id.is_not(None)
    return or_(*(table.c[column].in_(list(values)) for column, values in wanted.items()))
