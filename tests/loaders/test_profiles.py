"""A table of layouts: each file is built here and read by one, with its exact total, or what moved, by cell."""
# ruff: noqa: E501 -- a row of the table stays on one line

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.profile import PERSONAL, Layout, Profile, Seen, corrected
from bemanning.domain.vocabulary import Source
from loaders.parse_file import FileParser
from tests.loaders.built_files import Cell, Rows, cells_of, places
from tests.loaders.conftest import write_workbook
from tests.loaders.test_heroma_traps import READ as HEROMA_FILES
from tests.loaders.test_ledger_traps import READ as LEDGER_FILES

LEDGER, HEROMA = Source.LEDGER, Source.HEROMA
ODD = ["Kto", "Avd", "P", "Värde"]
ODD_COLUMNS = (("Kto", "account"), ("Avd", "ansvar"), ("P", "month"), ("Värde", "actual"))
ROW: list[Cell] = ["5011", "101", 201801, 12.5]
WIDE_COLUMNS = (("Kto", "account"), ("Avd", "ansvar"))
Build = Callable[..., Path]
Read = Callable[..., ParsedFile]


def odd(**changes: object) -> Layout:
    """A layout whose headings no table knows, all of them."""
    return replace(Layout(LEDGER, ODD_COLUMNS), **changes)  # type: ignore[arg-type]  # any field


@pytest.fixture
def read(parser: FileParser) -> Read:
    """Read a file by saved profiles, as their names and layouts."""

    def run(path: Path, *layouts: Layout, is_chosen: bool = False, wanted: Source | None = None) -> ParsedFile:
        profiles = tuple(Profile(f"P{number}", number, layout) for number, layout in enumerate(layouts, 1))
        return parse(
            parser, path, ReadRequest(path, path.name, frozenset(), profiles, is_chosen=is_chosen, source=wanted)
        )

    return run


@pytest.fixture
def correct(parser: FileParser) -> Read:
    """Read a file as a person corrected it."""

    def run(path: Path, layout: Layout) -> ParsedFile:
        return parse(parser, path, ReadRequest(path, path.name, profiles=(Profile("", 0, layout),), is_chosen=True))

    return run


def parse(parser: FileParser, path: Path, request: ReadRequest) -> ParsedFile:
    return parser.parse(request, hashlib.sha256(path.read_bytes()).hexdigest())


