"""SIE 5: the same books as in SIE 4 give the same, and what is broken is refused by line."""
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
from tests.loaders.sie_files import sie_4, voucher

Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]

START = '<?xml version="1.0" encoding="UTF-8"?>\n<Sie xmlns="http://www.sie.se/sie5">'
INFO = '<FileInfo><SoftwareProduct name="Raindance" version="1"/><FiscalYears><FiscalYear start="2018-01" end="2018-12" primary="true"/><FiscalYear start="2017-01" end="2017-12"/></FiscalYears><AccountingCurrency currency="SEK"/></FileInfo>'
ACCOUNTS = '<Accounts><Account id="5011" name="Hyr" type="cost"/><Account id="9000" name="Antal" type="statistics"/></Accounts>'
UNIT = '<ObjectReference dimensionId="1" objectId="101"/>'
HIRED = f'<LedgerEntry accountId="5011" amount="5.00" text="x">{UNIT}</LedgerEntry>'
OWED = '<LedgerEntry accountId="2440" amount="-5.00"/>'


def entry(*rows: str, day: str = "2018-01-15") -> str:
    return f'<JournalEntry id="1" journalDate="{day}" text="Porto">{"".join(rows)}</JournalEntry>'


def sie_5(*entries: str, before: str = "") -> str:
    return f'{START}{before}\n<Journal id="A" name="x">\n{"".join(entries)}</Journal></Sie>'


READ: list[tuple[str, str, int, Sequence[Code]]] = [
    ("plain", sie_5(entry(HIRED, OWED)), 500, [Code.SIE_BALANCE_ACCOUNTS]),
    ("everything said", sie_5(entry(HIRED, OWED), before=INFO + ACCOUNTS), 500, [Code.SIE_BALANCE_ACCOUNTS]),
    ("a row taken away", sie_5(entry(HIRED, '<LedgerEntry accountId="5011" amount="9"><Overstrike date="2018-01-16" by="AN"/></LedgerEntry>', OWED)), 500, [Code.SIE_BALANCE_ACCOUNTS]),
    ("no unit", sie_5(entry('<LedgerEntry accountId="5011" amount="5"/>', OWED)), 500, [Code.SIE_BALANCE_ACCOUNTS, Code.SIE_WITHOUT_ANSVAR]),
    ("statistics", sie_5(entry(HIRED, OWED, '<LedgerEntry accountId="9000" amount="0"/>'), before=ACCOUNTS), 500, [Code.SIE_BALANCE_ACCOUNTS]),
    ("outside the year", sie_5(entry(HIRED, OWED, day="2019-01-15"), before=INFO), 500, [Code.SIE_BALANCE_ACCOUNTS, Code.SIE_OUTSIDE_YEAR]),
    ("a file for import", sie_5(entry(HIRED, OWED)).replace("Sie ", "SieEntry ").replace("/Sie>", "/SieEntry>"), 500, [Code.SIE_BALANCE_ACCOUNTS]),
    ("no number, twice", sie_5(*[entry(HIRED, OWED).replace('id="1"', 'id=""', 1)] * 2), 1000, [Code.SIE_BALANCE_ACCOUNTS]),
    ("with a prefix", sie_5(entry(HIRED, OWED)).replace("xmlns=", "xmlns:s=").replace("</", "</s:").replace("<", "<s:").replace("<s:/s:", "</s:").replace("<s:?", "<?"), 500, [Code.SIE_BALANCE_ACCOUNTS]),
]  # fmt: skip


def line(number: int, reason: str) -> list[tuple[Code, dict[str, str | int]]]:
    return [(Code.SIE_LINE, {"line": number, "reason": reason})]


