"""A few of the kills, on both databases, and that a store left half way would be seen."""

from __future__ import annotations

import pytest

from tests.proofs.kill_loads import Seen, after, main


def test_some_loads_are_killed_and_leave_all_or_nothing(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--kills", "2", "--seed", "4", "--database", database_url]) == 0
    assert capsys.readouterr().out.startswith("2 killed: ")


def test_half_a_load_is_neither_before_nor_after() -> None:
    before = Seen(3, 1, (("2018-01", 1),), 100, 100, 3)
    whole = after(before, 2, 700)
    assert whole.speaking == (("2018-01", 2), ("2018-02", 2), ("2018-03", 2))
    assert whole == Seen(4, 2, whole.speaking, 700, 700, 4)
    assert before != whole