# name, rows, layout, total in öre, warnings
READ: list[tuple[str, Rows, Layout, int, Sequence[Code]]] = [
    ("headings that no table knows", [ODD, ROW], odd(), 1250, []),
    ("headings drawn otherwise", [["KTO ", "avd", "p.", "VÄRDE:"], ROW], odd(), 1250, []),
    ("columns in another order", [["P", "Värde", "Avd", "Kto"], [201801, 12.5, "101", "5011"]], odd(), 1250, []),
    ("title rows", [["Region X"], [], ODD, ROW], odd(), 1250, []),
    ("a column without a heading", [[None, *ODD], ["x", *ROW]], odd(), 1250, []),
    ("a new column is left", [[*ODD, "UTFALL", "BUDGET"], [*ROW, 99, 99]], odd(), 1250, []),
    ("a new column of amounts is told of", [[*ODD, "Nytt"], [*ROW, 99.5]], odd(), 1250, [Code.COLUMN_IGNORED]),
    ("a column that is not read", [[*ODD, "Nytt"], [*ROW, 99.5]], odd(columns=(*ODD_COLUMNS, ("Nytt", ""))), 1250, []),
    ("a column that is not read may go", [ODD, ROW], odd(columns=(*ODD_COLUMNS, ("Nytt", ""))), 1250, []),
    ("the sign is turned", [ODD, ROW, ["5011", "101", 201801, -2]], odd(is_flipped=True), -1050, []),
    ("turned, with its sum row", [ODD, ROW, ROW, ["Summa", None, None, 25]], odd(is_flipped=True), -2500, []),
    ("turned, an ambiguous text settled by its column", [ODD, [*ROW[:3], "1,234"], [*ROW[:3], "12.50"]], odd(is_flipped=True), -124650, []),
    ("turned, credit beside", [[*ODD, "D/K"], [*ROW[:3], -5, "D"], [*ROW[:3], 2, "K"]], odd(is_flipped=True), 300, []),
    ("kronor and öre in the heading", [[*ODD[:3], "Värde, kr och öre"], ROW], odd(columns=(*ODD_COLUMNS[:3], ("Värde, kr och öre", "actual"))), 1250, []),
    ("kronor or öre in the heading", [[*ODD[:3], "Värde (kr, öre)"], ROW], odd(columns=(*ODD_COLUMNS[:3], ("Värde (kr, öre)", "actual"))), 1250, []),
    ("debit and credit", [[*ODD[:3], "Ut", "In"], [*ROW[:3], 5, None], [*ROW[:3], None, 2]], odd(columns=(*ODD_COLUMNS[:3], ("Ut", "debit"), ("In", "credit"))), 300, [Code.AMOUNT_OF_HALVES]),
    ("debit and credit, turned", [[*ODD[:3], "Ut", "In"], [*ROW[:3], None, 5], [*ROW[:3], 2, 0]], odd(columns=(*ODD_COLUMNS[:3], ("Ut", "debit"), ("In", "credit")), is_flipped=True), 300, [Code.AMOUNT_OF_HALVES]),
    ("debit, and there is no credit", [[*ODD[:3], "Debet", "Kreditor"], [*ROW, "x"]], odd(columns=(*ODD_COLUMNS[:3], ("Debet", "actual"))), 1250, []),
    ("the unit is set", [ODD, ROW], odd(unit="tkr"), 12_500_00, []),
    ("the unit is set, in spite of currencies", [["Belopp i EUR"], [*ODD, "Valuta"], [*ROW, "EUR"]], odd(unit="kr", overruled="EUR"), 1250, []),
    ("the unit is set, in spite of a currency and a title's unit", [["Belopp i tkr, valuta USD"], ODD, ROW], odd(unit="kr", overruled="USD, tkr"), 1250, [Code.UNIT_SET]),
    ("the unit is set and turned", [ODD, ROW], odd(unit="mkr", is_flipped=True), -12_500_000_00, []),
    ("rounded thousands, turned", [ODD, [*ROW[:3], 5], [*ROW[:3], 7], ["Summa", None, None, 13]], odd(unit="tkr", is_flipped=True), -12_000_00, [Code.TOTAL_ROUNDED]),
    ("the unit is as a title says", [["Belopp i tkr"], ODD, ROW], odd(), 12_500_00, [Code.UNIT_SCALED]),
    ("the unit is set, and a title says the same", [["Belopp i tkr"], ODD, ROW], odd(unit="tkr"), 12_500_00, []),
    ("the unit is in the heading", [[*ODD[:3], "Värde (tkr)"], ROW], odd(columns=(*ODD_COLUMNS[:3], ("Värde (tkr)", "actual"))), 12_500_00, [Code.UNIT_SCALED]),
    ("thousands in the words of the heading", [[*ODD[:3], "Värde (1000 kr)"], ROW], odd(columns=(*ODD_COLUMNS[:3], ("Värde (1000 kr)", "actual"))), 12_500_00, [Code.UNIT_SCALED]),
    ("tkr after a number in the heading", [[*ODD[:3], "Prognos 2 tkr"], ROW], odd(columns=(*ODD_COLUMNS[:3], ("Prognos 2 tkr", "actual"))), 12_500_00, [Code.UNIT_SCALED]),
    ("thousands in the heading of another column", [[*ODD, "Antal (1000-tal)"], [*ROW, 1]], odd(columns=(*ODD_COLUMNS, ("Antal (1000-tal)", "supplier"))), 1250, []),
    ("a title's unit that is known to be wrong", [["Belopp i tkr"], ODD, ROW], odd(unit="kr", overruled="tkr"), 1250, [Code.UNIT_SET]),
    ("two headings alike", [["Kto", "Avd", "P", "Kr", "Kr"], ["1", "2", 201801, 99, 5]], odd(columns=(*ODD_COLUMNS[:3], ("Kr", ""), ("Kr", "actual"))), 500, []),
    ("months as columns", [["Kto", "Avd", "jan-18", "feb-18"], ["1", "2", 5, 7]], odd(columns=WIDE_COLUMNS), 1200, []),
    ("months as columns, one that is new", [["Kto", "Avd", "feb-18", "mar-18"], ["1", "2", 5, 7]], odd(columns=(*WIDE_COLUMNS, ("jan-18", "month_column"), ("feb-18", "month_column"))), 1200, []),
    ("months as bare numbers", [["År 2018"], ["Kto", "Avd", "1", 2], ["1", "2", 5, 7]], odd(columns=(*WIDE_COLUMNS, ("1", "month_column"), ("2", "month_column"))), 1200, [Code.YEAR_FROM_TITLE]),
    ("months as days", [["Kto", "Avd", date(2018, 1, 1), date(2018, 2, 1)], ["1", "2", 5, 7]], odd(columns=(*WIDE_COLUMNS, ("2018-01-01", ""))), 700, []),
    ("months as columns, the unit set", [["Kto", "Avd", "jan-18", "Totalt"], ["1", "2", 5, 5]], odd(columns=(*WIDE_COLUMNS, ("Totalt", "total")), unit="tkr"), 5_000_00, []),
    ("Heroma", [["Månad", "Avd", "Bef", "Typ", "Tid"], ["2018-01", "101", "L1", "Extern", 7.5]], Layout(HEROMA, (("Månad", "month"), ("Avd", "unit"), ("Bef", "code"), ("Typ", "employment"), ("Tid", "hours"))), 750, [Code.TIME_KIND_ASSUMED]),
]  # fmt: skip

