"""What a sheet's look is read from, where a whole file would be a long way round."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter
from openpyxl import Workbook

from bemanning.domain.file_format import FileFormat
from bemanning.domain.parsed_file import ParsedFile
from bemanning.domain.vocabulary import Source
from loaders.amounts import AmountParser
from loaders.codes import CodeParser
from loaders.fault_log import FaultLog
from loaders.header import Header
from loaders.limits import Limits
from loaders.look import Area, Digits, Look, zeros_shown
from loaders.look_xls import LookXls
from loaders.look_xlsb import LookXlsb
from loaders.merged_cells import MergedCodes
from loaders.raw_sheet import Cell, RawSheet, Row
from loaders.read_ods import read_ods
from loaders.read_workbook import read_workbook
from loaders.sheet_look import LookScanner
from loaders.shown_zeros import ShownNumber, shown_with_zeros, with_zeros
from loaders.table import Column, Role
from tests.loaders import ods_files as o


@pytest.mark.parametrize(
    ("number_format", "mask"),
    [
        ("00000", "00000"),
        ("000", "000"),
        ("00000;@", "00000"),
        ("[$-41D]0000", "0000"),
        ("[Red]000_)", "000"),
        ("0", ""),
        ("0.00", ""),
        ("#,##0", ""),
        ("General", ""),
        ("000\\-00", "000-00"),
        ("000-00", "000-00"),
        ("0000\\ 00", "0000 00"),
        ('[$-41D]000" "00;@', "000 00"),
        ('"K"0000', "K0000"),
        ('"K0"0000', ""),
        ("0\\ 000", ""),
        ("0 000 000", ""),
        ("00 000", "00 000"),
        ("#\\ ##0", ""),
        ('0" kr"', ""),
        ("0/00", ""),
        ("hh:00", ""),
        ("yyyy\\-mm", ""),
        ("", ""),
        ("0" * 16, ""),
    ],
)
def test_formats_that_show_zeros_first(number_format: str, mask: str) -> None:
    assert zeros_shown(number_format) == mask


def shown(cells: list[Cell], *digits: tuple[int, int]) -> list[Cell]:
    """A column's cells, where digits are (row, digits), as they come."""
    look = Look()
    for row, count in digits:
        look.note_digits(row, 2, "0" * count)

    def open_rows() -> Iterator[Row]:
        return ([cell] for cell in cells)

    return [row[0] for row in with_zeros(open_rows, look, 2)()]


def test_each_cell_shows_its_own_zeros() -> None:
    cells: list[Cell] = ["Konto", 12.0, 7, 12, 12.5, -3, True, 4, "5"]
    read = shown(cells, (1, 4), (2, 4), (4, 4), (5, 4), (6, 4), (7, 2), (8, 3))
    assert read == ["Konto", "0012", "0007", 12, 12.5, -3, True, "04", "5"]
    assert shown([123456.0, float("inf")], (0, 4), (1, 4)) == [123456.0, float("inf")]


@pytest.mark.parametrize(
    ("mask", "number", "text"),
    [("000-00", 12345.0, "123-45"), ("000-00", 7, "000-07"), ("0000 00", 1234567, "12345 67"), ("K(00)", 5.0, "K(05)")],
)
def test_signs_between_the_digits_are_part_of_a_code_and_no_part_of_an_amount(
    mask: str, number: float, text: str
) -> None:
    cell = shown_with_zeros(number, mask)
    assert isinstance(cell, ShownNumber)
    assert CodeParser("account")[cell] == text
    assert AmountParser("actual")[cell] == number * 100


def test_a_number_that_shows_as_a_code_is_not_the_bare_number() -> None:
    codes = CodeParser("account")
    cells = [
        shown_with_zeros(12345, "000-00"),
        12345,
        shown_with_zeros(12345.0, "000-00"),
        shown_with_zeros(1.5, "0-0"),
    ]
    assert [codes[cell] for cell in cells[:3]] == ["123-45", "12345", "123-45"]
    assert cells[3] == 1.5
    assert shown_with_zeros(-5, "00-00") == -5
    assert ShownNumber(1, "0-1") != ShownNumber(1, "01-")


