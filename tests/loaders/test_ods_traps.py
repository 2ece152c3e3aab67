"""What an OpenDocument spreadsheet can hold: repeated cells, comments, drawings, errors, and what is done to harm."""
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
from loaders.raw_sheet import Cell
from loaders.read_ods import read_ods
from loaders.shown_zeros import ShownNumber
from tests.loaders import ods_files as o
from tests.loaders.built_files import places

Parse = Callable[..., ParsedFile]

HEADER = o.row(*map(o.text, ("KONTO_ID", "KST_ID", "PERIOD", "UTFALL")))
KEYS = (o.text("5011"), o.text("101"), o.number(201801))
COMMENT = "<office:annotation><text:p>9 fel</text:p></office:annotation>"
DRAWING = "<draw:frame><draw:text-box><text:p>9</text:p></draw:text-box></draw:frame>"


def value(kind: str, written: str, shown: str = "x", more: str = "") -> str:
    name = {"float": "value", "percentage": "value", "currency": "value"}.get(kind, f"{kind}-value")
    return o.cell(f"<text:p>{shown}</text:p>", f'office:value-type="{kind}" office:{name}="{written}" {more}')


FORMULA = 'table:formula="of:=1"'
# name, cell, what it is read as
CELLS: list[tuple[str, str, Cell]] = [
    ("number", value("float", "2.5"), 2.5),
    ("thousands", value("float", "1234", "1 234"), 1234.0),
    ("another number than it shows", value("float", "12.5", "1-2"), 12.5),
    ("percentage", value("percentage", "0.5"), 0.5),
    ("currency", value("currency", "-12.25"), -12.25),
    ("truth", value("boolean", "true"), True),
    ("untruth", value("boolean", "false"), False),
    ("truth kept as a number", value("float", "1", "SANT", FORMULA), True),
    ("date", value("date", "2018-12-31"), date(2018, 12, 31)),
    ("moment", value("date", "2018-12-31T13:45:30"), datetime(2018, 12, 31, 13, 45, 30)),  # noqa: DTZ001
    ("time of day", value("time", "PT07H30M00S"), time(7, 30)),
    ("part of a second", value("time", "PT00H00M00.5S"), time(0, 0, 0, 500_000)),
    ("long time", value("time", "PT31H30M00S"), timedelta(hours=31, minutes=30)),
    ("days", value("time", "P1DT7H"), timedelta(hours=31)),
    ("negative time", value("time", "-PT07H30M00S"), -timedelta(hours=7, minutes=30)),
    ("text", o.text("två ord"), "två ord"),
    ("text in its attribute", value("string", "0501", "visas"), "0501"),
    ("text without a kind", o.cell("<text:p>x</text:p>"), "x"),
    ("text in parts", o.text("a<text:span>b</text:span><text:s/>c<text:s text:c='2'/>d<text:tab/>e<text:line-break/>f"), "a b".replace(" ", "") + " c  d\te\nf"),
    ("paragraphs", o.cell("<text:p>a</text:p>\n <text:p>b</text:p>\n"), "a\nb"),
    ("a comment beside", o.cell(f"{COMMENT}<text:p>x</text:p>"), "x"),
    ("a drawing beside", o.cell(f"<text:p>x</text:p>{DRAWING}"), "x"),
    ("spaces beyond measure", o.text("<text:s text:c='999999999'/>x"), " " * 1000 + "x"),
    ("a formula that gives no text", o.cell("<text:p/>", FORMULA), ""),
    ("a hash that is no error", o.cell("<text:p>#1</text:p>", f'office:value-type="string" {FORMULA}'), "#1"),
    ("a text that looks like an error", o.text("#N/A"), "#N/A"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "read"), [case[1:] for case in CELLS], ids=[case[0] for case in CELLS])
def test_cells(written: str, read: Cell, tmp_path: Path) -> None:
    path = o.ods(tmp_path / "fil.ods", o.table(o.row(written, o.text("slut"))))
    (sheet,) = read_ods(path, Limits(), FaultLog())
    assert list(sheet.open_rows()) == [[read, "slut"]]
    assert type(next(sheet.open_rows())[0]) is type(read)
    assert sheet.flaws == {}