# name, rows, layout, faults as (code, cell)
MOVED: list[tuple[str, Rows, Layout, list[tuple[Code, str | None]]]] = [
    ("a heading has another name", [[*ODD[:3], "Utfall kr"], ROW], odd(), [(Code.PROFILE_MOVED, "A1")]),
    ("a heading is gone", [["Titel"], ODD[:3], ROW[:3]], odd(), [(Code.PROFILE_MOVED, "A2")]),
    ("one of two alike is gone", [["Kto", "Avd", "P", "Kr"], ["1", "2", 201801, 99]], odd(columns=(*ODD_COLUMNS[:3], ("Kr", ""), ("Kr", "actual"))), [(Code.PROFILE_MOVED, "A1")]),
    ("the heading has another unit", [[*ODD[:3], "Värde (tkr)"], ROW], odd(columns=(*ODD_COLUMNS[:3], ("Värde (kr)", "actual"))), [(Code.PROFILE_MOVED, "A1")]),
    ("another unit than was known", [["Belopp i mkr"], ODD, ROW], odd(unit="kr", overruled="tkr"), [(Code.UNIT_MOVED, None)]),
    ("öre, whatever unit is set", [["Belopp i öre"], ODD, ROW], odd(unit="kr", overruled="öre"), [(Code.UNIT_UNREAD, None)]),
    ("öre in the heading", [[*ODD[:3], "Värde (öre)"], ROW], odd(columns=(*ODD_COLUMNS[:3], ("Värde (öre)", "actual")), unit="kr"), [(Code.UNIT_UNREAD, "D1")]),
    ("öre last in the heading, and in the title", [["Belopp i öre"], [*ODD[:3], "Värde öre"], ROW], odd(columns=(*ODD_COLUMNS[:3], ("Värde öre", "actual")), unit="kr"), [(Code.UNIT_UNREAD, "D2")]),
    ("öre within the heading", [[*ODD[:3], "Värde (öre) 2018"], ROW], odd(columns=(*ODD_COLUMNS[:3], ("Värde (öre) 2018", "actual"))), [(Code.UNIT_UNREAD, None)]),
    ("öre beneath the table, whatever unit is set", [ODD, ROW, [], ["Belopp i öre"]], odd(unit="kr"), [(Code.UNIT_UNREAD, None)]),
    ("months are gone", [["Kto", "Avd", "Namn"], ["1", "2", "x"]], odd(columns=WIDE_COLUMNS), [(Code.HEADINGS_MISSING, "A1")]),
    ("a month that is none", [["Kto", "Avd", "Kvartal 1"], ["1", "2", 5]], odd(columns=(*WIDE_COLUMNS, ("Kvartal 1", "month_column"))), [(Code.HEADINGS_MISSING, "A1")]),
    ("a month that is none beside one", [["Kto", "Avd", "Kvartal 1", "jan-18"], ["1", "2", 5, 5]], odd(columns=(*WIDE_COLUMNS, ("Kvartal 1", "month_column"))), [(Code.PERIOD_UNREADABLE, "C1")]),
    ("two headings for one field", [[*ODD, "Kr"], [*ROW, 5]], odd(columns=(*ODD_COLUMNS, ("Kr", "actual"))), [(Code.HEADING_DUPLICATE, "E1")]),
    ("debit is read, and credit is not", [[*ODD[:3], "Debet", "Kredit"], [*ROW[:3], 5, None], [*ROW[:3], None, 2]], odd(columns=(*ODD_COLUMNS[:3], ("Debet", "actual"), ("Kredit", ""))), [(Code.AMOUNT_HALF, "D1")]),
    ("credit is read, and debit is not", [[*ODD[:3], "Belopp debet", "Kreditbelopp"], [*ROW[:3], 5, 2]], odd(columns=(*ODD_COLUMNS[:3], ("Kreditbelopp", "actual"))), [(Code.AMOUNT_HALF, "E1")]),
    ("debit, without credit", [[*ODD[:3], "Ut", "In"], [*ROW[:3], 5, None]], odd(columns=(*ODD_COLUMNS[:3], ("Ut", "debit"))), [(Code.HEADINGS_MISSING, "A1")]),
    ("credit has gone", [[*ODD[:3], "Ut"], [*ROW[:3], 5]], odd(columns=(*ODD_COLUMNS[:3], ("Ut", "debit"), ("In", "credit"))), [(Code.PROFILE_MOVED, "A1")]),
    ("credit is less than zero, turned", [[*ODD[:3], "Ut", "In"], [*ROW[:3], 5, -2]], odd(columns=(*ODD_COLUMNS[:3], ("Ut", "debit"), ("In", "credit")), is_flipped=True), [(Code.CREDIT_NEGATIVE, "E1")]),
    ("a currency that was not there when the unit was set", [[*ODD, "Valuta"], [*ROW, "EUR"]], odd(unit="kr"), [(Code.AMOUNT_CURRENCY, "E1")]),
    ("the amount is headed as a currency's", [[*ODD[:3], "Valutabelopp", "Valuta"], [*ROW, "EUR"]], odd(columns=(*ODD_COLUMNS[:3], ("Valutabelopp", "actual"))), [(Code.AMOUNT_CURRENCY, "E1")]),
    ("debit is read, and credit is not, in English", [[*ODD[:3], "Debit amount", "Credit amount (SEK)"], [*ROW[:3], 5, 2]], odd(columns=(*ODD_COLUMNS[:3], ("Debit amount", "actual"))), [(Code.AMOUNT_HALF, "D1")]),
    ("turned, credit without sign", [[*ODD, "D/K"], [*ROW[:3], 5, "D"], [*ROW[:3], 2, "K"]], odd(is_flipped=True), [(Code.AMOUNT_CREDIT, "E1")]),
    ("the sheet has gone", [ODD, ROW], odd(sheets=("Utfall",)), [(Code.PROFILE_SHEETS, None)]),
]  # fmt: skip


