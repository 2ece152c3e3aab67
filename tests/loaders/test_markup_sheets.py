"""Excel's XML of 2003, and web pages, that call themselves .xls."""
# ruff: noqa: E501 -- a row of the table stays on one line

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile
from loaders.fault_log import FaultLog
from loaders.limits import Limits
from loaders.raw_sheet import Cell, RawSheet
from loaders.read_workbook import read_workbook
from loaders.sniff import sniff
from tests.loaders.built_files import places

Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]

HEADER = ("KONTO_ID", "KST_ID", "PERIOD", "UTFALL")


def raw(path: Path) -> list[RawSheet]:
    return read_workbook(path, sniff(path, Limits()), Limits(), FaultLog())


def data(kind: str, words: str, attributes: str = "") -> str:
    return f'<Cell {attributes}><Data ss:Type="{kind}">{words}</Data></Cell>'


def strings(*words: str) -> str:
    return "".join(data("String", word) for word in words)


def row(inside: str, attributes: str = "") -> str:
    return f"<Row {attributes}>{inside}</Row>"


def sheet(*rows: str, name: str = "Blad1", after: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{"".join(rows)}</Table>{after}</Worksheet>'


def workbook(*sheets: str) -> str:
    names = "urn:schemas-microsoft-com:office:spreadsheet"
    return f'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="{names}" xmlns:ss="{names}">{"".join(sheets)}</Workbook>'


HIDDEN = (
    '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
)
XML_CELLS: list[tuple[str, str, Cell]] = [
    ("number", data("Number", "-2.5"), -2.5),
    ("large number", data("Number", "1.5E3"), 1500.0),
    ("text", data("String", "0501 &amp; Åsö"), "0501 & Åsö"),
    ("text in parts", data("String", "a<B xmlns='http://www.w3.org/TR/REC-html40'>b</B>c"), "abc"),
    ("truth", data("Boolean", "1"), True),
    ("untruth", data("Boolean", "0"), False),
    ("date", data("DateTime", "2018-12-31T00:00:00.000"), date(2018, 12, 31)),
    ("moment", data("DateTime", "2018-12-31T13:45:30.000"), datetime(2018, 12, 31, 13, 45, 30)),  # noqa: DTZ001
    ("time of day", data("DateTime", "1899-12-31T07:30:00.000"), time(7, 30)),
    ("long time", data("DateTime", "1900-01-01T07:30:00.000"), timedelta(hours=31, minutes=30)),
    ("formula", data("Number", "5", 'ss:Formula="=2+3"'), 5.0),
    ("a comment beside", '<Cell><Data ss:Type="Number">5</Data><Comment><Data ss:Type="Number">9</Data></Comment></Cell>', 5.0),
    ("blank", "<Cell/>", ""),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "value"), [case[1:] for case in XML_CELLS], ids=[case[0] for case in XML_CELLS])
def test_cells_of_xml(cell: str, value: Cell, text_file: Build) -> None:
    (read,) = raw(text_file(workbook(sheet(row(cell + strings("slut"))))))
    (cells,) = read.open_rows()
    assert (cells, type(cells[0]), read.flaws) == ([value, "slut"], type(value), {})


def test_places_of_xml(text_file: Build) -> None:
    rows = [
        row(strings("a") + data("String", "c", 'ss:Index="3" ss:MergeAcross="1"') + strings("e")),
        row(data("Error", "#DIV/0!") + '<Cell ss:Formula="=1"/>' + data("Error", ""), 'ss:Index="4"'),
        row("<Cell/>"),
    ]
    tables = workbook(sheet(*rows), sheet(row(strings("x")), name="Dolt", after=HIDDEN), sheet(row("<Cell/>")))
    first, second = raw(text_file(tables))
    blank = [""] * 5
    assert list(first.open_rows()) == [["a", "", "c", "", "e"], blank, blank, blank]
    assert first.flaws == {(3, 0): "#DIV/0!", (3, 1): "", (3, 2): "#"}
    assert [(each.name, each.is_hidden) for each in (first, second)] == [("Blad1", False), ("Dolt", True)]


