"""A table of what SIE 4 files hold: each is built here, with its exact total in öre, or its faults by line."""
# ruff: noqa: E501 -- a row of the table stays on one line

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile
from bemanning.domain.vocabulary import Source
from bemanning.presentation.fault_texts import fault_text
from tests.loaders.built_files import cells_of
from tests.loaders.sie_files import crc, sie_3, sie_4, voucher

Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]

LEFT_OUT = Code.SIE_BALANCE_ACCOUNTS
HIRED = '5011 {1 "101"} 5.00'
OWED = "2440 {} -5.00"
BOOKED = voucher(HIRED, OWED)
SUMMED = crc(b"#VERA120180115#TRANS5011110150#TRANS2440-50")
SUMMED_VOUCHER = voucher("5011 {1 101} 50", "2440 {} -50")
TOTAL = "#PSALDO 0 201801 5011 {} 7"
PART = '#PSALDO 0 201801 5011 {1 "101"} 5'

# name, file, total in öre, warnings
READ: list[tuple[str, str, int, Sequence[Code]]] = [
    ("plain", sie_4(BOOKED), 500, [LEFT_OUT]),
    ("carriage returns", sie_4(BOOKED).replace("\n", "\r\n"), 500, [LEFT_OUT]),
    ("carriage returns alone", sie_4(BOOKED).replace("\n", "\r"), 500, [LEFT_OUT]),
    ("end of a DOS text", sie_4(BOOKED) + "\x1a", 500, [LEFT_OUT]),
    ("no end of the last line", sie_4(BOOKED)[:-1], 500, [LEFT_OUT]),
    ("no end of a last line that may be cut", sie_4(BOOKED, "#KONTO 5011 Hyr"), 500, [Code.SIE_LAST_LINE, LEFT_OUT]),
    ("blank lines, tabs and small letters", sie_4("\n\t#ver A\t1 20180115\n \t{\n\n#trans\t5011\t{1\t101}\t5\n#TRANS 2440 {} -5\n}\n"), 500, [LEFT_OUT]),
    ("everything in quotes", sie_4('#VER "A" "1" "20180115" "Porto"\n{\n#TRANS "5011" {"1" "101"} "5.00" "20180115"\n#TRANS "2440" {} "-5.00"\n}\n'), 500, [LEFT_OUT]),
    ("nothing between label and braces", sie_4(voucher("5011{1 101}5", OWED)), 500, [LEFT_OUT]),
    ("quotes, backslashes and braces in a text", sie_4(voucher(HIRED + ' "" "\\"Läkare\\" {1 2} C:\\jour"', OWED)), 500, [LEFT_OUT]),
    ("a quote without its pair in a text", sie_4(voucher(HIRED + ' 20180115 "5" jour', OWED)), 500, [LEFT_OUT]),
    ("a text in two lines", sie_4(voucher(HIRED + ' 20180115 "två', 'rader"'.replace('rader"', "#rader"), OWED)), 500, [LEFT_OUT]),
    ("fields of later editions", sie_4(voucher(HIRED + ' 20180115 "x" 1 "AN" ny {2} "', OWED)), 500, [LEFT_OUT]),
    ("unknown labels", sie_4("#NYTT 1 {\n", "#ANNAT\n{\n#DEL 1\n}\n", BOOKED), 500, [LEFT_OUT]),
    ("an unknown row in a voucher", sie_4(voucher(HIRED, "#XTRANS 5011 {} 9", OWED)), 500, [LEFT_OUT]),
    ("lines that are no records", sie_4(voucher(HIRED + ' "" "två', OWED) + "rader\n"), 500, [Code.SIE_STRAY_LINES, LEFT_OUT]),
    ("no voucher number", sie_4(voucher(HIRED, OWED, name='"" ""')), 500, [LEFT_OUT]),
    ("no voucher number, twice", sie_4(*[voucher(HIRED, OWED, name='"" ""')] * 2), 1000, [LEFT_OUT]),
    ("numbers that look like persons", sie_4(voucher(HIRED, OWED, name="A 9001010017"), voucher(HIRED, OWED, name="A 9001010025")), 1000, [LEFT_OUT]),
    ("a number twice, with other rows", sie_4(BOOKED, voucher("5011 {1 1} 7", "2440 {} -7")), 1200, [LEFT_OUT]),
    ("no rows, twice", sie_4(voucher(), voucher(), BOOKED), 500, [LEFT_OUT]),
    ("no rows", sie_4(voucher(), BOOKED), 500, [LEFT_OUT]),
    ("whole kronor, one decimal, a comma", sie_4(voucher("5011 {1 1} 3", "5011 {1 1} 1.5", "5011 {1 1} 0,50", OWED)), 500, [LEFT_OUT]),
    ("more zeros than öre", sie_4(voucher("5011 {1 1} 5.0000", OWED)), 500, [LEFT_OUT]),
    ("credit", sie_4(voucher("5011 {1 1} -7.25", "2440 {} +7.25")), -725, [LEFT_OUT]),
    ("a billion", sie_4(voucher("5011 {1 1} 1000000000.01", "2440 {} -1000000000.01")), 100_000_000_001, [LEFT_OUT]),
    ("added row with its twin", sie_4(voucher("5011 {1 1} 7", "2440 {} -7", "#RTRANS 5011 {1 1} -2", "#TRANS 5011 {1 1} -2", "#RTRANS 2440 {} 2", "#TRANS 2440 {} 2")), 500, [LEFT_OUT]),
    ("two alike, one added", sie_4(voucher("5011 {1 1} 2", "#RTRANS 5011 {1 1} 2", "#TRANS 5011 {1 1} 2", "2440 {} -4")), 400, [LEFT_OUT]),
    ("removed row", sie_4(voucher(HIRED, "#BTRANS 5011 {1 1} 9", OWED)), 500, [LEFT_OUT]),
    ("removed and replaced", sie_4(voucher("2440 {} -5", "#BTRANS 5011 {1 1} 5", "#RTRANS 5012 {1 1} 5", "#TRANS 5012 {1 1} 5")), 500, [LEFT_OUT]),
    ("added row without twin, which the balance tells is a note", sie_4(voucher(HIRED, OWED, "#RTRANS 5011 {1 101} 5.00")), 500, [LEFT_OUT]),
    ("added row without twin, which the balance tells is counted", sie_4(voucher("#RTRANS 5011 {1 101} 5.00", OWED)), 500, [LEFT_OUT]),
    ("added row whose twin comes too late", sie_4(voucher("#RTRANS 5011 {1 101} 5.00", "#BTRANS 5011 {} 1", HIRED, OWED)), 500, [LEFT_OUT]),
    ("two added in a row, the second with its twin", sie_4(voucher("#RTRANS 5012 {1 1} 5", "#RTRANS 5011 {1 101} 5.00", HIRED, OWED)), 500, [LEFT_OUT]),
    ("the month is the voucher's", sie_4(voucher(HIRED + " 20171231", OWED)), 500, [LEFT_OUT]),
    ("dates with dashes", sie_4(voucher(HIRED, OWED, date="2018-01-15")), 500, [LEFT_OUT]),
    ("type not said", "#FLAGGA 0\n" + BOOKED, 500, [LEFT_OUT]),
    ("type for export", "#FLAGGA 0\n#SIETYP 4E\n" + BOOKED, 500, [LEFT_OUT]),
    ("imported elsewhere", "#FLAGGA 1\n#SIETYP 4\n" + BOOKED, 500, [LEFT_OUT]),
    ("kronor said", sie_4("#VALUTA SEK\n", BOOKED), 500, [LEFT_OUT]),
    ("no unit", sie_4(voucher(HIRED, "8300 {} 2", "2440 {} -7.00")), 700, [LEFT_OUT, Code.SIE_WITHOUT_ANSVAR]),
    ("a blank unit", sie_4(voucher(HIRED, '8300 {1 ""} -5')), 0, [Code.SIE_WITHOUT_ANSVAR]),
    ("kinds of account said", sie_4("#KTYP 5011 S\n#KTYP 2440 K\n#KTYP 2441 ?\n", voucher(HIRED, "2440 {1 1} -4", "2441 {} -1")), -400, [LEFT_OUT]),
    ("only results", sie_4(voucher(HIRED, "3010 {1 1} -4", "5012 {1 1} -1.00")), 0, []),
    ("within the year", sie_4("#RAR 0 20180101 20181231\n#RAR -1 20170101 20171231\n", BOOKED), 500, [LEFT_OUT]),
    ("outside the year", sie_4("#RAR 0 20190101 20191231\n", BOOKED), 500, [LEFT_OUT, Code.SIE_OUTSIDE_YEAR]),
    ("a year that ends far ahead", sie_4("#RAR 0 20180101 20201231\n", BOOKED), 500, [LEFT_OUT]),
    ("result as stated", sie_4("#RAR 0 20180101 20181231\n#RES 0 5011 5\n#RES -1 5011 9\n#RES 0 2099 -5\n", BOOKED), 500, [LEFT_OUT]),
    ("another result", sie_4("#RAR 0 20180101 20181231\n#RES 0 5011 6\n#RES 0 5012 1\n", BOOKED), 500, [LEFT_OUT, Code.SIE_RESULT_DIFFERS]),
    ("results without a year", sie_4("#RES 0 5011 6\n", BOOKED), 500, [LEFT_OUT]),
    ("checksum", sie_4("#KSUMMA\n", SUMMED_VOUCHER, f"#KSUMMA {SUMMED}\n"), 5000, [LEFT_OUT]),
    ("checksum with a sign", sie_4("#KSUMMA \n", SUMMED_VOUCHER, f'#KSUMMA "{SUMMED - 2**32}"\r\n'), 5000, [LEFT_OUT]),
    ("budget beside vouchers", sie_4(BOOKED, "#PBUDGET 0 201801 5011 {} 9\n", TOTAL, "\n"), 500, [LEFT_OUT]),
    ("balances by unit and whole", sie_3(TOTAL, PART, '#PSALDO 0 201801 5011 {1 "102"} 2'), 700, []),
    ("a rest without unit", sie_3(TOTAL, PART), 700, [Code.SIE_WITHOUT_ANSVAR]),
    ("balances by project too", sie_3(TOTAL, PART, "#PSALDO 0 201801 5011 {6 P1} 7", "#PSALDO 0 201801 5011 {1 102} 2"), 700, []),
    ("balances by unit and project together", sie_3(TOTAL, '#PSALDO 0 201801 5011 {1 "101" 6 "P1"} 4', '#PSALDO 0 201801 5011 {1 "101"} 7'), 700, []),
    ("balances by a unit's parts", sie_3("#UNDERDIM 21 Del 1", TOTAL, "#PSALDO 0 201801 5011 {1 101} 7", "#PSALDO 0 201801 5011 {21 10101} 7"), 700, []),
    ("a whole that is zero and left out", sie_3(TOTAL, "#PSALDO 0 201801 5011 {1 101} 7", "#PSALDO 0 201801 5012 {1 101} 1", "#PSALDO 0 201801 5012 {1 102} -1"), 700, []),
    ("balances of other years", sie_3("#PSALDO -1 201701 5011 {} 9", TOTAL, "#PSALDO 0 201801 5011 {1 101} 7"), 700, [Code.SIE_OTHER_YEARS]),
    ("balances with quantities", sie_3("#PSALDO 0 201801 5011 {} 7 3", '#PSALDO "0" "201801" "5011" {1 101} "7" "3"'), 700, []),
    ("balances of what is owned", sie_3(TOTAL, "#PSALDO 0 201801 5011 {1 101} 7", "#PSALDO 0 201801 1910 {} -7"), 700, [LEFT_OUT]),
    ("months after the last", sie_3(TOTAL, "#PSALDO 0 201801 5011 {1 101} 7", "#PSALDO 0 201802 5011 {} 0"), 700, [Code.SIE_WITHOUT_ANSVAR, Code.MONTH_EMPTY]),
    ("period 13", sie_3(*(record.replace("201801", period) for period in ("201812", "201813") for record in (TOTAL, "#PSALDO 0 201801 5011 {1 1} 7")), "#RAR 0 20180101 20181231", "#RES 0 5011 14"), 1400, [Code.PERIOD_13]),
    ("vouchers in a file of balances", sie_3(TOTAL, "#PSALDO 0 201801 5011 {1 101} 7", BOOKED), 700, []),
    ("type 2 has no units", sie_3(TOTAL, PART, kind="2"), 700, [Code.SIE_WITHOUT_ANSVAR]),
    ("type 3 not said", f"#FLAGGA 0\n{TOTAL}\n{PART}\n", 700, [Code.SIE_WITHOUT_ANSVAR]),
    ("type 2 not said", f"#FLAGGA 0\n{TOTAL}\n", 700, [Code.SIE_WITHOUT_ANSVAR]),
]  # fmt: skip