@pytest.mark.parametrize("case", READ, ids=[each[0] for each in READ])
def test_files_read_by_a_saved_profile(
    case: tuple[str, Rows, Layout, int, Sequence[Code]], workbook: Build, read: Read
) -> None:
    _, rows, layout, total, warnings = case
    parsed = read(workbook(rows), layout)
    assert parsed.faults == ()
    assert (parsed.total, parsed.source) == (total, layout.source)
    assert [fault.code for fault in parsed.warnings] == list(warnings)
    assert (parsed.profile, parsed.profile_version) == ("P1", 1)


@pytest.mark.parametrize(("rows", "layout", "expected"), [each[1:] for each in MOVED], ids=[each[0] for each in MOVED])
def test_files_that_a_saved_profile_no_longer_fits(
    rows: Rows, layout: Layout, expected: list[tuple[Code, str | None]], workbook: Build, read: Read
) -> None:
    parsed = read(workbook(rows), layout)
    assert places(parsed.faults) == expected
    assert (parsed.cells, parsed.total) == (b"", 0)
    assert parsed.seen is not None
    assert (parsed.seen.profile, parsed.seen.layout) == ("P1", layout)


class TestWhichProfile:
    """The one that fits; else what has moved; else the tables of headings."""

    STANDARD = ("KONTO_ID", "KST_ID", "PERIOD", "UTFALL")

    def test_the_one_whose_headings_are_there_is_used(self, workbook: Build, read: Read) -> None:
        other = Layout(LEDGER, (("X", "account"), ("Y", "ansvar"), ("Z", "actual")))
        parsed = read(workbook([ODD, ROW]), other, odd())
        assert (parsed.profile, parsed.profile_version, parsed.total) == ("P2", 2, 1250)

    def test_two_that_fit_are_named(self, workbook: Build, read: Read) -> None:
        parsed = read(workbook([ODD, ROW]), odd(), odd(is_flipped=True))
        assert [(fault.code, fault.params) for fault in parsed.faults] == [
            (Code.PROFILE_SEVERAL, {"profiles": "P1, P2"})
        ]
        assert parsed.cells == b""

    def test_the_one_that_moved_says_what_and_where_to(self, workbook: Build, read: Read) -> None:
        parsed = read(workbook([["Titel"], [*ODD[:3], "Utfall", "Ny"], ROW]), odd())
        (fault,) = parsed.faults
        assert (fault.code, fault.cell) == (Code.PROFILE_MOVED, "A2")
        assert fault.params == {"profile": "P1", "gone": "”Värde”", "new": "”Utfall”, ”Ny”"}
        assert parsed.seen is not None
        assert parsed.seen.columns == (*ODD_COLUMNS[:3], ("Utfall", "actual"), ("Ny", "")), (
            "what the tables know is proposed"
        )
        assert (parsed.seen.row, parsed.seen.is_whole, parsed.seen.as_layout()) == (2, False, None)

    def test_a_file_that_the_tables_know_is_no_guess_either(self, workbook: Build, read: Read) -> None:
        """Three of four headings are the profile's: read by the tables, a turned sign would be lost."""
        layout = Layout(
            LEDGER, tuple(zip([*self.STANDARD[:3], "Kr"], ["account", "ansvar", "month", "actual"], strict=True))
        )
        parsed = read(workbook([self.STANDARD, ROW]), replace(layout, is_flipped=True))
        assert [fault.code for fault in parsed.faults] == [Code.PROFILE_MOVED]

    def test_another_kind_of_file_is_read_by_the_tables(self, workbook: Build, read: Read) -> None:
        parsed = read(workbook([self.STANDARD, ROW]), odd())
        assert (parsed.total, parsed.profile) == (1250, "ledger-long:KONTO_ID/KST_ID/UTFALL")
        assert parsed.seen is not None
        assert (parsed.seen.layout, parsed.seen.profile) == (None, "")

    def test_the_one_asked_for_must_fit(self, workbook: Build, read: Read) -> None:
        parsed = read(workbook([self.STANDARD, ROW]), odd(), is_chosen=True)
        assert [(fault.code, fault.params["gone"]) for fault in parsed.faults] == [
            (Code.PROFILE_MOVED, "”Kto”, ”Avd”, ”P”, ”Värde”")
        ]

    @pytest.mark.parametrize(
        ("sheets", "total"), [((), 3850), (("A",), 1250), (("A", "C"), 2600)], ids=["all that fit", "one", "two"]
    )
    def test_its_sheets_are_read(self, sheets: tuple[str, ...], total: int, workbook: Build, read: Read) -> None:
        b, c = (["5012", *ROW[1:]], ["5013", *ROW[1:3], 13.5])
        book = workbook({"A": [ODD, ROW], "Not": [["x"]], "B": [ODD, b], "C": [ODD, c]}, hidden=["C"])
        parsed = read(book, odd(sheets=sheets))
        assert (parsed.total, parsed.faults) == (total, ())
        assert parsed.seen is not None
        assert parsed.seen.sheets == ("A", "Not", "B", "C")
        assert parsed.seen.read == (sheets or ("A", "B", "C"))
        hidden = [Code.HIDDEN_SHEET_READ] if "C" in parsed.seen.read else []
        several = [Code.SEVERAL_SHEETS_READ] if len(parsed.seen.read) > 1 else []
        assert [fault.code for fault in parsed.warnings] == several + hidden

    def test_sheets_that_a_person_has_named_may_speak_of_the_same(self, workbook: Build, read: Read) -> None:
        book = workbook({"A": [ODD, ROW], "B": [ODD, ROW]})
        assert [fault.code for fault in read(book, odd()).faults] == [Code.SHEETS_ALIKE]
        assert read(book, odd(sheets=("A", "B"))).total == 2500

    def test_every_sheet_that_it_names_must_fit(self, workbook: Build, read: Read) -> None:
        book = workbook({"A": [ODD, ROW], "B": [[*ODD[:3], "Kr"], ROW]})
        parsed = read(book, odd(sheets=("A", "B")))
        assert [(fault.code, fault.sheet) for fault in parsed.faults] == [(Code.PROFILE_MOVED, "B")]

    def test_a_text_files_separator_is_told_by_its_headings(self, text_file: Build, read: Read) -> None:
        path = text_file("Kto;Avd;P;Värde;Status\n1;2;201801;5,00;a, b, c, d, e, f\n")
        assert read(path).faults, "without the headings, commas part more cells"
        assert read(path, odd()).total == 500

    def test_its_sheets_of_a_text_file(self, text_file: Build, read: Read) -> None:
        parsed = read(text_file("Kto;Avd;P;Värde\n1;2;201801;5\n"), odd(sheets=("A",)))
        assert [fault.params for fault in parsed.faults] == [{"profile": "P1", "sheets": "A", "there": ""}]

    def test_a_file_without_rows_is_empty_with_or_without_one(self, workbook: Build, read: Read) -> None:
        assert [fault.code for fault in read(workbook([]), odd(), is_chosen=True).faults] == [Code.FILE_EMPTY]


