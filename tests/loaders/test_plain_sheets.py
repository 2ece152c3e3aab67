"""A plain sheet is read by lines of our own: the same cells as the reader library gives, or not read by them at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bemanning.domain.errors import UserError
from bemanning.domain.file_format import FileFormat
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders.fault_log import FaultLog
from loaders.guard import guard_workbook
from loaders.limits import Limits
from loaders.parse_file import FileParser
from loaders.plain_sheet import PlainBook, PlainSheet
from loaders.read_workbook import read_workbook
from loaders.shared_texts import shared_texts
from tests.loaders.xlsx_parts import rows_xml, write_parts

Build = Callable[..., Path]
# The reader library passes a comment by; the lines of our own leave a sheet that has one to it.
_COMMENT = "<!-- -->"
_SHARED = (
    "<si><t>Konto</t></si><si><t> Ansvar </t></si><si><t>A &amp; B</t></si>"
    '<si><t xml:space="preserve"> kvar </t></si><si><t></t></si>'
)
_TEXT = '<c r="{}" t="inlineStr"><is><t>text</t></is></c>'
_NUMBER = '<c r="{}"><v>12.5</v></c>'

PLAIN = {
    "a number": _NUMBER,
    "a number that says so": '<c r="{}" t="n"><v>-4</v></c>',
    "a large number": '<c r="{}"><v>1.25E+16</v></c>',
    "a number with a style": '<c r="{}" s="1"><v>0.1</v></c>',
    "kronor": '<c r="{}" s="5"><v>1000</v></c>',
    "a code with zeros": '<c r="{}" s="3"><v>123</v></c>',
    "a day": '<c r="{}" s="2"><v>43101</v></c>',
    "a day, by a format of all workbooks": '<c r="{}" s="8"><v>43101</v></c>',
    "text": _TEXT,
    "text with blanks": '<c r="{}" t="inlineStr"><is><t> två  ord\t</t></is></c>',
    "text that keeps its blanks": '<c r="{}" t="inlineStr"><is><t xml:space="preserve"> ord\n</t></is></c>',
    "text with marks": '<c r="{}" t="inlineStr"><is><t>&lt;A&gt; &amp; &quot;Ö&apos; > </t></is></c>',
    "shared text": '<c r="{}" t="s"><v>1</v></c>',
    "shared text, styled": '<c r="{}" s="6" t="s"><v>3</v></c>',
    "shared text, its type first": '<c r="{}" t="s" s="2"><v>2</v></c>',
    "shared text of nothing": '<c r="{}" t="s"><v>4</v></c>',
    "a formula": '<c r="{}"><f>A1+1</f><v>3</v></c>',
    "a formula of text": '<c r="{}" t="str"><f>A1</f><v> a&amp;b </v></c>',
    "nothing": "",
    "a blank with a style": '<c r="{}" s="4"/>',
    "a blank with a space": '<c r="{}" s="4" />',
}
NOT_PLAIN = {
    "a truth value": '<c r="{}" t="b"><v>1</v></c>',
    "an error": '<c r="{}" t="e"><v>#N/A</v></c>',
    "an ISO day": '<c r="{}" t="d"><v>2018-01-01</v></c>',
    "a moment": '<c r="{}" s="2"><v>43101.5</v></c>',
    "a day in 1900": '<c r="{}" s="2"><v>59</v></c>',
    "a day after all": '<c r="{}" s="2"><v>2958466</v></c>',
    "a duration": '<c r="{}" s="4"><v>1.5</v></c>',
    "a duration, by a format of all workbooks": '<c r="{}" s="9"><v>1.5</v></c>',
    "a style that may show anything": '<c r="{}" s="6"><v>43101</v></c>',
    "a style by a number that nobody knows": '<c r="{}" s="10"><v>43101</v></c>',
    "a style by no number": '<c r="{}" s="11"><v>43101</v></c>',
    "a style that there is not": '<c r="{}" s="99"><v>43101</v></c>',
    "a number that is none": '<c r="{}"><v>12,5</v></c>',
    "a number with a blank": '<c r="{}"><v> 12</v></c>',
    "infinity": '<c r="{}"><v>inf</v></c>',
    "a formula without its value": '<c r="{}"><f>A1</f></c>',
    "a shared formula": '<c r="{}"><f t="shared" ref="A1:A9" si="0">A1</f><v>1</v></c>',
    "shared text that there is not": '<c r="{}" t="s"><v>5</v></c>',
    "shared text without a number": '<c r="{}" t="s"><v>x</v></c>',
    "text for Excel to unescape": '<c r="{}" t="inlineStr"><is><t>a_x000D_b</t></is></c>',
    "text with a mark by its number": '<c r="{}" t="inlineStr"><is><t>&#65;</t></is></c>',
    "text that is not UTF-8": '<c r="{}" t="inlineStr"><is><t>\udce5\udce4</t></is></c>',
    "text with a return": '<c r="{}" t="inlineStr"><is><t>a\r\nb</t></is></c>',
    "text in two kinds of letters": '<c r="{}" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
    "text where a number stands": '<c r="{}" t="inlineStr"><v>1</v></c>',
    "text of no type": '<c r="{}"><is><t>a</t></is></c>',
    "a cell with two types": '<c r="{}" t="n" t="s"><v>1</v></c>',
    "a cell with more attributes": '<c r="{}" cm="1"><v>1</v></c>',
    "a cell within blanks": '<c r="{}"> <v>1</v></c>',
    "a cell without its place": "<c><v>1</v></c>",
    "a cell in another row": '<c r="B99"><v>1</v></c>',
    "a cell before the others": '<c r="A2"><v>1</v></c>',
}
AROUND = {
    "a comment above": {"above": _COMMENT},
    "a comment below": {"below": _COMMENT},
    "a cell above": {"above": '<c r="A1"><v>1</v></c>'},
    "rows below": {"below": '<sheetData><row r="9"/></sheetData>'},
    "an odd dimension": {"above": '<dimension ref="A"/>'},
    "an odd merge": {"below": '<mergeCells><mergeCell ref="A1"></mergeCell></mergeCells>'},
    "a table of another kind": {"above": "<x:sheetData/>"},
    "broken XML below": {"below": "<a></b>"},
}


def _rows(first: str, second: str = _TEXT) -> list[list[str]]:
    return [[_TEXT, _TEXT], [first, second], [_TEXT, _NUMBER]]


def _is_plain(path: Path) -> bool:
    return bool(guard_workbook(path, Limits()).plain_of)


def _seen(path: Path) -> object:
    """Everything that is told of the sheets of a workbook, kinds of cells included; or why it is refused."""
    try:
        sheets = read_workbook(path, FileFormat.XLSX, Limits(), FaultLog())
    except UserError as error:
        return error.faults
    return [
        (sheet.name, sheet.first_column, sheet.flaws, sheet.look, sheet.is_hidden, list(map(repr, sheet.open_rows())))
        for sheet in sheets
    ]


@pytest.mark.parametrize("cell", PLAIN.values(), ids=PLAIN)
def test_plain_cells_are_read(tmp_path: Path, cell: str) -> None:
    path = write_parts(tmp_path / "a.xlsx", rows_xml(_rows(cell)), texts=_SHARED)
    other = write_parts(tmp_path / "b.xlsx", rows_xml(_rows(cell)), texts=_SHARED, below=_COMMENT)
    assert (_is_plain(path), _is_plain(other)) == (True, False)
    assert _seen(path) == _seen(other)


@pytest.mark.parametrize("attributes", ['hidden="false" ht="12.8"', 'spans="1:2" hidden="0"', 'x14ac:dyDescent="0.25"'])
def test_plain_rows_say_that_they_are_seen(tmp_path: Path, attributes: str) -> None:
    rows = rows_xml([*_rows(_TEXT), [], *_rows(_NUMBER)]).replace('"><c', f'" {attributes}><c')
    rows = rows.replace('<row r="4"></row>', f'<row r="4" {attributes}/>')
    path, other = write_parts(tmp_path / "a.xlsx", rows), write_parts(tmp_path / "b.xlsx", rows, below=_COMMENT)
    assert (_is_plain(path), _is_plain(other)) == (True, False)
    assert _seen(path) == _seen(other)


@pytest.mark.parametrize("cell", NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_other_cells_are_left(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "a.xlsx"
    try:
        is_plain = _is_plain(write_parts(path, rows_xml(_rows(_TEXT, cell)), texts=_SHARED))
    except UserError:  # where no sheet has a cell
        is_plain = False
    assert not is_plain


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_a_sheet_with_oddities_around_its_rows_is_left(tmp_path: Path, around: dict[str, str]) -> None:
    assert not _is_plain(write_parts(tmp_path / "a.xlsx", rows_xml(_rows(_TEXT)), **around))


@pytest.mark.parametrize(
    "rows",
    [
        "",
        '<row r="1"/>',
        rows_xml([["", ""]]),
        rows_xml([[_TEXT, _NUMBER]]).replace("<row", '<row hidden="1"'),
        '<row r="1" hidden="1"></row>' + rows_xml([[""], [_NUMBER]]).removeprefix('<row r="1"></row>'),
        '<row r="1" hidden="true"/>' + rows_xml([[""], [_NUMBER]]).removeprefix('<row r="1"></row>'),
        '<row><c r="A1"><v>1</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="90"><c r="A90"><v>1</v></c></row>',
        rows_xml([[_NUMBER if at >> place & 1 else "" for place in range(8)] for at in range(1, 90)]),
    ],
)
def test_a_sheet_that_is_no_table_is_left(tmp_path: Path, rows: str) -> None:
    assert not _is_plain(write_parts(tmp_path / "a.xlsx", rows))


@pytest.mark.parametrize("texts", ["<si><r><t>a</t></r></si>", "<si><t>a_x000D_</t></si>", "<si/>", "<si><t/></si>"])
def test_a_table_of_odd_texts_is_left(tmp_path: Path, texts: str) -> None:
    rows = rows_xml(_rows('<c r="{}" t="s"><v>0</v></c>'))
    assert not _is_plain(write_parts(tmp_path / "a.xlsx", rows, texts=texts))
    assert not _is_plain(write_parts(tmp_path / "b.xlsx", rows))
    assert _is_plain(write_parts(tmp_path / "c.xlsx", rows, texts="<si><t>a</t></si>"))


def test_what_is_no_sheet_or_table_of_texts_is_left() -> None:
    assert not PlainSheet(PlainBook([], {}, 100)).take(b'<x:sheetData><row r="1"></row>')
    assert shared_texts(b"<x:sst></x:sst>") is None


def test_days_from_1904_are_left(tmp_path: Path) -> None:
    rows = rows_xml(_rows(PLAIN["a day"]))
    assert not _is_plain(write_parts(tmp_path / "a.xlsx", rows, properties='<workbookPr date1904="1"/>'))


def test_a_sheet_that_turns_odd_is_left_with_all_that_was_seen_before(tmp_path: Path) -> None:
    rows = rows_xml([[_TEXT, f'<c r="{{}}"><v>{at}</v></c>'] for at in range(200_000)])
    rows += '<row r="200001"><c r="B200001" t="e"><v>#N/A</v></c></row>'
    guarded = guard_workbook(write_parts(tmp_path / "a.xlsx", rows), Limits(inflate_ratio=10**6))
    (scan,) = guarded.scan_of.values()
    assert not guarded.plain_of
    assert (scan.last_cell, scan.span_cells, scan.flaws) == ((200_000, 1), 400_002, {(200_000, 1): "#N/A"})


def test_more_cells_than_a_sheet_may_have_are_not_kept(tmp_path: Path) -> None:
    path = write_parts(tmp_path / "a.xlsx", rows_xml(_rows(_NUMBER)))
    with pytest.raises(UserError):
        guard_workbook(path, Limits(span_cells=5))


def test_programs_write_plain_sheets(workbook: Build, tmp_path: Path) -> None:
    rows = [["Rapport"], ["Period", "Belopp", "Dag"], [201801, 1.5, date(2018, 1, 31)], ["A & B", None, None]]
    path = tmp_path / "openpyxl.xlsx"
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    assert _is_plain(path)
    assert _is_plain(workbook(rows))


_CELLS = st.sampled_from([*PLAIN.values(), *PLAIN.values(), *PLAIN.values(), *NOT_PLAIN.values()])
_LIKELY = st.lists(st.sampled_from([*PLAIN.values()]), min_size=3, max_size=5)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(_LIKELY | st.lists(_CELLS, max_size=6), max_size=8), is_merged=st.booleans())
def test_any_sheet_is_read_as_the_library_reads_it(rows: list[list[str]], *, is_merged: bool) -> None:
    below = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' if is_merged else ""
    with TemporaryDirectory() as folder:
        path = write_parts(Path(folder) / "a.xlsx", rows_xml(rows), texts=_SHARED, below=below)
        other = write_parts(Path(folder) / "b.xlsx", rows_xml(rows), texts=_SHARED, below=below + _COMMENT)
        assert _seen(path) == _seen(other)


_HEADINGS = ["Period", "Konto", "Ansvar", "Leverantör", "Belopp"]
_KEY = ["201801", "jan-18", "4011", "00101", "Summa", "", "850709-9805", "x" * 120, "1,5", "#N/A", "A &amp; B"]
_AMOUNT = ["<v>12.5</v>", "<v>-4</v>", "<v>0.005</v>", "<v>1E+16</v>", "<v>100</v>"]


@st.composite
def _ledgers(draw: st.DrawFn) -> list[list[str]]:
    """Draw the rows of a ledger: most are sound; of the others each cell may be anything that one finds there."""
    sound = st.tuples(
        st.just("201801"), st.sampled_from(["4011", "5011"]), st.sampled_from(["101", "102"]), st.just("Bolag")
    )
    messy = st.tuples(*[st.sampled_from(_KEY)] * 4)
    keys = draw(st.lists(sound | sound | messy, min_size=1, max_size=8))
    amounts = [draw(st.sampled_from(_AMOUNT[:1] * 6 + _AMOUNT)) for _ in keys]
    return [
        [
            *(f'<c r="{{}}" t="inlineStr"><is><t>{key}</t></is></c>' if key else "" for key in row),
            f'<c r="{{}}">{amount}</c>',
        ]
        for row, amount in zip(keys, amounts, strict=True)
    ]


@settings(max_examples=60, deadline=None)
@given(rows=_ledgers())
def test_any_ledger_gives_the_same_either_way(rows: list[list[str]], parser: FileParser) -> None:
    head = [[f'<c r="{{}}" t="inlineStr"><is><t>{heading}</t></is></c>' for heading in _HEADINGS]]

    def parsed(name: str, below: str) -> ParsedFile:
        path = write_parts(Path(folder) / name, rows_xml(head + rows), below=below)
        return parser.parse(ReadRequest(path, "a.xlsx", frozenset(["5011"])), "")

    with TemporaryDirectory() as folder:
        assert parsed("a.xlsx", "") == parsed("b.xlsx", _COMMENT)
