# ruff: noqa: E501 -- a row of the table stays on one line
from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders.parse_file import FileParser
from tests.loaders.built_files import cells_of, places

TEXT = "Konto;Kostnadsställe;Månad;Belopp;Leverantör\n0501;007;2018-01;1 234,50;Åkerö Läkare\n"
Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("text")


ENCODED = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": TEXT.encode("utf-8-sig"),
    "utf-16 little with mark": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "utf-16 big with mark": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "utf-16 little": TEXT.encode("utf-16-le"),
    "utf-16 big": TEXT.encode("utf-16-be"),
    "cp1252": TEXT.encode("cp1252"),
    "cp437": TEXT.encode("cp437"),
}


@pytest.mark.parametrize("content", ENCODED.values(), ids=ENCODED)
def test_every_encoding_gives_the_same_text(content: bytes, text_file: Build, parse: Parse) -> None:
    parsed = parse(text_file(content))
    assert places(parsed.faults) == []
    (cell,) = cells_of(parsed)
    assert (cell["account"], cell["ansvar"], cell["supplier"], cell["amount_ore"]) == (
        "0501", "007", "Åkerö Läkare", 123450,
    )  # fmt: skip


def coded(*codes: str, rows: int = 30) -> str:
    """Rows of 5 kronor together, with a code each, over and over."""
    return "".join(f"{row},2,201801,{5 * (row == 0)},{codes[row % len(codes)]}\n" for row in range(rows))


READ = {
    "semicolon": "Konto;Kst;Period;Belopp\n1;2;201801;5,00\n",
    "tab": "Konto\tKst\tPeriod\tBelopp\n1\t2\t201801\t5,00\n",
    "bar": "Konto|Kst|Period|Belopp\n1|2|201801|5,00\n",
    "comma": 'Konto,Kst,Period,Belopp\n1,2,201801,"5,00"\n',
    "comma and a code of two digits": "Konto,Kst,Period,Belopp,Verksamhetskod\n1,2,201801,5,01\n",
    "comma and a whole budget": "Konto,Kst,Period,Belopp,Budget\n1,2,201801,5,10\n",
    "comma and a budget of nothing": "Konto,Kst,Period,Belopp,Budget\n1,2,201801,5.0,00\n",
    "a comma at the end of every row, keys after the amount": "Konto,Belopp,Kst,Period\n1,5,110,201801,\n",
    "a comma at the end of every row, a budget after the amount": "Konto,Kst,Period,Belopp,Budget\n1,2,201801,2,120,\n1,2,201801,1,1200,\n1,2,201801,2,15000,\n",
    "a comma at the end of every row, sums too": "Konto,Kst,Period,Belopp,Budget\n1,2,201801,4,1200,\n1,2,201801,1,-1080,\nSumma,,,5,120,\n",
    "a code of two digits, keys after it": "Konto,Belopp,Momskod,Kst,Period\n1,5,05,2,201801\n",
    "a code of two digits, amounts with a point": "Konto,Kst,Period,Belopp,Momskod\n1,2,201801,2,05\n1,2,201801,3.00,25\n",
    "a code of two digits, amounts in quotes": 'Konto,Kst,Period,Belopp,Momskod\n1,2,201801,2,05\n1,2,201801,"3,00",25\n',
    "a code of two digits, or blank": "Konto,Kst,Period,Belopp,Momskod\n1,2,201801,2,05\n1,2,201801,2,\n1,2,201801,1,\n",
    "few codes of two digits": f"Konto,Kst,Period,Belopp,Momskod\n{coded('05', '25')}",
    "semicolon and two digits": "Konto;Kst;Period;Belopp;Text\n1;2;201801;5;07;\n",
    "comma and decimal point": "Konto,Kst,Period,Belopp\n1,2,201801,5.00\n",
    "sep line": "sep=|\r\nKonto|Kst|Period|Belopp\r\n1|2|201801|5,00\r\n",
    "old line ends": "Konto;Kst;Period;Belopp\r1;2;201801;5,00\r",
    "line break in quotes": 'Konto;Kst;Period;Belopp;Text\n1;2;201801;5,00;"a\nb;c"\n',
    "blank lines": "\n\nKonto;Kst;Period;Belopp\n\n1;2;201801;5,00\n\n",
    "short rows": "Titel\nKonto;Kst;Period;Belopp;Budget\n1;2;201801;5,00\n",
    "trailing separators": "Konto;Kst;Period;Belopp\n1;2;201801;5,00;;\n",
    "formula as text": 'Konto;Kst;Period;Belopp;Leverantör\n="1";2;201801;5,00;=1+1\n',
    "footers": "Konto;Kst;Period;Belopp\n1;2;201801;5,00\nAntal rader;500\nUtskriven 2018-02-03;av X\n",
    "sep line in quotes": '"sep=;"\nKonto;Kst;Period;Belopp\n1;2;201801;5,00\n',
    "sep line with a byte order mark": "\ufeffsep=;\nKonto;Kst;Period;Belopp\n1;2;201801;5,00\n",
    "exports put one after another, each with its mark": "\ufeffKonto;Kst;Period;Belopp\n1;2;201801;2,00\n\ufeffKonto;Kst;Period;Belopp\n1;2;201801;3,00\n",
    "the end that DOS writes": "Konto;Kst;Period;Belopp\n1;2;201801;5,00\n\x1a",
    "sum row": "Konto;Kst;Period;Belopp\n1;2;201801;5,00\nSumma;;;5,00\n",
    "short sum row": "Konto;Kst;Period;Belopp;Text\n1;2;201801;5,00;x\nSumma;;;5,00\n",
    "captions": "Konto;Kst;Period;Belopp\n1;2;201801;5,00\n2 rader\n7\nUtskriven av;Kim\n;;2018;\n",
}

