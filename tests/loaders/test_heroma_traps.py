"""A table of what Heroma exports hold: each file is built here, with its exact centihours, or its faults by cell."""
# ruff: noqa: E501 -- a row of the table stays on one line

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time, timedelta
from pathlib import Path

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile
from bemanning.domain.vocabulary import Source
from tests.loaders.built_files import Cell, Rows, cells_of, places

HEADER = ["PERIOD", "ENHET_ID", "BEF_KOD", "ANSTFORM", "TIDSTYP", "TIMMAR"]
TRUE: Cell = True
Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]


def one(hours: Cell, employment: Cell = "Extern", time_kind: Cell = "Ordinarie") -> list[Cell]:
    return ["2018-01", "101", "L1", employment, time_kind, hours]


READ: list[tuple[str, Rows, int, Sequence[Code]]] = [
    ("decimals", [HEADER, one(7.25), one(8)], 1525, []),
    ("Swedish text", [HEADER, one("1 007,50")], 100750, []),
    ("text with three decimals", [HEADER, one("7,125"), one("0,5")], 763, []),
    ("year in title", [["År 2018"], HEADER, ["Januari", *one(5)[1:]]], 500, [Code.YEAR_FROM_TITLE]),
    ("clock with thousands", [HEADER, one("1 520:30")], 152050, []),
    ("clock", [HEADER, one("7:30"), one("-0:30"), one("100:00:36")], 10701, []),
    ("three times twenty minutes", [HEADER, one("0:20"), one("0:20"), one("0:20")], 100, []),
    ("durations", [HEADER, one(timedelta(hours=37, minutes=30)), one(timedelta(minutes=20))], 3783, []),
    ("time of day", [HEADER, one(time(7, 30)), one("0,5")], 800, []),
    ("float noise", [HEADER, one(0.1 + 0.2)], 30, []),
    ("negative corrections", [HEADER, one(8), one(-7.5)], 50, []),
    ("negative absence", [HEADER, one(-8, time_kind="Frånvaro")], -800, []),
    ("negative worked hours", [HEADER, one(8), one(-8.5)], -50, [Code.HOURS_NEGATIVE]),
    ("implausible hours, a person-month beyond what a month holds", [[*HEADER, "ANTAL_PERS"], [*one(744), 1], [*one(1490), 2], [*one(5), 0]], 223900, [Code.HOURS_IMPLAUSIBLE]),
    ("implausible hours, heads not known", [HEADER, one(100_000), one(100_000.5)], 20000050, [Code.HOURS_IMPLAUSIBLE]),
    ("mojibake in a supplier", [[*HEADER, "LEVERANTÖR"], [*one(5), "Ã…kerÃ¶ LÃ¤kare"]], 500, [Code.TEXT_GARBLED]),
    ("codes and names in one cell", [HEADER, ["2018-01", "101 Åsen", "L1 Läkare", *one(5)[3:]]], 500, [Code.CODE_WITH_NAME, Code.CODE_WITH_NAME]),
    ("hidden names of blanks", [HEADER, one(5), ["(tom)", "(tom)", "(tom)", "(tom)", None, None]], 500, []),
    ("halves away from zero", [HEADER, one(0.005)], 1, []),
    ("negative halves too", [HEADER, one(-0.005)], -1, [Code.HOURS_NEGATIVE]),
    ("all words", [HEADER, one(1, "anställd", "övertid"), one(1, "INHYRD", "frånvaro"), one(1, "Tillsvidare", "Mertid"), one(1, "Konsult", "jour")], 400, []),
    ("flag for external", [[*HEADER[:3], "EXTERN", *HEADER[4:]], one(1, "Ja"), one(1, TRUE)], 200, []),
    ("no kind of time", [[*HEADER[:4], "TIMMAR"], [*one(0)[:4], 5]], 500, [Code.TIME_KIND_ASSUMED]),
    ("AID and KST", [["AR_PER", "KST", "AID_KOD", "Anställningsform", "TIDKOD", "ANTAL_TIM"], one(5)], 500, []),
    ("sum row", [HEADER, one(5), one(2.5), ["Summa", None, None, None, None, 7.5]], 750, []),
    ("sum row named in the words", [HEADER, one(5), one(2.5), ["2018-01", "101", "L1", "Summa", None, 7.5]], 750, []),
    ("blank hours", [HEADER, one(5), one(None)], 500, [Code.AMOUNT_BLANK]),
    ("title", [["Heroma, tid och lön"], HEADER, one(5)], 500, []),
]  # fmt: skip

