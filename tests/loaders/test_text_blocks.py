"""A text's columns hold the same cells as its rows, or are not given."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from loaders.row_block import RowBlock
from loaders.text_blocks import LONGEST_CELL, TextBlock, text_blocks

_CELLS = st.text("aåb1, .\r\t\ufeff\u2028", max_size=3).map(lambda cell: cell.replace("\r", ""))


def _lines(rows: list[list[str]], end: str) -> str:
    return "".join(";".join(row) + end for row in rows)


@given(st.lists(st.lists(_CELLS, min_size=3, max_size=3), min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_even_rows_are_columns(rows: list[list[str]], end: str) -> None:
    block = TextBlock(_lines(rows, end), ";")
    columns = block.columns(3, [0, 2])
    if rows[0][0].startswith("\ufeff"):
        assert columns is None
    else:
        assert columns is not None
        assert {index: cells.to_list() for index, cells in columns.items()} == {
            0: [row[0] for row in rows],
            2: [row[2] for row in rows],
        }
    assert block.rows() == rows


@given(st.lists(st.lists(_CELLS, max_size=4), min_size=1, max_size=5), st.integers(1, 4))
@example([["a"], ["a", "b", "c"]], 2)  # as many cells as there should be
@example([["a", "b", "c"], ["a"]], 2)
@example([["a", "b"], [], ["c", "d"]], 2)
@example([[], ["a"]], 1)
def test_columns_are_those_of_the_rows(rows: list[list[str]], width: int) -> None:
    block = TextBlock(_lines(rows, "\n"), ";")
    columns = block.columns(width, range(width))
    if columns is not None:
        assert [list(row) for row in zip(*(cells.to_list() for cells in columns.values()), strict=True)] == block.rows()


@given(
    st.lists(st.sampled_from(["a;b", "", "c", "d;e;f"]), min_size=1, max_size=9), st.integers(0, 9), st.integers(1, 4)
)
def test_blocks_are_the_text_from_a_line_on(lines: list[str], first: int, size: int) -> None:
    text = "".join(f"{line}\n" for line in lines)
    rows = TextBlock(text, ";").rows()
    blocks = list(text_blocks(text, ";", first, size))
    assert [row for block in blocks for row in block.rows()] == rows[first:]
    assert all(len(block.rows()) == size for block in blocks[:-1])
    assert [block.before for block in blocks] == list(range(first, len(rows), size))
    for block in blocks:
        parts = list(block.parts(2))
        assert [row for part in parts for row in part.rows()] == block.rows()
        assert [part.before for part in parts] == list(range(block.before, block.before + len(block.rows()), 2))


def test_a_cell_that_no_one_wrote_is_left_to_the_rows() -> None:
    block = TextBlock(f"a;b\n{'x' * (LONGEST_CELL + 1)};c\n", ";", 7)
    assert block.columns(2, [1]) is None
    with pytest.raises(UserError) as refused:
        block.rows()
    assert [(fault.code, fault.params) for fault in refused.value.faults] == [(FaultCode.TEXT_BROKEN, {"line": 9})]
    assert TextBlock(f"{'x' * LONGEST_CELL};c\n", ";").columns(2, [1]) is not None


def test_rows_alone_are_cut_too() -> None:
    block = RowBlock([["a"], ["b"], ["c"]])
    assert [part.rows() for part in block.parts(2)] == [[["a"], ["b"]], [["c"]]]