REFUSED = {
    "shifted row": ("Konto;Kst;Period;Text;Belopp\n1;2;201801;jour; natt;5,00\n", [(Code.ROW_SHIFTED, "F2"), (Code.AMOUNT_UNREADABLE, "E2")]),
    "shifted row that still has its keys": ("Konto;Kst;Period;Belopp;Text\n1;2;201801;5,00;jour; natt\n", [(Code.ROW_SHIFTED, "F2")]),
    "a line break in a text splits a row": ("Konto;Kst;Text;Period;Belopp\n1;2;jour\nnatt;201801;5,00\n", [(Code.ROW_BROKEN_OFF, "A2"), (Code.ROW_BROKEN_OFF, "A3")]),
    "a row whose beginning is gone": ("Konto;Kst;Text;Period;Belopp\n1;2;jour;201801;5,00\n;201801;5,00\n", [(Code.ROW_BROKEN_OFF, "A3")]),
    "an amount alone": ("Konto;Kst;Period;Belopp\n1;2;201801;5,00\n5,00\n", [(Code.ROW_BROKEN_OFF, "A3")]),
    "cut off in the middle of a row": ("Konto;Kst;Period;Belopp\n1;2;201801;5,00\n1;2\n", [(Code.ROW_BROKEN_OFF, "A3")]),
    "shifted row within the header's width": ("Konto;Namn;Kst;jan-18;feb-18;X\n1;a;2;5,00;6,00;\n1;a; b;2;5,00;6,00;\n1;a;2;5,00;6,00;\n", [(Code.ROW_SHIFTED, "G3")]),
    "a text broken into lines": ("Konto;Kst;Period;Text;Belopp\n1;2;201801;jour\nnatt;5,00\n", [(Code.ROW_BROKEN_OFF, "A3")]),
    "a last row that is cut off": ("Konto;Kst;Period;Belopp\n1;2;201801;5,00\n1;2;\n", [(Code.ROW_BROKEN_OFF, "A3")]),
    "a decimal comma between commas": ("Konto,Kst,Period,Belopp\n1,2,201801,5,00\n", [(Code.AMOUNT_SPLIT, "D2")]),
    "a decimal comma, the last column blank": ("Konto,Kst,Period,Belopp,Text\n1,2,201801,5,25,\n", [(Code.AMOUNT_SPLIT, "D2")]),
    "a decimal comma, the last column not there": ("Konto,Kst,Period,Belopp,Text\n1,2,201801,5,00\n1,2,201801,7,50\n", [(Code.AMOUNT_SPLIT, "D2")]),
    "a decimal comma, in front of a budget": ("Konto,Kst,Period,Belopp,Budget\n1,2,201801,-1 234,05\n", [(Code.AMOUNT_SPLIT, "D2")]),
    "a decimal comma, the last months blank": ("Konto,Kst,jan-18,feb-18,mar-18\n1,2,5,25,7,,\n", [(Code.AMOUNT_SPLIT, "C2")]),
    "a thousands comma between commas": ("Konto,Kst,Period,Belopp,Vernr\n1,2,201801,1,234.50,\n", [(Code.AMOUNT_SPLIT, "D2")]),
    "a decimal comma beside a text in quotes": ('Konto,Kst,Period,Belopp,Text\n1,2,201801,5,00,\n1,2,201801,"5,00","a"\n', [(Code.AMOUNT_SPLIT, "D2")]),
    "a decimal comma of a sum": ("Konto,Kst,Period,Belopp,Budget\n1,2,201801,5.00,\nSumma,,,5,00\n", [(Code.AMOUNT_SPLIT, "D3")]),
    "a decimal comma, its first digit left": ("Konto,Kst,Period,Belopp,Text\n1,2,201801,5,5,\n1,2,201801,7,25,\n", [(Code.AMOUNT_SPLIT, "D2"), (Code.AMOUNT_SPLIT, "D3")]),
    "a decimal comma before keys": ("Konto,Belopp,Kst,Period,Text\n1,5,00,110,201801,\n", [(Code.AMOUNT_SPLIT, "B2"), (Code.PERIOD_UNREADABLE, "D2")]),
    "a decimal comma before a key that isn't lost": ("Konto,Period,Belopp,Kst,Text\n1,201801,5,00,110,\n", [(Code.AMOUNT_SPLIT, "C2")]),
    "decimal commas, and one in a text": ("Konto,Kst,Period,Belopp,Text,Nr\n1,2,201801,5,25,a,\n1,2,201801,7,50,b,\n1,2,201801,9,jour, natt,\n", [(Code.AMOUNT_SPLIT, "D2"), (Code.AMOUNT_SPLIT, "D3")]),
    "a decimal comma where not all rows are longer": ("Konto,Kst,Period,Belopp,Text\n1,2,201801,5,25,\n1,2,201801,9,a, \n1,2,201801,8,b, \n1,2,201801,9,a\n", [(Code.AMOUNT_SPLIT, "D2")]),
    "a decimal comma in longer rows than all others": ("Konto,Kst,Period,Belopp,Text\n1,2,201801,5,25,,\n1,2,201801,9,a,\n1,2,201801,8,b,\n", [(Code.AMOUNT_SPLIT, "D2")]),
    "an amount and a code, or a number": ("Konto,Kst,Period,Belopp,Momskod\n1,2,201801,5,05\n", [(Code.AMOUNT_SPLIT, "D2")]),
    "an amount and a budget, or a number": ("Konto,Kst,Period,Belopp,Budget\n1,2,201801,500,120,\n", [(Code.AMOUNT_SPLIT, "D2")]),
    "codes that may be öre, for one is none": (f"Konto,Kst,Period,Belopp,Momskod\n{coded(*['25'] * 29, '00')}1,2,201801,5,05\n", [(Code.AMOUNT_SPLIT, "D31"), (Code.AMOUNT_SPLIT, "D32")]),
    "codes that may be öre, for they are many": (f"Konto,Kst,Period,Belopp,Momskod\n{coded(*map(str, range(10, 20)))}1,2,201801,5,05\n", [(Code.AMOUNT_SPLIT, "D32")]),
    "codes that may be öre, for rows are few": (f"Konto,Kst,Period,Belopp,Momskod\n{coded('25', rows=28)}1,2,201801,5,05\n", [(Code.AMOUNT_SPLIT, "D30")]),
    "quote never closed": ('Konto;Kst;Period;Belopp\n1;2;201801;"5,00\n', [(Code.TEXT_BROKEN, None)]),
    "place after a line break in quotes": ('Konto;Kst;Period;Belopp\n1;2;201801;"5\n"\n1;2;201801;fel\n', [(Code.AMOUNT_UNREADABLE, "D3")]),
    "place after the sep line": ("sep=;\nKonto;Kst;Period;Belopp\n1;2;201801;fel\n", [(Code.AMOUNT_UNREADABLE, "D2")]),
    "zero bytes": (b"Konto;Kst;Period;Belopp\n1;2;201801;5\0\n", [(Code.FILE_DAMAGED, None)]),
    "zero bytes after a mark": (b"\xef\xbb\xbfKonto;Kst;Period;Belopp\n1;2;201801;5\0\n", [(Code.FILE_DAMAGED, None)]),
    "half a character": (b"\xef\xbb\xbfKonto;Kst;Period;Belopp;\xc3\n", [(Code.ENCODING_UNKNOWN, None)]),
    "no code page fits better": (b"Konto;Kst;Period;Belopp;\xe9\n", [(Code.ENCODING_UNKNOWN, None)]),
    "a serial date without a format": ("Konto;Kst;Period;Belopp\n1;2;43101;5,00\n", [(Code.PERIOD_UNREADABLE, "C2")]),
    "no heading at all": ("hej", [(Code.HEADINGS_UNKNOWN, None)]),
    "blank": (" \n", [(Code.HEADINGS_UNKNOWN, None)]),
}  # fmt: skip


