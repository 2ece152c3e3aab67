"""Tables as xlsx: text stays text, and the bytes carry no clock."""

import time
from collections.abc import Callable
from pathlib import Path

from bemanning.demo.sheets import Column, Table, write_book, write_table

Cells = list[list[object]]
COLUMNS = [Column("Kod"), Column("Belopp", 12, "#,##0.00"), Column("Text")]


def test_text_is_text_whatever_it_looks_like(tmp_path: Path, read_sheet: Callable[[Path, str | None], Cells]) -> None:
    rows = [("0412", 1234.5, "=1+1"), ("", -7, "http://example.org"), (), ("x", 0, "")]
    write_table(tmp_path / "a.xlsx", Table(COLUMNS, rows, ["Rubrik", ""]))
    assert read_sheet(tmp_path / "a.xlsx", "SYNTETISKA DATA") == [
        ["Rubrik", "", ""],
        ["", "", ""],
        ["Kod", "Belopp", "Text"],
        ["0412", 1234.5, "=1+1"],
        ["", -7, "http://example.org"],
        ["", "", ""],
        ["x", 0, ""],
    ]


def test_the_same_table_gives_the_same_bytes_at_another_time(tmp_path: Path) -> None:
    table = Table(COLUMNS, [("a", 1, "b")])
    write_book(tmp_path / "first.xlsx", {"Ett": table, "Två": table})
    time.sleep(2.1)  # a zip archive's times have a step of two seconds
    write_book(tmp_path / "second.xlsx", {"Ett": table, "Två": table})
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()