def test_what_is_shown_is_what_is_loaded(parse: Callable[[Path], ParsedFile], tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Konto", "Kst", "Period", "Utfall"], [12345, 7, 201801, 70], [12345, 12345, 201801, 5]):
        sheet.append(row)
    for cell, number_format in (("A2", "000-00"), ("B2", "00\\ 00"), ("C2", "0000\\-00"), ("D2", "000-00")):
        sheet[cell].number_format = number_format
    book.save(tmp_path / "fil.xlsx")
    parsed = parse(tmp_path / "fil.xlsx")
    cells = pl.read_ipc_stream(parsed.cells).sort("account", descending=True)
    assert cells.select("account", "ansvar", "month", "amount_ore").rows() == [
        ("12345", "12345", "2018-01", 500),
        ("123-45", "00 07", "2018-01", 7000),
    ]


def test_a_format_beyond_the_rows_that_are_read_does_no_harm() -> None:
    look = Look()
    look.note_digits(0, 9, "00000")
    assert list(with_zeros(lambda: iter([[1.0]]), look, 0)()) == [[1.0]]


def test_the_xml_of_a_sheet_says_what_is_hidden_and_merged() -> None:
    look = Look()
    scanner = LookScanner(look, {})
    scanner.scan(b'<cols><col hidden="1" min="2" max="3"/><col min="5" max="5" width="9"/></cols>')
    scanner.scan(b'<x:row r=\'4\' hidden=\'true\'></x:row><row hidden="0" r="5"></row><row hidden="1"></row>')
    scanner.scan(b'<mergeCells><mergeCell ref="a2:A5"/><mergeCell ref="C1:C1"/></mergeCells>')
    assert (look.hidden_columns, look.hidden_rows, look.merged) == ([(1, 2)], {3}, [Area(1, 0, 4, 0)])
    assert (look.is_hidden_column(2), look.is_hidden_column(3)) == (True, False)


def test_cells_in_xml_show_zeros_by_their_style_however_they_are_written() -> None:
    look = Look()
    scanner = LookScanner(look, {7: "00000", 12: "0-0"})
    scanner.scan(b'<c r="A2" s="7"><v>1</v></c><c r="B2" s="1"><v>1</v></c><x:c s=\'12\' r=\'A3\' t="n"><v>2</v></x:c>')
    scanner.scan(b'<c r="A4" s="7"/><c r="A5" s="77"><v>1</v></c>')
    assert look.digits == {0: [Digits(1, 1, "00000"), Digits(2, 2, "0-0")]}


def test_records_that_are_cut_short_say_nothing() -> None:
    look = Look()
    xls, xlsb = LookXls(look, {1: "00000"}), LookXlsb(look, {})
    for kind in (0x208, 0x7D, 0xE5):
        xls.note(kind, b"\1\0")
    for kind in (0, 60, 176):
        xlsb.note(kind, b"\1\0")
    xlsb.note(60, struct.pack("<IIIIH", 1, 1, 0, 0, 0))
    xls.note(0x7D, struct.pack("<HHHHHH", 1, 1, 0, 0, 0, 0))
    xlsb.note_cell(bytes(9), 0, 0)
    assert look == Look()


def test_several_numbers_in_one_record_have_each_their_style() -> None:
    look = Look()
    numbers = b"".join(struct.pack("<HI", style, 5 << 2 | 2) for style in (1, 0, 1))
    LookXls(look, {1: "00000"}).note_cell(0xBD, struct.pack("<HH", 3, 2) + numbers + struct.pack("<H", 4), 3, 2)
    assert look.digits == {2: [Digits(3, 3, "00000")], 4: [Digits(3, 3, "00000")]}


def test_a_key_merged_over_many_rows_is_filled_in_chunk_by_chunk() -> None:
    look = Look()
    look.note_merged(1, 0, 4, 0)
    sheet = RawSheet("x", lambda: iter([]), look=look)
    merged = MergedCodes(sheet, Header(Source.LEDGER, 0, []), [Column("account", 0, Role.KEY, CodeParser("account"))])
    first: list[Row] = [["5011"], [""]]
    second: list[Row] = [[""], [""], [""]]
    merged.fill(1, first)
    merged.fill(3, second)
    assert (first, second) == ([["5011"], ["5011"]], [["5011"], ["5011"], [""]])


@pytest.mark.parametrize("hides", ["collapse", "filter"])
def test_rows_that_a_filter_hides(hides: str, tmp_path: Path) -> None:
    """A filter hides rows as a hand does, and OpenDocument alone tells them apart."""
    rows = o.row(o.text("a")) + o.row(
        o.text("b"), attributes=f'table:visibility="{hides}" table:number-rows-repeated="2"'
    )
    (sheet,) = read_ods(o.ods(tmp_path / "fil.ods", o.table(rows)), Limits(), FaultLog())
    assert sheet.look.hidden_rows == {1, 2}


def test_rows_that_a_filter_of_excel_hides(tmp_path: Path) -> None:
    path = tmp_path / "fil.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_column(0, 0, ["a", "b", "c"])
        page.autofilter(0, 0, 2, 0)
        page.filter_column(0, "x == b")
        page.set_row(2, None, None, {"hidden": True})
    (sheet,) = read_workbook(path, FileFormat.XLSX, Limits(), FaultLog())
    assert sheet.look.hidden_rows == {2}