HOSTILE_XML = {
    "a cell before the last": (sheet(row(strings("a", "b") + data("String", "c", 'ss:Index="1"'))), Code.FILE_HOSTILE),
    "a row before the last": (sheet(row(strings("a")), row(strings("a"), 'ss:Index="1"')), Code.FILE_HOSTILE),
    "a cell beyond the last column": (sheet(row(data("String", "c", 'ss:Index="16385"'))), Code.FILE_HOSTILE),
    "a row beyond the last": (sheet(row(strings("a"), 'ss:Index="1048577"')), Code.FILE_HOSTILE),
    "a cell merged beyond": (sheet(row(data("String", "c", 'ss:MergeAcross="9999999"'))), Code.FILE_HOSTILE),
    "a place that is none": (sheet(row(data("String", "c", 'ss:Index="-1"'))), Code.FILE_HOSTILE),
    "one cell far away": (sheet(row(strings("a")), row(data("String", "c", 'ss:Index="16384"'), 'ss:Index="1048576"')), Code.FILE_HOSTILE),
    "a number that is words": (sheet(row(data("Number", "fem"))), Code.FILE_DAMAGED),
    "a date that is none": (sheet(row(data("DateTime", "2018-02-30"))), Code.FILE_DAMAGED),
    "cut off": ("<Worksheet>", Code.FILE_DAMAGED),
    "a declaration within": (sheet(row(strings("a"))) + '<?xml version="1.0"?>', Code.FILE_DAMAGED),
}  # fmt: skip


@pytest.mark.parametrize(("content", "code"), HOSTILE_XML.values(), ids=HOSTILE_XML)
def test_refuses_xml(content: str, code: Code, text_file: Build) -> None:
    with pytest.raises(UserError) as raised:
        raw(text_file(workbook(content)))
    assert [fault.code for fault in raised.value.faults] == [code]


def test_xml_without_a_declaration(text_file: Build) -> None:
    content = workbook(sheet(row(strings("a")))).partition("\n")[2]
    (read,) = raw(text_file(content))
    assert list(read.open_rows()) == [["a"]]


def test_rows_outside_any_sheet_are_nothing(text_file: Build) -> None:
    assert raw(text_file(workbook(row(strings("x")), HIDDEN))) == []


LEDGER_XML = workbook(sheet(row(strings(*HEADER)), row(strings("0501", "007", "201801") + data("Number", "5"))))
PAGE = "<html><body><table><tr><th>KONTO_ID<th>KST_ID<th>PERIOD<th>UTFALL</tr><tr><td>0501<td>007<td>201801<td>5,00</table>"


@pytest.mark.parametrize(
    "content", [LEDGER_XML.encode(), LEDGER_XML.encode("utf-16"), PAGE.encode(), PAGE.encode("utf-16")]
)
def test_a_ledger_is_a_ledger(content: bytes, text_file: Build, parse: Parse) -> None:
    parsed = parse(text_file(content, name="ekonomi.xls"))
    assert (places(parsed.faults), parsed.total) == ([], 500)


