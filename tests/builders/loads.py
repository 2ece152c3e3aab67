"""Loads to put in a store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import polars as pl

from bemanning.domain.actor import Actor
from bemanning.domain.parsed_file import COST_CELL_COLUMNS
from bemanning.domain.vocabulary import Source
from bemanning.store import NewLoad, Store, WriteSession

ACTOR = Actor("Kim Kontrollant", "controller")


def new_load(*months: str, **fields: Any) -> NewLoad:  # any field of NewLoad
    """A ledger load of primary care for the months; fields say otherwise."""
    usual: dict[str, Any] = {
        "source": Source.LEDGER,
        "scope": "primary",
        "file_name": "huvudbok.xlsx",
        "sha256": "aa",
        "content_hash": "bb",
        "profile": "voucher_list",
        "profile_version": 1,
        "months": months,
        "rows": 3,
        "total": 600,
    }
    return NewLoad(**usual | fields)


def cost_cells(*cells: tuple[str, str, int], **fields: str) -> pl.DataFrame:
    """Cost cells from (month, account, amount_ore); fields say what the other columns hold."""
    blank = dict.fromkeys(COST_CELL_COLUMNS, "") | {"ansvar": "5001", "measure": "actual"} | fields
    rows = [blank | {"month": month, "account": account, "amount_ore": amount} for month, account, amount in cells]
    return pl.DataFrame(rows, schema={**dict.fromkeys(COST_CELL_COLUMNS, pl.String), "amount_ore": pl.Int64})


def add(session: WriteSession, new: NewLoad, months: Iterable[str] | None = None) -> int:
    """Add the load, let it speak for its months (or for these), and log it."""
    load_id = session.loads.add(new)
    session.months.switch(load_id, new.source, new.scope, new.months if months is None else months)
    session.log.add("load", f"load {load_id}", {})
    return load_id


def add_load(store: Store, *months: str, **fields: Any) -> int:  # any field of NewLoad
    """Add a load in a transaction of its own."""
    with store.writing(ACTOR) as session:
        return add(session, new_load(*months, **fields))


def undo_load(store: Store, load_id: int) -> list[str]:
    """Undo a load in a transaction of its own; gives the months that changed."""
    with store.writing(ACTOR) as session:
        months = session.loads.undo(load_id)
        session.log.add("undo", f"load {load_id}", {})
        return [str(month) for month in months]