REFUSED: list[tuple[str, str, list[tuple[Code, dict[str, str | int]]]]] = [
    ("unbalanced", sie_5(entry(HIRED)), [(Code.SIE_UNBALANCED, {"voucher": "A 1", "line": 4, "difference": "5.00"})]),
    ("the same entry twice", sie_5(entry(HIRED, OWED), entry(HIRED, OWED)), [(Code.SIE_VOUCHER_TWICE, {"voucher": "A 1", "line": 4})]),
    ("words for an amount", sie_5(entry('<LedgerEntry accountId="5011" amount="fem"/>')), line(4, "sie_amount")),
    ("no account", sie_5(entry('<LedgerEntry amount="5"/>', OWED)), line(4, "sie_code")),
    ("no date", sie_5(entry(HIRED, OWED, day="")), line(4, "sie_date")),
    ("a date ahead", sie_5(entry(HIRED, OWED, day="2020-02-01")), line(4, "sie_future")),
    ("a row outside", sie_5(OWED, entry(HIRED, OWED)), line(4, "sie_outside")),
    ("a person for a unit", sie_5(entry(HIRED.replace("101", "189001019802"), OWED)), line(4, "sie_personal")),
    ("other money", sie_5(entry(HIRED, OWED), before=INFO.replace("SEK", "NOK")), [(Code.SIE_CURRENCY, {"currency": "NOK"})]),
    ("a year that is none", sie_5(entry(HIRED, OWED), before=INFO.replace("2018-12", "2018")), line(2, "sie_date")),
    ("no journals", START + INFO + ACCOUNTS + "</Sie>", [(Code.SIE_NO_MONTHS, {"kind": "4"})]),
    ("cut off", sie_5(entry(HIRED, OWED))[:-20], [(Code.FILE_DAMAGED, {"reason": "sie_xml"})]),
    ("entities", sie_5(entry(HIRED, OWED)).replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>', 1), [(Code.FORMAT_UNKNOWN, {"format": "xml"})]),
    ("another encoding", sie_5(entry(HIRED, OWED)).replace("UTF-8", "UTF-7"), [(Code.FILE_HOSTILE, {"reason": "encoding"})]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "total", "warnings"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_reads_to_the_ore(text: str, total: int, warnings: Sequence[Code], text_file: Build, parse: Parse) -> None:
    parsed = parse(text_file(text, name="fil.sie"))
    assert parsed.faults == ()
    assert (parsed.total, parsed.source) == (total, Source.LEDGER)
    assert [warning.code for warning in parsed.warnings] == list(warnings)


@pytest.mark.parametrize(("text", "faults"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refuses_and_says_where(
    text: str, faults: list[tuple[Code, dict[str, str | int]]], text_file: Build, parse: Parse
) -> None:
    parsed = parse(text_file(text))
    assert [(fault.code, fault.params) for fault in parsed.faults] == faults
    assert not any("sie_" in fault_text(fault) for fault in parsed.faults)


def test_the_same_books_are_the_same_in_both_editions(text_file: Build, parse: Parse) -> None:
    four = parse(text_file(sie_4("#PROGRAM Raindance\n", voucher('5011 {1 "101"} 5.00', "2440 {} -5.00"))))
    five = parse(text_file(sie_5(entry(HIRED, OWED), before=INFO)), ["5011"])
    assert (five.content_hash, five.warnings) == (four.content_hash, four.warnings)
    assert (four.profile, five.profile) == ("sie4:Raindance", "sie5:Raindance")


def test_dimensions_are_known_by_name(text_file: Build, parse: Parse) -> None:
    named = '<Dimensions><Dimension id="20" name="Motpart"/></Dimensions>'
    row = HIRED.replace(UNIT, f'{UNIT}<ObjectReference dimensionId="20" objectId="M1"/>')
    (cell,) = cells_of(parse(text_file(sie_5(entry(row, OWED), before=named))))
    assert (cell["ansvar"], cell["counterparty"]) == ("101", "M1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_encoding_is_the_one_that_is_stated_or_marked(encoding: str, text_file: Build, parse: Parse) -> None:
    stated = encoding.removesuffix("-sig")
    text = sie_5(entry(HIRED.replace("101", "Åsö"), OWED)).replace("UTF-8", stated)
    assert [cell["ansvar"] for cell in cells_of(parse(text_file(text.encode(encoding))))] == ["Åsö"]


def test_bytes_that_are_not_what_is_stated_are_refused(text_file: Build, parse: Parse) -> None:
    content = sie_5(entry(HIRED.replace("101", "Åsö"), OWED)).encode("cp1252")
    assert [fault.code for fault in parse(text_file(content)).faults] == [Code.ENCODING_UNKNOWN]