class TestSource:
    """A file of another source than was asked for is refused."""

    LEDGER_ROWS = (["KONTO_ID", "KST_ID", "PERIOD", "UTFALL"], ROW)
    BOTH = (
        ["KONTO_ID", "KST_ID", "PERIOD", "UTFALL", "BEF_KOD", "ANSTFORM", "TIMMAR"],
        [*ROW, "L1", "Extern", 7.5],
    )

    def test_the_same_is_read(self, workbook: Build, read: Read) -> None:
        assert read(workbook(self.LEDGER_ROWS), wanted=LEDGER).total == 1250

    def test_another_is_refused(self, workbook: Build, read: Read) -> None:
        parsed = read(workbook(self.LEDGER_ROWS), wanted=HEROMA)
        assert [(fault.code, fault.params) for fault in parsed.faults] == [(Code.SOURCE_OTHER, {"source": LEDGER})]
        assert parsed.cells == b""

    @pytest.mark.parametrize(("wanted", "total"), [(LEDGER, 1250), (HEROMA, 750)])
    def test_asked_for_one_what_fits_both_is_that(
        self, wanted: Source, total: int, workbook: Build, read: Read
    ) -> None:
        parsed = read(workbook(self.BOTH), wanted=wanted)
        assert (parsed.source, parsed.total) == (wanted, total)

    def test_unasked_it_is_ambiguous_and_shown(self, workbook: Build, read: Read) -> None:
        parsed = read(workbook(self.BOTH))
        assert [fault.code for fault in parsed.faults] == [Code.SOURCE_AMBIGUOUS]
        assert parsed.seen is not None
        assert (parsed.seen.is_whole, parsed.seen.is_either) == (False, True)

    def test_a_sie_file_is_a_ledger_and_needs_no_profile(self, text_file: Build, read: Read) -> None:
        path = text_file("#FLAGGA 0\n#SIETYP 4\n#RAR 0 20180101 20181231\n")
        assert Code.SOURCE_OTHER in [fault.code for fault in read(path, wanted=HEROMA).faults]
        assert [fault.code for fault in read(path, odd(), is_chosen=True).faults] == [Code.PROFILE_NEEDLESS]


