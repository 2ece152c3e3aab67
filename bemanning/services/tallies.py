"""What is loaded, summed before any mapping: the same whatever the mappings say, so it is read once per loads."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from bemanning.store import Session


@dataclass(frozen=True, eq=False, slots=True)
class Tallies:
    """Sums of every current cell, absence and budget included.

    accounts: month, account, measure → amount_ore. codes: month, code → centihours. places: ansvar, measure →
    amount_ore. units: month, unit → centihours.
    """

    accounts: pl.DataFrame
    codes: pl.DataFrame
    places: pl.DataFrame
    units: pl.DataFrame


def read_tallies(session: Session) -> Tallies:
    """Sum everything that counts now."""
    return Tallies(
        accounts=session.sums.cost(("month", "account", "measure")),
        codes=session.sums.hours(("month", "code")),
        places=session.sums.cost(("ansvar", "measure")),
        units=session.sums.hours(("month", "unit")),
    )