def test_a_number_with_signs_between_its_digits_is_the_code_that_shows(tmp_path: Path) -> None:
    path = o.ods(tmp_path / "fil.ods", o.table(o.row(value("float", "12345", "123-45"))))
    (sheet,) = read_ods(path, Limits(), FaultLog())
    assert list(sheet.open_rows()) == [[ShownNumber(12345, "123-45")]]


# name, cell, the flaw
FLAWS: list[tuple[str, str, str]] = [
    ("an error", o.cell("<text:p>#DIV/0!</text:p>", 'office:value-type="string" office:string-value="" calcext:value-type="error"'), "#DIV/0!"),
    ("an error that shows nothing", o.cell("", 'calcext:value-type="error"'), "#"),
    ("an error told by what it shows", o.cell("<text:p>#NAMN?</text:p>", f'office:value-type="string" {FORMULA}'), "#NAMN?"),
    ("an error that is not available", o.cell("<text:p>#N/A</text:p>", f'office:value-type="string" {FORMULA}'), "#N/A"),
    ("an error by number", o.cell("<text:p>Err:502</text:p>", f'office:value-type="float" office:value="0" {FORMULA}'), "Err:502"),
    ("a formula never calculated", o.cell("", FORMULA), ""),
]  # fmt: skip


@pytest.mark.parametrize(("written", "flaw"), [case[1:] for case in FLAWS], ids=[case[0] for case in FLAWS])
def test_flaws(written: str, flaw: str, tmp_path: Path, parse: Parse) -> None:
    path = o.ods(tmp_path / "fil.ods", o.table(HEADER, o.row(*KEYS, written)))
    (sheet,) = read_ods(path, Limits(), FaultLog())
    assert sheet.flaws == {(1, 3): flaw}
    assert places(parse(path).faults) == [(Code.CELL_ERROR if flaw else Code.FORMULA_UNCALCULATED, "D2")]