class TestCorrection:
    """What a person says of one file, and what it is next month."""

    def test_a_file_that_nothing_knows_shows_its_likeliest_header(self, workbook: Build, read: Read) -> None:
        rows: Rows = [["Region X", "Ekonomi"], [], ["A-konto", "Avd", "P", "Värde"], ["5011", "A", 201801, 12.5]]
        parsed = read(workbook(rows))
        assert [fault.code for fault in parsed.faults] == [Code.HEADINGS_UNKNOWN]
        assert parsed.seen == Seen(
            None, (("A-konto", ""), ("Avd", ""), ("P", ""), ("Värde", "")), row=3, sheet="Blad1", sheets=("Blad1",)
        )

    def test_the_unit_of_a_file_that_nothing_knows_is_seen_and_read(self, read: Read, workbook: Build) -> None:
        seen = read(workbook([["Kostnader, tkr"], ["A-konto", "Avd", "P", "Värde"], ROW])).seen
        assert seen is not None
        assert (seen.source, seen.units, seen.unit) == (None, ("tkr",), "tkr")
        assert read(workbook([["Kostnader, tkr"], ODD, ROW]), odd()).total == 1_250_000

    def test_a_title_with_one_word_of_a_heading_is_no_header(self, workbook: Build, read: Read) -> None:
        seen = read(workbook([["Period", 201801], ["A-konto", "Avd", "Värde"], ["5011", "A", 12.5]])).seen
        assert seen is not None
        assert (seen.row, seen.source, seen.columns[0]) == (2, None, ("A-konto", ""))

    def test_nor_is_a_title_with_one_where_two_are_known(self, workbook: Build, read: Read) -> None:
        seen = read(workbook([["a", "b", "c", "d"], ["KONTO_ID", "KST_ID", "Värde"], ["5011", "A", 12.5]])).seen
        assert seen is not None
        assert (seen.row, seen.source, seen.columns[1:]) == (2, LEDGER, (("KST_ID", "ansvar"), ("Värde", "")))

    def test_it_is_read_once_its_headings_are_told(self, workbook: Build, read: Read, correct: Read) -> None:
        path = workbook([["Region X"], ODD, ROW])
        seen = read(path).seen
        assert seen is not None
        fields = dict(enumerate(["account", "ansvar", "month", "actual"]))
        parsed = correct(path, corrected(seen, LEDGER, fields))
        assert (parsed.total, parsed.profile) == (1250, "ledger-long:Kto/Avd/Värde")
        assert parsed.seen is not None
        saved = parsed.seen.as_layout()
        assert saved == odd()
        assert read(path, saved).total == 1250

    def test_what_is_still_missing_is_said(self, workbook: Build, correct: Read) -> None:
        parsed = correct(workbook([ODD, ROW]), odd(columns=(("Kto", "account"), ("Avd", ""), ("P", ""), ("Värde", ""))))
        assert [(fault.code, fault.params["missing"]) for fault in parsed.faults] == [
            (Code.HEADINGS_MISSING, "ansvar, actual")
        ]

    def test_a_title_may_be_overruled_and_the_profile_remembers_it(
        self, workbook: Build, read: Read, correct: Read
    ) -> None:
        path = workbook([["Belopp i tkr"], ODD, ROW])
        parsed = correct(path, odd(unit="kr"))
        assert (parsed.total, [fault.code for fault in parsed.warnings]) == (1250, [Code.UNIT_SET])
        assert parsed.seen is not None
        assert parsed.seen.as_layout() == odd(unit="kr", overruled="tkr")
        assert read(path, parsed.seen.as_layout()).total == 1250

    def test_a_title_that_says_ore_may_not(self, workbook: Build, correct: Read) -> None:
        parsed = correct(workbook([["Belopp i öre"], ODD, ROW]), odd(unit="kr"))
        assert (places(parsed.faults), parsed.warnings) == ([(Code.UNIT_UNREAD, None)], ())

    @pytest.mark.parametrize(
        ("titles", "shown"), [([], ("EUR",)), ([["Belopp i USD"]], ("EUR", "USD"))], ids=["column", "title"]
    )
    def test_a_currency_may_be_overruled_and_the_profile_remembers_it(
        self, titles: Rows, shown: tuple[str, ...], workbook: Build, read: Read, correct: Read
    ) -> None:
        path = workbook([*titles, [*ODD, "Valuta"], [*ROW, "EUR"]])
        refused = read(path, odd())
        assert {fault.code for fault in refused.faults} == {Code.AMOUNT_CURRENCY}
        assert refused.seen is not None
        assert refused.seen.units == shown
        parsed = correct(path, odd(unit="kr"))
        assert (parsed.total, parsed.faults) == (1250, ())
        saved = parsed.seen.as_layout() if parsed.seen else None
        assert saved is not None
        assert saved.overruled == ", ".join(shown)
        assert read(path, saved).total == 1250

    @pytest.mark.parametrize(
        ("rows", "columns", "period"),
        [
            ([["Kto", "Avd", "Värde"], ["1", "2", 5]], (*WIDE_COLUMNS, ("Värde", "actual")), "2018-03"),
            ([["Period 201801"], ["Kto", "Avd", "Värde"], ["1", "2", 5]], (*WIDE_COLUMNS, ("Värde", "actual")), "2018-03"),
            ([ODD, ["1", "2", "mars", 5]], ODD_COLUMNS, "2018"),
            ([ODD, ["1", "2", "mars", 5]], ODD_COLUMNS, "2018-12"),
            ([["Kto", "Avd", "mars"], ["1", "2", 5]], WIDE_COLUMNS, "2018"),
            ([["År 2017"], ["Kto", "Avd", "mars"], ["1", "2", 5]], WIDE_COLUMNS, "2018"),
        ],
    )  # fmt: skip
    def test_a_period_may_be_said_and_is_of_one_file(
        self, rows: Rows, columns: tuple[tuple[str, str], ...], period: str, workbook: Build, correct: Read
    ) -> None:
        parsed = correct(workbook(rows), odd(columns=columns, period=period))
        assert (parsed.per_month, parsed.warnings) == ({"2018-03": 500}, ())
        assert parsed.seen is not None
        saved = parsed.seen.as_layout()
        assert saved is not None
        assert saved.period == ""

    def test_another_sheet_is_read_by_the_tables_with_what_else_was_said(self, workbook: Build, correct: Read) -> None:
        standard = ["KONTO_ID", "KST_ID", "PERIOD", "UTFALL"]
        book = workbook({"A": [ODD, ROW], "B": [standard, ROW]})
        parsed = correct(book, odd(sheets=("B",), is_flipped=True))
        assert (parsed.total, parsed.faults) == (-1250, ())
        assert parsed.seen is not None
        saved = parsed.seen.as_layout()
        assert saved is not None
        assert (saved.columns[3], saved.sheets, saved.is_flipped) == (("UTFALL", "actual"), ("B",), True)

    @pytest.mark.parametrize(
        ("row", "missing", "seen"),
        [
            (1, "A1", Seen(None, (("a", ""), ("b", ""), ("c", ""), ("d", ""), ("e", "")), 1)),
            (2, "A2", Seen(LEDGER, (("Kto", "account"), ("Avd", ""), ("P", ""), ("Värde", "")), 2)),
            (3, None, Seen(LEDGER, (("KTO", "account"), ("KST", "ansvar"), ("PER", "month"), ("UTF", "actual")), 3)),
            (9, "A9", Seen(None, (), 9)),
        ],
    )
    def test_the_row_of_the_headings_may_be_said(
        self, row: int, missing: str | None, seen: Seen, workbook: Build, correct: Read
    ) -> None:
        book = workbook([["a", "b", "c", "d", "e"], ODD, ["KTO", "KST", "PER", "UTF"], ROW])
        parsed = correct(book, Layout(LEDGER, (), row=row))
        assert places(parsed.faults) == ([(Code.HEADINGS_MISSING, missing)] if missing else [])
        assert parsed.total == (0 if missing else 1250)
        assert parsed.seen is not None
        assert (parsed.seen.source, parsed.seen.columns, parsed.seen.row) == (seen.source, seen.columns, seen.row)

    def test_a_files_own_words_are_told_and_the_profile_knows_them(
        self, workbook: Build, read: Read, correct: Read
    ) -> None:
        header = ["PERIOD", "ENHET_ID", "BEF_KOD", "ANSTFORM", "TIDSTYP", "TIMMAR"]
        rows: Rows = [["2018-01", "101", "L1", "Utlånad", "Komp", 5], ["2018-01", "101", "L1", "Extern", "Jour", 2]]
        path = workbook([header, *rows])
        unknown = read(path)
        assert places(unknown.faults) == [(Code.WORD_UNKNOWN, "D2"), (Code.WORD_UNKNOWN, "E2")]
        assert unknown.seen is not None
        words = (("employment", "UTLÅNAD ", "own"), ("time_kind", "Komp", "absence"))
        parsed = correct(path, replace(corrected(unknown.seen, HEROMA, {}), words=words))
        assert [(cell["employment"], cell["time_kind"], cell["centihours"]) for cell in cells_of(parsed)] == [
            ("external", "on_call", 200), ("own", "absence", 500),
        ]  # fmt: skip
        assert parsed.seen is not None
        saved = parsed.seen.as_layout()
        assert saved is not None
        assert (saved.words, read(path, saved).total) == (words, 700)

    def test_personal_data_can_not_be_asked_for(self, workbook: Build, correct: Read) -> None:
        columns = (*ODD_COLUMNS, ("Handläggare", "supplier"))
        parsed = correct(workbook([[*ODD, "Handläggare"], [*ROW, "Test Testsson"]]), odd(columns=columns))
        assert (parsed.total, parsed.dropped) == (1250, {"person_name": 1})
        assert b"Testsson" not in parsed.cells
        assert parsed.seen is not None
        assert parsed.seen.columns[-1] == ("Handläggare", PERSONAL)
        assert parsed.seen.as_layout() == odd()

    def test_a_row_of_data_taken_for_the_header_shows_no_person(self, workbook: Build, read: Read) -> None:
        parsed = read(workbook([["abc", "def 18900101-9802"]]))
        assert parsed.seen is not None
        assert parsed.seen.columns == (("abc", ""), ("(visas inte)", PERSONAL))


