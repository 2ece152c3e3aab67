"""What is read the quick way comes out as it would the long way, cell by cell and row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.parsed_file import ParsedFile
from loaders.amounts import AmountParser
from loaders.codes import TextParser
from loaders.fault_log import FaultLog
from loaders.ragged_rows import square
from loaders.raw_sheet import Row
from loaders.read_text import read_text
from tests.loaders.built_files import places

Build = Callable[..., Path]
_LONGEST = 131_072


@given(st.from_regex(r"-?[0-9]{1,13}[.,][0-9]{1,3}", fullmatch=True), st.sampled_from([1, -1, 1000, 1_000_000]))
@example("99999999999,99", 1_000_000)  # beyond any books
def test_amounts(text: str, scale: int) -> None:
    quick, slow = AmountParser("amount", scale), AmountParser("amount", scale)
    # A blank before it makes it an amount that has to be tidied first.
    assert quick[text] == slow[f" {text}"]
    assert quick.decimal_marks == slow.decimal_marks
    assert quick.has_fractions == slow.has_fractions


@given(
    st.text("aBv0159_ .?=-Ã", max_size=12)
    | st.from_regex(r"[A-Z]{0,2}[0-9]{5,12}", fullmatch=True)
    | st.sampled_from(["null", "Null", "(tom)", "8507099805", "850709-9805", "Å1"])
)
def test_texts(text: str) -> None:
    quick, slow = TextParser(), TextParser()
    assert quick[text] == slow[f" {text}"]
    assert quick.garbled == slow.garbled


@given(st.lists(st.text("ab;\n\r1,", max_size=9).map(lambda line: line.replace("\r", "\r\n")), max_size=6))
def test_rows_of_a_text_without_quotation_marks(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    text = "Konto;Ansvar\n" + "\n".join(lines)
    path = tmp_path_factory.mktemp("text") / "a.csv"
    path.write_bytes(text.encode())
    sheet = read_text(path, lambda heading: heading in ("Konto", "Ansvar"), FaultLog())
    assert list(sheet.open_rows()) == list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("mark", ["", '"'], ids=["split", "parsed"])
def test_a_cell_that_no_one_wrote_is_refused(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.csv"
    rows = f"{mark}a{mark};b\n" * 3
    path.write_text(f"{rows}{'x' * _LONGEST};{'y' * _LONGEST}\n")
    assert len(list(read_text(path, lambda _: False, FaultLog()).open_rows())) == 4
    path.write_text(f"{rows}{'x' * _LONGEST}y;1\n")
    with pytest.raises(UserError) as refused:
        list(read_text(path, lambda _: False, FaultLog()).open_rows())
    assert [(fault.code, fault.params) for fault in refused.value.faults] == [(FaultCode.TEXT_BROKEN, {"line": 4})]


def test_a_text_of_several_pieces_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("".join(f"{number};{'x' * 90}\r\n" for number in range(30_000)), newline="")
    rows = list(read_text(path, lambda _: False, FaultLog()).open_rows())
    assert [row[0] for row in rows] == [str(number) for number in range(30_000)]


def test_rows_as_wide_as_the_header_are_square() -> None:
    rows: list[Row] = [["a", "b"], ["", ""]]
    assert square(rows, 2) == {}
    assert square(rows, 1) == {0: 1}


@pytest.mark.parametrize(("budgets", "blank"), [(["1", ""], 1), (["1", "2"], 0), (["", "3"], 1)])
def test_rows_without_any_amount_are_counted(
    text_file: Build, parse: Callable[..., ParsedFile], budgets: list[str], blank: int
) -> None:
    rows = "".join(
        f"201801;4011;10{at};{amount};{budget}\n"
        for at, (amount, budget) in enumerate([("5", ""), *[("", each) for each in budgets]])
    )
    parsed = parse(text_file(f"Period;Konto;Ansvar;Utfall;Budget\n{rows}"))
    counts = [fault.params["count"] for fault in parsed.warnings if fault.code is FaultCode.AMOUNT_BLANK]
    assert (places(parsed.faults), counts) == ([], [blank] if blank else [])