def test_what_is_repeated_is_there_as_often(tmp_path: Path) -> None:
    rows = [
        o.row(o.cell("", 'table:number-columns-repeated="2"'), attributes='table:number-rows-repeated="2"'),
        o.row(o.number(1, 'table:number-columns-repeated="2"'), o.cell(), o.cell("", FORMULA), attributes='table:number-rows-repeated="2"'),
        o.row(attributes='table:number-rows-repeated="2"'),
        o.row(o.text("x"), o.cell("", 'table:number-columns-repeated="16383"')),
        o.row(o.cell("", 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048569"'),
    ]  # fmt: skip
    (sheet,) = read_ods(o.ods(tmp_path / "fil.ods", o.table(*rows)), Limits(), FaultLog())
    blank, ones = [""] * 4, [1.0, 1.0, "", ""]
    assert list(sheet.open_rows()) == [blank, blank, ones, ones, blank, blank, ["x", "", "", ""]]
    assert sheet.flaws == {(2, 3): "", (3, 3): ""}


def test_sheets_that_are_hidden_or_hold_nothing(tmp_path: Path) -> None:
    x = o.row(o.text("x"))
    tables = [o.table(x, name="A"), o.table(x, name="B", style="h"), o.table(o.row(o.cell()), name="C")]
    sheets = read_ods(o.ods(tmp_path / "fil.ods", *tables, styles=o.HIDDEN), Limits(), FaultLog())
    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [("A", False), ("B", True)]


FILLED = o.number(1, 'table:number-columns-repeated="{}"')
HOSTILE = {
    "a cell repeated beyond the last column": o.row(FILLED.format(16_385)),
    "a cell after too many blanks": o.row(o.cell("", 'table:number-columns-repeated="16384"'), o.number(1)),
    "a row repeated beyond the last": o.row(o.number(1), attributes='table:number-rows-repeated="1048577"'),
    "rows and columns repeated": o.row(FILLED.format(16_384), attributes='table:number-rows-repeated="1048576"'),
    "a cell in the last row and column": o.row(o.number(1))
    + o.row(attributes='table:number-rows-repeated="1048574"')
    + o.row(o.cell("", 'table:number-columns-repeated="16383"'), o.number(1)),
    "a number without end": o.row(FILLED.format("9" * 10_000)),
    "a number that is none": o.row(FILLED.format("-1")),
}


@pytest.mark.parametrize("row", HOSTILE.values(), ids=HOSTILE)
def test_what_grows_beyond_measure_is_refused(row: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        read_ods(o.ods(tmp_path / "fil.ods", o.table(row)), Limits(), FaultLog())
    assert [(fault.code, fault.params) for fault in raised.value.faults] == [
        (Code.FILE_HOSTILE, {"reason": "cell_span"})
    ]


SOUND = o.table(HEADER, o.row(*KEYS, o.number(5)))
ENTITY = b'<!DOCTYPE x [<!ENTITY a "b">]>'
BESIDE: dict[str, tuple[dict[str, bytes], Code]] = {
    "a password": ({"META-INF/manifest.xml": b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"}, Code.FILE_ENCRYPTED),
    "an entity": ({"content.xml": ENTITY + o.content(SOUND).partition(b"?>")[2]}, Code.FILE_HOSTILE),
    "another encoding": ({"content.xml": o.content(SOUND).replace(b"UTF-8", b"UTF-7")}, Code.FILE_HOSTILE),
    "broken XML": ({"content.xml": o.content(SOUND)[:-30]}, Code.FILE_DAMAGED),
    "a number that is words": ({"content.xml": o.content(o.table(o.row(value("float", "fem"))))}, Code.FILE_DAMAGED),
    "a number that is missing": ({"content.xml": o.content(o.table(o.row(o.cell("", 'office:value-type="float"'))))}, Code.FILE_DAMAGED),
    "a date that is none": ({"content.xml": o.content(o.table(o.row(value("date", "2018-02-30"))))}, Code.FILE_DAMAGED),
    "a time that is none": ({"content.xml": o.content(o.table(o.row(value("time", "7:30"))))}, Code.FILE_DAMAGED),
    "a time beyond all": ({"content.xml": o.content(o.table(o.row(value("time", "P999999DT999999H"))))}, Code.HEADINGS_UNKNOWN),
    "no sheet at all": ({"content.xml": o.content()}, Code.FILE_EMPTY),
    "an xlsx too": ({"xl/workbook.xml": b"<x/>"}, Code.FILE_HOSTILE),
    "a text document": ({"mimetype": b"application/vnd.oasis.opendocument.text"}, Code.FORMAT_UNKNOWN),
}  # fmt: skip


@pytest.mark.parametrize(("more", "code"), BESIDE.values(), ids=BESIDE)
def test_refuses(more: dict[str, bytes], code: Code, tmp_path: Path, parse: Parse) -> None:
    assert [fault.code for fault in parse(o.ods(tmp_path / "fil.ods", SOUND, more=more)).faults] == [code]


@pytest.mark.parametrize("name", ["Basic/Standard/Module1.xml", "Scripts/python/x.py"])
def test_macros_are_ignored_and_said(name: str, tmp_path: Path, parse: Parse) -> None:
    more = {name: b"<x/>", "META-INF/manifest.xml": b"<manifest/>"}
    parsed = parse(o.ods(tmp_path / "fil.ods", SOUND, more=more))
    assert ([warning.code for warning in parsed.warnings], parsed.total) == ([Code.MACROS_IGNORED], 500)


def test_changes_that_are_kept_beside_the_sheets_are_not_read(tmp_path: Path, parse: Parse) -> None:
    kept = (
        "<table:tracked-changes><table:deletion>"
        + o.row(*KEYS, o.number(9))
        + "</table:deletion></table:tracked-changes>"
    )
    assert parse(o.ods(tmp_path / "fil.ods", kept, SOUND)).total == 500
