"""Subtotals in rows of their own, coded like any other row: account 50 beside 501 and 502, or ansvar "Region".

They would count all that they sum twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import polars as pl

from bemanning.domain.faults import FaultCode
from loaders.frames import summed
from loaders.header import LEDGER_KEYS
from loaders.reading import Reading

_AMOUNT = "amount_ore"
# One code beneath another may well be alike by chance; two that sum to it, everywhere, are not.
_FEWEST_PARTS = 2


def refuse_subtotals(outcome: pl.DataFrame, reading: Reading) -> None:
    """Note each code whose amounts are everywhere the sums of the codes that begin with it, or of all others."""
    cells = _sums(outcome, ["month", *LEDGER_KEYS])
    for key in LEDGER_KEYS:
        amount_of = dict(cells.group_by(key).agg(pl.col(_AMOUNT).sum()).sort(key).iter_rows())
        named: set[str] = set()
        for code, parts in [*_families(list(amount_of)), *_wholes(amount_of)]:
            may_be = len(parts) >= _FEWEST_PARTS and amount_of[code] == sum(amount_of[part] for part in parts)
            if may_be and code not in named and _is_sum(cells, key, code, parts):
                named.add(code)
                examples = ", ".join(parts[:_FEWEST_PARTS])
                reading.faults.add(FaultCode.SUBTOTAL_ROWS, column=key, value=code, text=examples)


def _families(codes: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Give each code that others begin with, and those of them that none begins with. `codes` are sorted."""
    wholes = {code for code, after in pairwise(codes) if after.startswith(code)}
    open_wholes: list[str] = []
    parts: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        while open_wholes and not code.startswith(open_wholes[-1]):
            open_wholes.pop()
        if code in wholes:
            open_wholes.append(code)
        else:
            for whole in open_wholes:
                parts[whole].append(code)
    yield from parts.items()


def _wholes(amount_of: Mapping[str, int]) -> Iterator[tuple[str, list[str]]]:
    """Give each code that may sum all others, and those."""
    everything = sum(amount_of.values())
    for code, amount in amount_of.items():
        if 2 * amount == everything:
            yield code, [other for other in amount_of if other != code]


def _is_sum(cells: pl.DataFrame, key: str, code: str, parts: Sequence[str]) -> bool:
    whole, detail = cells.filter(pl.col(key) == code), cells.filter(pl.col(key).is_in(parts))
    keys = [name for name in LEDGER_KEYS if name != key]
    # What sums every account may have a code of its own for them too: account "Kostnad" at ansvar "Region".
    shared = [name for name in keys if set(whole[name]) & set(detail[name])]
    sums = _sums(whole, ["month", *shared])
    return len(sums) > 0 and sums.equals(_sums(detail, ["month", *shared]))


def _sums(rows: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    return summed([rows], [*keys, _AMOUNT], [_AMOUNT]).filter(pl.col(_AMOUNT) != 0)