@pytest.mark.parametrize("case", [*LEDGER_FILES, *HEROMA_FILES], ids=lambda case: case[0])
def test_what_the_tables_recognise_is_read_alike_by_a_profile_of_it(
    case: tuple[str, Rows, int, Sequence[Code]], workbook: Build, read: Read
) -> None:
    path = workbook(case[1])
    first = read(path)
    assert first.seen is not None
    layout = first.seen.as_layout()
    assert layout is not None
    again = read(path, layout)
    assert again.seen is not None
    assert again.seen.as_layout() == layout
    # A column that the profile leaves unread is known, and needs no warning.
    unread = {Code.COLUMN_IGNORED, Code.HEADING_GARBLED}
    noticed = tuple(fault for fault in first.warnings if fault.code not in unread)
    assert replace(again, seen=None) == replace(first, seen=None, profile="P1", warnings=noticed)


class Case(NamedTuple):
    """Headings, four of which are the account, ansvar, month and amount, at `places`; and the amounts beneath."""

    headings: list[str]
    places: list[int]
    unit: str
    is_flipped: bool
    amounts: list[int]

    @property
    def fields(self) -> list[str]:
        at = dict(zip(self.places, ["account", "ansvar", "month", "actual"], strict=True))
        return [at.get(position, "") for position in range(len(self.headings))]

    @property
    def rows(self) -> Rows:
        cells: dict[str, Cell] = {"account": "5011", "ansvar": "101", "month": "2018-01", "": "x"}
        return [[amount if field == "actual" else cells[field] for field in self.fields] for amount in self.amounts]

    @property
    def layout(self) -> Layout:
        columns = tuple(zip(self.headings, self.fields, strict=True))
        return Layout(LEDGER, columns, unit=self.unit, is_flipped=self.is_flipped)

    @property
    def total(self) -> int:
        return sum(self.amounts) * 100 * (1000 if self.unit == "tkr" else 1) * (-1 if self.is_flipped else 1)