@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_reads_text(content: str, text_file: Build, parse: Parse) -> None:
    parsed = parse(text_file(content))
    assert (places(parsed.faults), parsed.total) == ([], 500)


@pytest.mark.parametrize(("content", "faults"), REFUSED.values(), ids=REFUSED)
def test_refuses_text(content: str | bytes, faults: list[tuple[Code, str]], text_file: Build, parse: Parse) -> None:
    assert places(parse(text_file(content)).faults) == faults


# Of a row: öre or a blank, whether its text is blank, and the text.
SPLIT_ROWS = st.tuples(st.none() | st.integers(-99_999, 99_999), st.sampled_from(["", "jour", "12", "05"]))


@given(st.lists(SPLIT_ROWS, min_size=1, max_size=8), st.integers(0, 2))
@settings(max_examples=60)
def test_decimal_commas_between_commas_never_give_another_sum(
    folder: Path, parser: FileParser, rows: list[tuple[int | None, str]], blanks: int
) -> None:
    lines = [
        f"{number},2,201801,{'' if ore is None else f'{ore / 100:.2f}'.replace('.', ',')},{text}{',' * blanks}"
        for number, (ore, text) in enumerate(rows)
    ]
    path = folder / "fil.csv"
    path.write_text("\n".join(["Konto,Kst,Period,Belopp,Text" + "".join(f",X{n}" for n in range(blanks)), *lines]))
    parsed = parser.parse(ReadRequest(path, path.name, frozenset()), hashlib.sha256(path.read_bytes()).hexdigest())
    assert parsed.faults or parsed.total == sum(ore or 0 for ore, _ in rows)


@pytest.mark.parametrize(
    ("ending", "warnings"), [("\n", []), ("\r\n", []), ("\r", []), ("", [(Code.TEXT_LAST_LINE, None)])]
)
def test_a_last_line_without_its_end_may_be_cut(
    ending: str, warnings: list[tuple[Code, None]], text_file: Build, parse: Parse
) -> None:
    lines = ("Konto;Kst;Period;Belopp", "1;2;201801;5,00")
    parsed = parse(text_file((ending or "\n").join(lines) + ending))
    assert (parsed.total, places(parsed.warnings)) == (500, warnings)


def test_a_line_that_only_looks_like_a_separator_line_is_data(text_file: Build, parse: Parse) -> None:
    assert parse(text_file("sep=xy\nKonto;Kst;Period;Belopp\n1;2;201801;5,00\n")).total == 500
