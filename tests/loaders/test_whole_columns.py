"""What is read column by column comes out as it would row by row: sums, faults, places, what is dropped and said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bemanning.domain.month import Month
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders.amounts import AmountParser
from loaders.codes import CodeParser, CountParser, TextParser, WordParser
from loaders.hours import HoursParser
from loaders.parse_file import FileParser
from loaders.period_parser import PeriodParser
from loaders.problem import Mark
from loaders.table import Column, Parser, Role
from loaders.whole_columns import parsed_column
from tests.loaders.built_files import places

_TEXTS = st.text("aBv0159_ .?=-Ã\u00a0", max_size=12) | st.sampled_from(
    ["", "4011", "null", "(tom)", "8507099805", "850709-9805", "Å1", "Summa", "V0000001", "x" * 101, "#N/A", "1E+11"]
)
_AMOUNTS = (
    st.from_regex(r"-?[0-9]{1,13}[.,][0-9]{1,3}", fullmatch=True)
    | st.from_regex(r"-?[0-9]{1,7},[0-9]{2}", fullmatch=True)
    | st.sampled_from(
        ["", "-", "5", "1 234,50", "(12,00)", "1,234", "x", "-0,00", "1,2,3", "+5,00", "5,00\u00a0", "\u0661,00"]
    )
)


def _agrees(kind: Role, name: str, one: Parser, other: Parser, cells: Sequence[str]) -> None:
    whole = parsed_column(Column(name, 0, kind, one), pl.Series(cells, dtype=pl.String))
    each = [other["", cell] if name == "month" else other[cell] for cell in cells]
    certain = {Role.KEY: (str,), Role.TEXT: (str, Mark), Role.AMOUNT: (int, type(None))}[kind]
    if whole is None:
        assert kind is Role.AMOUNT or not all(isinstance(value, certain) for value in each)
    else:
        assert whole.to_list() == [None if value is Mark.DROPPED else value for value in each]


@given(st.lists(_AMOUNTS, min_size=1, max_size=5), st.sampled_from([1, -1, 1000, -1_000_000]))
@example(["999999999999,99", "1,00"], 1_000_000)  # beyond any books
@example(["999999999999,99", "1,00"], 1)
@example(["1,00", "5", "2.50"], 1)
@example(["1,00", "x"], 1)
def test_amounts(cells: list[str], scale: int) -> None:
    one, other = AmountParser("amount", scale), AmountParser("amount", scale)
    _agrees(Role.AMOUNT, "amount", one, other, cells)
    if parsed_column(Column("amount", 0, Role.AMOUNT, one), pl.Series(cells)) is not None:
        assert (one.decimal_marks, one.has_fractions, one.is_pending) == (
            other.decimal_marks,
            other.has_fractions,
            other.is_pending,
        )


@given(st.lists(_TEXTS, min_size=1, max_size=5))
def test_texts(cells: list[str]) -> None:
    one, other = TextParser(), TextParser()
    _agrees(Role.TEXT, "supplier", one, other, cells)
    assert one.garbled == other.garbled


@given(st.lists(_TEXTS | st.sampled_from(["4011", "5011", '="00123"']), min_size=1, max_size=5))
def test_codes(cells: list[str]) -> None:
    _agrees(Role.KEY, "account", CodeParser("account"), CodeParser("account"), cells)


@given(st.lists(st.sampled_from(["201801", "jan-18", "2018-13", "", "Summa", "209912", "x"]), min_size=1, max_size=4))
def test_periods(cells: list[str]) -> None:
    _agrees(Role.KEY, "month", PeriodParser(Month(2020, 1), 2018), PeriodParser(Month(2020, 1), 2018), cells)


@pytest.mark.parametrize("cells", [["152,5", "1:30", ""], ["7", "x"], ["1", "2", ""]])
@pytest.mark.parametrize("parser", [HoursParser, CountParser])
def test_other_numbers(parser: Callable[[], Parser], cells: list[str]) -> None:
    _agrees(Role.AMOUNT, "hours", parser(), parser(), cells)


def test_words() -> None:
    one, other = (WordParser("employment", {"extern": "external", "egen": "own"}) for _ in range(2))
    _agrees(Role.KEY, "employment", one, other, ["Extern", "egen "])


@pytest.mark.parametrize(
    "column",
    [
        Column("account", 0, Role.KEY, CodeParser("account")),
        Column("voucher", 0, Role.TEXT, TextParser()),
        Column("amount", 0, Role.AMOUNT, AmountParser("amount")),
    ],
    ids=lambda column: column.name,
)
def test_sound_cells_leave_no_doubt(column: Column) -> None:
    assert parsed_column(column, pl.Series(["1000,00", "7"])) is not None


_HEADINGS = "Period;Konto;Ansvar;Leverantör;Verifikation;Personnummer;Text;Belopp"
_SOUND = st.tuples(
    st.sampled_from(["201801", "201802"]), st.sampled_from(["4011", "5011"]), st.sampled_from(["101", "102"]),
    st.sampled_from(["Bolag A", "Bolag B AB", "8507099805"]), st.from_regex("V[0-9]{7}", fullmatch=True),
    st.sampled_from(["", "850709-9805"]), st.sampled_from(["", "faktura 1", "för 850709-9805"]),
    st.sampled_from(["12,50", "-4,00", "1 000,00", "", "7"]),
).map(list)  # fmt: skip
_MESSY = st.lists(
    st.sampled_from(
        ["201801", "jan-18", "4011", "00101", "Summa", "", "x" * 120, "1,5", "#N/A", "1,234", "K?n", "(tom)"]
    ),
    max_size=9,
)


def _parsed(parser: FileParser, rows: Sequence[Sequence[str]], end: str, heading: str) -> ParsedFile:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        lines = [_HEADINGS.replace("Konto", heading), *(";".join(row) for row in rows)]
        path.write_text(end.join(lines) + end, newline="", encoding="utf-8")
        return parser.parse(ReadRequest(path, "a.csv", frozenset(["5011"])), "")


@settings(max_examples=150, deadline=None)
@given(
    sound=st.lists(_SOUND, min_size=1, max_size=30),
    messy=st.lists(st.tuples(st.integers(0, 30), _MESSY), max_size=2),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_any_ledger_gives_the_same_either_way(
    sound: list[list[str]], messy: list[tuple[int, list[str]]], end: str, parser: FileParser
) -> None:
    rows = list(sound)
    for place, row in messy:
        rows.insert(place, row)
    # A text with a quotation mark in it is read row by row.
    assert _parsed(parser, rows, end, "Konto") == _parsed(parser, rows, end, '"Konto"')


@pytest.mark.parametrize("at", [5, 30_000])
def test_a_row_in_doubt_is_found_where_it_stands(at: int, parser: FileParser) -> None:
    rows = [["201801", "4011", "101", "Bolag", f"V{number}", "", "", "1,00"] for number in range(41_000)]
    assert _parsed(parser, rows, "\n", "Konto").total == 4_100_000
    rows[at] = ["201801", "", "101", "Bolag", "V1", "", "", "1,00"]
    parsed = _parsed(parser, rows, "\n", "Konto")
    assert [fault.cell for fault in parsed.faults] == [f"B{at + 2}"]
    assert places(parsed.faults) == places(_parsed(parser, rows, "\n", '"Konto"').faults)
    rows[at] = ["Summa", "", "", "", "", "", "", f"{at},00"]
    parsed = _parsed(parser, rows, "\n", "Konto")
    assert (parsed.faults, parsed.rows, parsed.total) == ((), 40_999, 4_099_900)