REFUSED: list[tuple[str, Rows, list[tuple[Code, str | None]]]] = [
    ("no employment column", [[*HEADER[:3], *HEADER[4:]], ["2018-01", "101", "L1", "Ordinarie", 5]], [(Code.HEADINGS_MISSING, "A1")]),
    ("unknown employment", [HEADER, one(5, "Utlånad")], [(Code.WORD_UNKNOWN, "D2")]),
    ("unknown kind of time", [HEADER, one(5, time_kind="Komp")], [(Code.WORD_UNKNOWN, "E2")]),
    ("blank employment", [HEADER, one(5, None)], [(Code.KEY_MISSING, "D2")]),
    ("words for hours", [HEADER, one("många")], [(Code.HOURS_UNREADABLE, "F2")]),
    ("truth for hours", [HEADER, one(TRUE)], [(Code.HOURS_UNREADABLE, "F2")]),
    ("implausible hours, a million in one cell", [HEADER, one(1e6)], [(Code.HOURS_UNREADABLE, "F2")]),
    ("quarters", [HEADER, ["Q1 2018", *one(5)[1:]]], [(Code.PERIOD_SPAN, "A2")]),
    ("mojibake in an employment", [HEADER, one(5, "AnstÃ¤lld")], [(Code.WORD_UNKNOWN, "D2")]),
    ("an error cell saved as text", [HEADER, one("#SAKNAS!")], [(Code.CELL_ERROR, "F2")]),
    ("blank words for an employment", [HEADER, one(5, "(tom)")], [(Code.KEY_MISSING, "D2")]),
    ("an export appended to itself", [HEADER, *[one(place) for place in range(10)] * 2], [(Code.ROWS_TWICE, None)]),
    ("period 13", [HEADER, one(5), ["2018-13", *one(5)[1:]]], [(Code.PERIOD_UNREADABLE, "A3")]),
    ("heads alone in a row", [[*HEADER, "ANTAL_PERS"], [*one(5), 1], [None] * 6 + [1]], [(Code.ROW_UNLABELLED, "F3")]),
    ("impossible hours", [HEADER, one(1e7)], [(Code.HOURS_UNREADABLE, "F2")]),
    ("ambiguous hours", [HEADER, one("7,125")], [(Code.AMOUNT_AMBIGUOUS, "F2")]),
    ("sums beyond 64 bits", [[*HEADER, "LÖNEKOSTNAD"], *[[*one(5), 9.9e12]] * 9400], [(Code.AMOUNT_TOO_LARGE, None)]),
    ("wrong sum row", [HEADER, one(5), ["Summa", None, None, None, None, 6]], [(Code.SUM_MISMATCH, "F3")]),
    ("half a person", [[*HEADER, "ANTAL_PERS"], [*one(5), 0.5]], [(Code.COUNT_UNREADABLE, "G2")]),
    ("three decimals of cost", [[*HEADER, "LÖNEKOSTNAD"], [*one(5), 1.234]], [(Code.AMOUNT_DECIMALS, "G2")]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "total", "warnings"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_reads_to_the_centihour(
    rows: Rows, total: int, warnings: Sequence[Code], workbook: Build, parse: Parse
) -> None:
    parsed = parse(workbook(rows))
    assert places(parsed.faults) == []
    assert (parsed.total, parsed.per_month, parsed.source) == (total, {"2018-01": total}, Source.HEROMA)
    assert [warning.code for warning in parsed.warnings] == list(warnings)


@pytest.mark.parametrize(("rows", "faults"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refuses_and_says_where(rows: Rows, faults: list[tuple[Code, str]], workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook(rows))
    assert places(parsed.faults) == faults
    assert (parsed.cells, parsed.total) == (b"", 0)


def test_one_row_per_key_with_cost_and_heads(workbook: Build, parse: Parse) -> None:
    header = [*HEADER, "LEVERANTÖR", "LONEKOSTNAD", "ANTAL_PERS"]
    rows = [
        [*one(7.5), "Bolag AB", 0, 2],
        [*one(7.5), "Bolag AB", None, "1"],
        [*one(150, "Anställd"), "", "12 345,67", None],
    ]
    parsed = parse(workbook([header, *rows]))
    key = {"month": "2018-01", "unit": "101", "code": "L1", "time_kind": "ordinary"}
    assert cells_of(parsed) == [
        {**key, "employment": "external", "supplier": "Bolag AB", "centihours": 1500, "cost_ore": 0, "head_count": 3},
        {**key, "employment": "own", "supplier": "", "centihours": 15000, "cost_ore": 1234567, "head_count": 0},
    ]
    assert parsed.rows == 3
    assert parsed.profile == "heroma:ENHET_ID/BEF_KOD/ANSTFORM/TIMMAR"


def test_a_column_that_is_blank_all_the_way_down_says_nothing(workbook: Build, parse: Parse) -> None:
    rows = [[*one(hours), None, None] for hours in (7.5, 8)]
    (cell,) = cells_of(parse(workbook([[*HEADER, "LONEKOSTNAD", "ANTAL_PERS"], *rows])))
    assert (cell["centihours"], cell["cost_ore"], cell["head_count"]) == (1550, None, None)


def test_an_unknown_word_is_shown_with_its_column(workbook: Build, parse: Parse) -> None:
    (fault,) = parse(workbook([HEADER, one(5, "Utlånad")])).faults
    assert fault.params == {"column": "employment", "value": "Utlånad"}
    assert fault.sheet == "Blad1"


def test_names_of_employees_are_counted_and_left(workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook([[*HEADER, "Namn", "Anstnr"], [*one(5), "Test Testsson", 17], [*one(5), "", ""]]))
    assert parsed.dropped == {"person_name": 1, "employee_number": 1}
    assert [warning.code for warning in parsed.warnings] == [Code.PERSONAL_DATA_DROPPED] * 2


def test_a_column_for_names_that_is_empty_is_nothing_to_tell(workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook([[*HEADER, "Namn"], one(5)]))
    assert (parsed.dropped, parsed.warnings) == ({}, ())
