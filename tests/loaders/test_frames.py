"""What is handed on: cells as Arrow, and a hash of what they say."""

from __future__ import annotations

import hashlib

import polars as pl
import pytest

from bemanning.domain.vocabulary import Source
from loaders.frames import content_hash, to_arrow


@pytest.mark.parametrize("rows", [0, 1, 100_000, 100_001])
def test_a_hash_is_that_of_all_rows(rows: int) -> None:
    cells = pl.DataFrame({"account": [f"4{number}" for number in range(rows)], "ore": range(rows)})
    lines = ["account\x1fore", *(f"4{number}\x1f{number}" for number in range(rows))]
    text = "ledger\n" + "".join(f"{line}\n" for line in lines)
    assert content_hash(Source.LEDGER, cells) == hashlib.sha256(text.encode()).hexdigest()


def test_cells_come_back_from_arrow() -> None:
    cells = pl.DataFrame({"account": ["", "å", 'a";b'], "ore": [1, None, -(2**62)]})
    assert pl.read_ipc_stream(to_arrow(cells)).equals(cells)
