"""SIE files as they lie on disk: their encodings, how they are recognised, and what is done to harm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders.reader import FileReader
from loaders.sie_checksum import checksum
from tests.loaders.built_files import cells_of
from tests.loaders.sie_files import START, sie_4, voucher

Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]

BOOKED = voucher('5011 {1 "Åsö"} 5.00 "" "Läkare på jour"', "2440 {} -5.00")
TEXT = sie_4('#FNAMN "Region Ö"\n', BOOKED)
ENCODED = {
    "cp437": TEXT.encode("cp437"),
    "cp1252, mislabelled": TEXT.encode("cp1252"),
    "utf-8, mislabelled": TEXT.encode(),
    "utf-8 with mark": TEXT.encode("utf-8-sig"),
    "utf-16 with mark": TEXT.encode("utf-16"),
    "utf-16 big": TEXT.encode("utf-16-be"),
}


@pytest.mark.parametrize("content", ENCODED.values(), ids=ENCODED)
def test_the_bytes_tell_the_encoding_whatever_the_file_says(content: bytes, text_file: Build, parse: Parse) -> None:
    parsed = parse(text_file(content, name="fil.si"))
    assert parsed.faults == ()
    assert [cell["ansvar"] for cell in cells_of(parsed)] == ["Åsö"]


def test_where_no_letter_tells_it_is_the_code_page_of_the_format(text_file: Build, parse: Parse) -> None:
    (cell,) = cells_of(
        parse(text_file(sie_4(BOOKED.replace("Åsö", "é").replace("ä", "").replace("å", "")).encode("cp437")))
    )
    assert cell["ansvar"] == "é"


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "utf-8", "utf-16"])
@pytest.mark.parametrize("summed", ["cp437", "cp1252"])
def test_the_checksum_holds_in_the_encoding_of_the_format_or_of_the_file(
    encoding: str, summed: str, text_file: Build, parse: Parse
) -> None:
    text = f"{START}#KSUMMA\n{BOOKED}#KSUMMA {checksum(BOOKED.encode(summed))}\n"
    parsed = parse(text_file(text.encode(encoding)))
    assert [fault.code for fault in parsed.faults] == ([] if summed in ("cp437", encoding) else [Code.SIE_CHECKSUM])


BEGINNINGS = [
    "#FLAGGA 0\n",
    "\n \n#flagga\t0\n",
    "#PROGRAM x\n",
    "#KSUMMA\n#KSUMMA 0\n",
    '#SIETYP "4"\n',
    "#GEN 20180101\n",
]


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_is_recognised_by_its_labels(beginning: str, text_file: Build, parse: Parse) -> None:
    assert parse(text_file(beginning + BOOKED, name="ekonomi.csv")).total == 500


@pytest.mark.parametrize(
    "text", ["#;Konto;Kst;Period;Belopp\n1;1;2;201801;5\n", "#FLAGGAN;Konto;Kst;Period;Belopp\n1;1;2;201801;5\n"]
)
def test_a_table_that_begins_with_the_sign_is_a_table(text: str, text_file: Build, parse: Parse) -> None:
    assert parse(text_file(text)).total == 500


HOSTILE = {
    "zero bytes": (TEXT.encode("cp437").replace(b"5.00", b"5\0.00"), Code.FILE_DAMAGED),
    "one line without end": (b"#FLAGGA 0" + b' {1 "' * 10**6, Code.SIE_NO_MONTHS),
    "a row without end": (TEXT.encode("cp437").replace(b"5.00", b"5" * 10**6), Code.SIE_LINE),
    "braces for ever": (b"#FLAGGA 0\n" + b"{\n" * 10**5, Code.SIE_LINE),
    "objects for ever": (sie_4(voucher("5011 {" + "1 1 " * 10**5 + "} 5", "2440 {} -5")).encode(), None),
    "a sum beyond 64 bits": (sie_4(voucher(*["5011 {} 9999999999999"] * 9500)).encode(), Code.SIE_UNBALANCED),
}  # fmt: skip


@pytest.mark.parametrize(("content", "code"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_done_to_harm_is_refused(content: bytes, code: Code | None, text_file: Build, parse: Parse) -> None:
    faults = [fault.code for fault in parse(text_file(content)).faults]
    assert faults[:1] == ([] if code is None else [code])


def test_sums_beyond_64_bits_are_refused_where_they_balance(text_file: Build, parse: Parse) -> None:
    rows = ["5011 {} 9999999999999", "5012 {} -9999999999999"] * 9500
    assert [fault.code for fault in parse(text_file(sie_4(voucher(*rows)))).faults] == [Code.AMOUNT_TOO_LARGE]


@pytest.mark.parametrize("kept", range(0, len(TEXT), 7))
def test_a_file_cut_off_anywhere_gives_no_wrong_sum(kept: int, text_file: Build, parse: Parse) -> None:
    parsed = parse(text_file(TEXT[:kept] or "#FLAGGA"))
    assert parsed.faults
    assert parsed.total == 0


def test_a_file_in_the_child_process(headings_folder: Path, text_file: Build, parse: Parse) -> None:
    path = text_file(TEXT.encode("cp437"), name="ekonomi.se")
    (answer,) = FileReader(headings_folder, today=date(2019, 1, 31)).read([ReadRequest(path, path.name)])
    assert answer == parse(path)