CASES = st.builds(
    Case,
    headings=st.lists(
        st.sampled_from(["Kto", "Avd", "Per", "Kr", "Not", "Ö", "Kr ", "UTFALL", "KONTO_ID"]), min_size=4, max_size=8
    ),
    places=st.permutations(range(4)),
    unit=st.sampled_from(["", "kr", "tkr"]),
    is_flipped=st.booleans(),
    amounts=st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=4),
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(case=CASES)
def test_a_file_is_read_next_month_as_it_was_when_its_profile_was_saved(
    case: Case, tmp_path: Path, read: Read, correct: Read
) -> None:
    """Whatever its headings are called and however often, and wherever the four that are needed stand."""
    path = write_workbook(tmp_path / "fil.xlsx", [case.headings, *case.rows])
    first = correct(path, case.layout)
    assert first.total == case.total
    assert first.seen is not None
    layout = first.seen.as_layout()
    assert layout is not None
    again = read(path, layout)
    assert again.seen is not None
    assert replace(again, seen=None) == replace(first, seen=None, profile="P1")
    assert again.seen.as_layout() == layout


def read_balance(parser: FileParser, path: Path, *layouts: Layout) -> ParsedFile:
    profiles = tuple(Profile(f"P{number}", number, layout) for number, layout in enumerate(layouts, 1))
    return parse(parser, path, ReadRequest(path, path.name, profiles=profiles, source=LEDGER, is_balance=True))


def test_a_balance_list_is_read_by_the_one_profile_that_fits_with_ansvar_or_without(
    workbook: Build, parser: FileParser
) -> None:
    turned = odd(is_flipped=True, unit="tkr")
    for rows in ([ODD, ROW], [["Kto", "P", "Värde"], ["5011", 201801, 12.5]]):
        parsed = read_balance(parser, workbook(rows), turned)
        assert (parsed.faults, parsed.total, parsed.seen and parsed.seen.profile) == ((), -1250000, "P1")


def test_a_balance_list_that_no_one_profile_fits_is_read_by_its_headings(workbook: Build, parser: FileParser) -> None:
    known = workbook([["Konto", "Period", "Belopp"], ["5011", 201801, 12.5]])
    moved = Layout(LEDGER, (("Konto", "account"), ("Period", "month"), ("Belopp", "actual"), ("Budget", "budget")))
    assert read_balance(parser, known, moved).total == 1250
    either = [replace(moved, columns=moved.columns[:3], unit=unit) for unit in ("tkr", "mkr")]
    assert read_balance(parser, known, *either).total == 1250


def test_a_correction_that_asks_for_a_sheet_that_is_not_there_is_no_profile(workbook: Build, correct: Read) -> None:
    (fault,) = correct(workbook([ODD, ROW]), odd(sheets=("Utfall",))).faults
    assert (fault.code, fault.params) == (Code.CORRECTION_SHEETS, {"sheets": "Utfall", "there": "Blad1"})