def page(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{each}</tr>' for each in rows)}</table>"


PAGES: dict[str, tuple[str, list[list[Cell]]]] = {
    "plain": (page("<td>a</td><td>b</td>"), [["a", "b"]]),
    "no end tags": ("<table><tr><td>a<td>b<tr><td>c</table>", [["a", "b"], ["c", ""]]),
    "cells without a row": ("<table><td>a</td><td>b</td></table>", [["a", "b"]]),
    "blanks and breaks": (page("<td>\n  a &nbsp;b&amp;\n c </td><td>d<br>e<p>f</p></td><td>&nbsp;</td><td>g</td>"), [["a \u00a0b& c", "d\ne\nf", "", "g"]]),
    "exact numbers": (page('<td x:num="1234.5678">1 235</td><td x:num>7</td><td x:num="fel">8</td>'), [[1234.5678, "7", "8"]]),
    "wide cells": (page('<td colspan="2">a</td><td>b</td>', '<td colspan="x">c</td><td colspan="0">d</td>'), [["a", "", "b"], ["c", "d", ""]]),
    "tall cells": (page('<td rowspan="3">a</td><td>b</td><td rowspan="2">c</td>', "<td>d</td>", "<td>e</td><td>f</td>"), [["a", "b", "c"], ["", "d", ""], ["", "e", "f"]]),
    "wide and tall": (page('<td rowspan="2" colspan="2">a</td><td>b</td>', "<td>c</td>"), [["a", "", "b"], ["", "", "c"]]),
    "blank rows between": (page("<td>a</td>", "", "<td></td>", "<td>b</td>"), [["a"], [""], [""], ["b"]]),
    "scripts and styles": (page("<td><style>x</style>a<script>if (a<b) x()</script></td>") + "</style>", [["a"]]),
    "other elements": ("<table><p><tr><br><td><b>a</b><i>b</i></table>", [["ab"]]),
    "text outside": ("<meta charset=utf-8><h1>x</h1>" + page("<td>a</td>y") + "z<td>w</td></tr></table>", [["a"]]),
}  # fmt: skip


@pytest.mark.parametrize(("content", "rows"), PAGES.values(), ids=PAGES)
def test_tables_of_a_page(content: str, rows: list[list[Cell]], text_file: Build) -> None:
    (read,) = raw(text_file(f"<html>{content}"))
    assert list(read.open_rows()) == rows


def test_a_table_within_a_table_is_one_of_its_own(text_file: Build) -> None:
    inner = page("<td>b</td>")
    outer = page(f"<td>a{inner}c</td>")
    assert {each.name: list(each.open_rows()) for each in raw(text_file(outer))} == {
        "Tabell 1": [["ac"]],
        "Tabell 2": [["b"]],
    }


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "<HTML>", "<meta charset=x>", "<head></head>", "<style></style>", "\n<!-- x -->\n", ""]
)
def test_a_page_is_told_by_its_beginning(start: str, text_file: Build) -> None:
    (read,) = raw(text_file(start + "<table><tr><td>a</td></tr></table>"))
    assert list(read.open_rows()) == [["a"]]


def test_a_table_of_text_may_begin_with_a_bracket(text_file: Build, parse: Parse) -> None:
    assert parse(text_file("<Rapport>\nKonto;Kst;Period;Belopp\n1;2;201801;5\n")).total == 500


@pytest.mark.parametrize(
    "content",
    [
        page('<td colspan="16384">a</td><td>b</td>'),
        page('<td colspan="99999999999">a</td><td>b</td>'),
        page('<td rowspan="99999999999" colspan="16384">a</td>', *["<td>a</td>"]),
    ],
)
def test_pages_that_grow_beyond_measure_are_refused(content: str, text_file: Build) -> None:
    with pytest.raises(UserError) as raised:
        raw(text_file(content))
    assert raised.value.faults[0].params == {"reason": "cell_span"}


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1"])
def test_where_no_letter_tells_the_page_says_its_encoding(charset: str, text_file: Build) -> None:
    content = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">{page("<td>é</td>")}'
    (read,) = raw(text_file(content.encode("cp1252")))
    assert list(read.open_rows()) == [["é"]]
    with pytest.raises(UserError):
        raw(text_file(page("<td>é</td>").encode("cp1252")))


@pytest.mark.parametrize("content", ["<table><tr><td>a</td></tr>", "<table><tr><td>a", f"{page('<td>a</td>')}<table>"])
def test_a_page_that_ends_within_a_table_is_cut_off(content: str, text_file: Build, parse: Parse) -> None:
    (fault,) = parse(text_file(f"<html>{content}")).faults
    assert (fault.code, fault.params) == (Code.FILE_DAMAGED, {"reason": "page_cut_off"})


def test_zeros_shown_by_the_style_of_a_cell_its_row_or_its_column(text_file: Build) -> None:
    styles = '<Styles><Style ss:ID="z"><NumberFormat ss:Format="000"/></Style><Style ss:ID="d"/></Styles>'
    columns = '<Column/><Column ss:StyleID="z" ss:Span="1" ss:Hidden="0"/><Column ss:StyleID="d"/>'
    one, plain = data("Number", "7"), data("Number", "7", 'ss:StyleID="d"')
    content = sheet(columns, row(one * 4), row(one + plain, 'ss:StyleID="z"'))
    (read,) = raw(text_file(workbook(styles, content)))
    assert list(read.open_rows()) == [[7, "007", "007", 7], ["007", 7, "", ""]]
    assert read.look.hidden_columns == []