def line(number: int, reason: str) -> tuple[Code, dict[str, str | int]]:
    return Code.SIE_LINE, {"line": number, "reason": reason}


def checksum(reason: str) -> list[tuple[Code, dict[str, str | int]]]:
    return [(Code.SIE_CHECKSUM, {"reason": reason})]


# name, file, faults as (code, params); the first voucher begins on line 4, its first row stands on line 6
REFUSED: list[tuple[str, str, list[tuple[Code, dict[str, str | int]]]]] = [
    ("unbalanced", sie_4(voucher(HIRED, "2440 {} -4.98")), [(Code.SIE_UNBALANCED, {"voucher": "A 1", "line": 4, "difference": "0.02"})]),
    ("the same voucher twice", sie_4(BOOKED, BOOKED), [(Code.SIE_VOUCHER_TWICE, {"voucher": "A 1", "line": 9})]),
    ("a voucher named as a person", sie_4(voucher(HIRED, name="A 900101-0017")), [(Code.SIE_UNBALANCED, {"voucher": "(visas inte)", "line": 4, "difference": "5.00"})]),
    ("added row without twin, either way balanced", sie_4(voucher(HIRED, OWED, "#RTRANS 5011 {} 0")), [(Code.SIE_ADDED_ROW, {"voucher": "A 1", "line": 4})]),
    ("added row without twin, neither way balanced", sie_4(voucher(HIRED, "#RTRANS 5012 {} 1")), [(Code.SIE_ADDED_ROW, {"voucher": "A 1", "line": 4})]),
    ("cut off in a voucher", sie_4(BOOKED)[:-2], [line(8, "sie_cut")]),
    ("cut off before a voucher", sie_4(BOOKED, "#VER A 2 20180116\n"), [line(10, "sie_cut")]),
    ("a voucher that is not opened", sie_4("#VER A 1 20180115\n#KONTO 5011 Hyr\n", BOOKED), [line(5, "sie_no_rows")]),
    ("a voucher that is not closed", sie_4(BOOKED[:-2], BOOKED), [line(8, "sie_braces"), line(9, "sie_braces")]),
    ("closed twice", sie_4(BOOKED, "}\n"), [line(9, "sie_braces")]),
    ("opened with its record", sie_4("#VER A 1 20180115 {\n#TRANS 5011 {} 5\n}\n"), [line(5, "sie_no_rows"), line(6, "sie_braces")]),
    ("a row outside", sie_4(BOOKED, "#TRANS 5011 {} 5\n"), [line(9, "sie_outside")]),
    ("rows under an unknown record", sie_4("#VERIFIKAT A 1\n{\n#TRANS 5011 {} 0\n#BTRANS 5011 {} 0\n}\n"), [line(6, "sie_outside"), line(7, "sie_outside")]),
    ("no object list", sie_4(voucher("5011 5.00", OWED)), [line(6, "sie_row")]),
    ("no amount", sie_4(voucher("5011 {}", OWED)), [line(6, "sie_row")]),
    ("braces in braces", sie_4(voucher("5011 {1 {101}} 5", OWED)), [line(6, "sie_row")]),
    ("an object list never closed", sie_4(voucher("5011 {1 101 5", OWED)), [line(6, "sie_row")]),
    ("half a pair", sie_4(voucher("5011 {1} 5", OWED)), [line(6, "sie_objects")]),
    ("a quote within a code", sie_4(voucher('5011 {1 10"1"} 5', OWED)), [line(6, "sie_objects")]),
    ("words for an amount", sie_4(voucher("5011 {} fem", OWED)), [line(6, "sie_amount")]),
    ("thousands in an amount", sie_4(voucher("5011 {} 1,234.50", OWED)), [line(6, "sie_amount")]),
    ("scientific amount", sie_4(voucher("5011 {} 1E3", OWED)), [line(6, "sie_amount")]),
    ("three decimals", sie_4(voucher("5011 {} 5.001", OWED)), [line(6, "sie_decimals")]),
    ("beyond any books", sie_4(voucher("5011 {} 10000000000000", OWED)), [line(6, "sie_large")]),
    ("an impossible date", sie_4(voucher(HIRED, OWED, date="20180230")), [line(4, "sie_date")]),
    ("a month for a date", sie_4(voucher(HIRED, OWED, date="201802")), [line(4, "sie_date")]),
    ("no date", sie_4(voucher(HIRED, OWED, date="")), [line(4, "sie_date")]),
    ("a date ahead", sie_4(voucher(HIRED, OWED, date="20200201")), [line(4, "sie_future")]),
    ("a voucher's name never closed", sie_4(voucher(HIRED, OWED, name='"A 1')), [line(4, "sie_quote")]),
    ("a person for a unit", sie_4(voucher("5011 {1 189001019802} 5", OWED)), [line(6, "sie_personal")]),
    ("a person for an account", sie_4(voucher("18900101-9802 {} 5", OWED)), [line(6, "sie_personal")]),
    ("a unit beyond all measure", sie_4(voucher(f"5011 {{1 {'9' * 101}}} 5", OWED)), [line(6, "sie_code")]),
    ("a blank account", sie_4('#KTYP "" K\n', BOOKED), [line(4, "sie_fields")]),
    ("half a year", sie_4("#RAR 0 20180101\n", BOOKED), [line(4, "sie_fields")]),
    ("no year", sie_4("#RAR 0 2018 2019\n", BOOKED), [line(4, "sie_date")]),
    ("every fault at once", sie_4(voucher("5011 {} fem", OWED), voucher("5011 {1} 5", OWED)), [line(6, "sie_amount"), line(11, "sie_objects")]),
    ("other money", sie_4("#VALUTA nok\n", BOOKED), [(Code.SIE_CURRENCY, {"currency": "NOK"})]),
    ("unknown type", f"#FLAGGA 0\n#SIETYP 5\n{BOOKED}", [(Code.SIE_NO_MONTHS, {"kind": "5"})]),
    ("year's balances alone", sie_3("#RES 0 5011 5", PART, kind="1"), [(Code.SIE_YEAR_ALONE, {"kind": "1"})]),
    ("type not said, nothing by month", "#FLAGGA 0\n#RES 0 5011 5\n", [(Code.SIE_YEAR_ALONE, {"kind": "1"})]),
    ("type not said, nothing at all", "#FLAGGA 0\n", [(Code.SIE_NO_MONTHS, {"kind": "1"})]),
    ("only what is owned", sie_4(voucher("1910 {} 5", OWED)), [(Code.SIE_NO_MONTHS, {"kind": "4"})]),
    ("balances in a file of vouchers", sie_4(TOTAL, "\n"), [(Code.SIE_NO_MONTHS, {"kind": "4"})]),
    ("the same balance twice", sie_3(TOTAL, TOTAL, PART, PART), [line(5, "sie_twice"), line(7, "sie_twice")]),
    ("units without their whole", sie_3(PART, "#PSALDO 0 201801 4000 {} 1"), [(Code.SIE_TOTALS_MISSING, {"count": 1})]),
    ("units with projects alone", sie_3(TOTAL, "#PSALDO 0 201801 5011 {1 101 6 P1} 5"), [line(5, "sie_combined")]),
    ("no such period", sie_3("#PSALDO 0 201814 5011 {} 7"), [line(4, "sie_period")]),
    ("a date for a period", sie_3("#PSALDO 0 20180101 5011 {} 7"), [line(4, "sie_period")]),
    ("a balance without braces", sie_3("#PSALDO 0 201801 5011 7 3"), [line(4, "sie_row")]),
    ("a balance of nothing", sie_3("#PSALDO 0"), [line(4, "sie_row")]),
    ("checksum begun and never given", sie_4("#KSUMMA\n", BOOKED), checksum("sie_sum_open")),
    ("checksum given and never begun", sie_4(BOOKED, "#KSUMMA 5\n"), checksum("sie_sum_form")),
    ("checksum of words", sie_4("#KSUMMA\n", BOOKED, "#KSUMMA fel\n"), checksum("sie_sum_form")),
    ("three checksums", sie_4("#KSUMMA\n#KSUMMA\n", BOOKED, "#KSUMMA 5\n"), checksum("sie_sum_form")),
    ("another checksum", sie_4("#KSUMMA\n", SUMMED_VOUCHER.replace("101", "102"), f"#KSUMMA {SUMMED}\n"), checksum("sie_sum_differs")),
    ("two dimensions of the same", sie_4('#DIM 20 Projekt\n#DIM 21 "Projekt"\n', BOOKED), [(Code.HEADING_DUPLICATE, {"column": "project", "headings": "Projekt, Projekt"})]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "total", "warnings"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_reads_to_the_ore(text: str, total: int, warnings: Sequence[Code], text_file: Build, parse: Parse) -> None:
    parsed = parse(text_file(text, name="fil.se"))
    assert parsed.faults == ()
    assert parsed.total == sum(parsed.per_month.values()) == total
    assert [warning.code for warning in parsed.warnings] == list(warnings)


@pytest.mark.parametrize(("text", "faults"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refuses_and_says_where(
    text: str, faults: list[tuple[Code, dict[str, str | int]]], text_file: Build, parse: Parse
) -> None:
    parsed = parse(text_file(text, name="fil.se"))
    assert [(fault.code, fault.params) for fault in parsed.faults] == faults
    assert (parsed.cells, parsed.vouchers, parsed.total) == (b"", b"", 0)
    assert not any("sie_" in fault_text(fault) for fault in parsed.faults)


NO_DIMENSIONS = dict.fromkeys(("activity", "project", "counterparty", "supplier"), "")
OBJECTS = '{1 "101" 6 "P1" 9 "77" 20 "V1" 21 "M1" 22 "X"}'

# name, declared dimensions, the columns that OBJECTS gives
DIMENSIONS: list[tuple[str, str, dict[str, str]]] = [
    ("reserved numbers", "", {"ansvar": "101", "project": "P1", "supplier": "77"}),
    ("known names", '#DIM 20 "Verksamhet"\n#DIM 21 Motpart\n#UNDERDIM 22 "Något" 1\n', {"ansvar": "101", "project": "P1", "supplier": "77", "activity": "V1", "counterparty": "M1"}),
    ("unit under another number", '#DIM 1 "Verksamhet"\n#DIM 20 "Ansvar"\n', {"ansvar": "V1", "activity": "101", "project": "P1", "supplier": "77"}),
    ("a reserved number before the same name", '#DIM 1 "Kostnadsställe"\n#DIM 20 "Ansvar"\n', {"ansvar": "101", "project": "P1", "supplier": "77"}),
    ("the better heading", '#DIM 20 "Projekt"\n#DIM 21 "Projektkod"\n', {"ansvar": "101", "project": "M1", "supplier": "77"}),
    ("a reserved number with another's name", '#DIM 6 "Motpart"\n', {"ansvar": "101", "counterparty": "P1", "supplier": "77"}),
    ("unit under a name of its own", '#DIM 1 "Verksamhet"\n', {"ansvar": "101", "project": "P1", "supplier": "77"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("declared", "columns"), [case[1:] for case in DIMENSIONS], ids=[case[0] for case in DIMENSIONS]
)
def test_dimensions_are_known_by_name_and_else_by_number(
    declared: str, columns: dict[str, str], text_file: Build, parse: Parse
) -> None:
    (cell,) = cells_of(parse(text_file(sie_4(declared, voucher(f"5011 {OBJECTS} 5", OWED)))))
    assert cell == {
        **NO_DIMENSIONS, "month": "2018-01", "account": "5011", "measure": "actual", "amount_ore": 500, **columns,
    }  # fmt: skip


def test_the_parts_of_a_file_that_are_stored(
    text_file: Build, parse: Parse, vouchers_of: Callable[..., object]
) -> None:
    text = sie_4(
        '#PROGRAM "Raindance" 2018.1\n', voucher("5011 {1 101 9 77} 5", "5013 {1 101} 1", "2440 {} -6", name='"B" "7"')
    )
    parsed = parse(text_file(text), ["5011"])
    assert (parsed.source, parsed.profile, parsed.rows) == (Source.LEDGER, "sie4:Raindance", 2)
    assert vouchers_of(parsed) == [("2018-01", "5011", "101", "77", "B 7", 500)]


def test_a_fault_leaves_the_source_told(text_file: Build, parse: Parse) -> None:
    assert parse(text_file(sie_4(voucher(HIRED)))).source is Source.LEDGER


def test_budget_is_read_with_the_outcome(text_file: Build, parse: Parse) -> None:
    budget = "#PBUDGET 0 201801 5011 {} 9\n#PBUDGET 0 201801 5011 {1 101} 4\n"
    cells = cells_of(parse(text_file(sie_4(BOOKED, budget))))
    assert [(cell["ansvar"], cell["measure"], cell["amount_ore"]) for cell in cells] == [
        ("101", "actual", 500), ("101", "budget", 400), ("UTAN_ANSVAR", "budget", 500),
    ]  # fmt: skip


def test_what_is_said_of_what_was_left_out(text_file: Build, parse: Parse) -> None:
    rows = [HIRED, "8300 {} 2", "1910 {} -3", "2440 {} -4.00"]
    text = sie_4("#RAR 0 20170101 20171231\n#RES 0 5011 1\n#RES 0 5012 2.50\n", voucher(*rows))
    assert {warning.code: warning.params for warning in parse(text_file(text)).warnings} == {
        Code.SIE_BALANCE_ACCOUNTS: {"count": 2, "amount": "-7.00"},
        Code.SIE_WITHOUT_ANSVAR: {"count": 1, "amount": "2.00", "unit": "UTAN_ANSVAR"},
        Code.SIE_OUTSIDE_YEAR: {"months": "2018-01"},
        Code.SIE_RESULT_DIFFERS: {"count": 2, "examples": "5011, 5012", "difference": "-3.50"},
    }


def test_accounts_that_differ_are_shown_in_part(text_file: Build, parse: Parse) -> None:
    results = "".join(f"#RES 0 400{number} 1\n" for number in range(7))
    parsed = parse(text_file(sie_4("#RAR 0 20180101 20181231\n", results, "#RES 0 5011 5\n", BOOKED)))
    assert parsed.warnings[-1].params["examples"] == "4000, 4001, 4002, 4003, 4004 …"


def test_personal_data_is_dropped_counted_and_never_shown(text_file: Build, parse: Parse) -> None:
    text = sie_4(
        '#DIM 7 "Anställd"\n#DIM 30 "Personnummer"\n#OBJEKT 7 "47" "Test Testsson"\n',
        voucher('5011 {1 101 7 47 30 "x" 6 "900101-0017"} 5.00 20180115 "Test Testsson" 1 "TT"', "5011 {1 101 7 47} 1", "2440 {} -6"),
        voucher("5011 {1 101 7 47} 1", "2440 {} -1"),
    )  # fmt: skip
    parsed = parse(text_file(text), ["5011"])
    assert parsed.dropped == {"employee_number": 3, "personal_number": 2}
    assert [warning.code for warning in parsed.warnings[-2:]] == [Code.PERSONAL_DATA_DROPPED] * 2
    assert {cell["project"] for cell in cells_of(parsed)} == {""}
    assert not any(secret in parsed.cells + parsed.vouchers for secret in (b"Test", b"900101", b"47", b"TT"))


def test_same_content_as_a_workbook_has_the_same_hash(workbook: Build, text_file: Build, parse: Parse) -> None:
    rows = [["KONTO_ID", "KST_ID", "PERIOD", "UTFALL"], ["5011", "101", 201801, 5]]
    assert parse(workbook(rows)).content_hash == parse(text_file(sie_4(BOOKED))).content_hash
