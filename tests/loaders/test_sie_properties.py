"""Any books, written as SIE in any of the ways that the format allows, read back as they were."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bemanning.domain.parsed_file import ParsedFile
from bemanning.domain.vocabulary import WITHOUT_ANSVAR
from loaders.sie_checksum import checksum
from loaders.sie_line import LineError, read_balance, read_fields, read_objects, read_row
from tests.loaders.built_files import cells_of
from tests.loaders.sie_files import START, crc
from tests.oracles.naive_sie import Sums, sums_of

Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]

# By the letter of the format, a backslash last in a field would escape the quotation mark that ends it.
# The six signs have the bytes that å ä ö Å Ä Ö have in Windows: a file of them alone would be taken for one from there.
UNLIKELY = "σΣ÷┼─╓"
CHARACTERS = st.characters(codec="cp437", min_codepoint=32, exclude_characters=f"\x7f{UNLIKELY}")


def is_told_by_bytes(text: str) -> bool:
    """Tell whether its bytes in code page 437 could be nothing else: some, as "╘│", are also a letter in UTF-8."""
    try:
        return text.encode("cp437").decode() == text
    except UnicodeDecodeError:
        return True


TEXT = st.text(CHARACTERS, max_size=12).map(lambda text: text.rstrip("\\")).filter(is_told_by_bytes)
CODE = st.text(
    st.characters(codec="cp437", categories=("L", "Nd", "P", "S"), exclude_characters=UNLIKELY), min_size=1, max_size=6
).filter(lambda text: is_told_by_bytes(text) and not text.endswith("\\"))
ACCOUNT = st.sampled_from(["5011", "5012", "0501", "8300", "3010", "1910", "2440"])
AMOUNT = st.integers(-(10**12), 10**12)
DATE = st.tuples(st.integers(2016, 2018), st.integers(1, 12), st.integers(1, 28)).map(
    lambda day: "{:04}{:02}{:02}".format(*day)
)
Row = tuple[str, str | None, int, str]
Books = list[tuple[str, list[Row]]]
BOOKS = st.lists(
    st.tuples(DATE, st.lists(st.tuples(ACCOUNT, st.none() | CODE, AMOUNT, TEXT), min_size=1, max_size=5)),
    min_size=1,
    max_size=5,
)
RELAXED = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


@dataclass
class Writer:
    """Writes books; every choice that the format leaves open is drawn."""

    draw: Callable[[st.SearchStrategy[Any]], Any]

    def field(self, text: str) -> str:
        must = text == "" or any(character in text for character in ' \t"{}')
        if not must and not self.draw(st.booleans()):
            return text
        return quoted(text)

    def line(self, *fields: str) -> str:
        blank, end = self.draw(st.sampled_from([(" ", "\n"), ("\t", "\n"), ("  ", "\r\n")]))
        return f"{str(blank).join(fields)}{end}"

    def row(self, row: Row) -> str:
        account, unit, ore, text = row
        objects = "{}" if unit is None else "{" + f"{self.field('1')} {self.field(unit)}" + "}"
        fields = [self.field(account), objects, self.field(f"{ore / 100:.2f}"), '""', self.field(text)]
        added = [self.line("#RTRANS", *fields)] if self.draw(st.booleans()) else []
        removed = [self.line("#BTRANS", *fields)] if self.draw(st.booleans()) else []
        return "".join([*removed, *added, self.line("#TRANS", *fields)])

    def books(self, books: Books) -> str:
        vouchers = [
            self.line("#VER", self.field("A"), self.field(str(number)), self.field(date), self.field("text"))
            + self.line("{")
            + "".join(self.row(row) for row in balanced(rows))
            + self.line("}")
            for number, (date, rows) in enumerate(books)
        ]
        return "".join(vouchers)


def balanced(rows: list[Row]) -> list[Row]:
    return [*rows, ("2999", None, -sum(ore for _, _, ore, _ in rows), "")]


def expected(books: Books) -> Sums:
    sums: Sums = {}
    for date, rows in books:
        for account, unit, ore, _ in rows:
            if account[0] not in "12":
                key = f"{date[:4]}-{date[4:6]}", account, unit or ""
                sums[key] = sums.get(key, 0) + ore
    return sums


def read(parsed: ParsedFile) -> Sums:
    return {
        (str(cell["month"]), str(cell["account"]), str(cell["ansvar"]).replace(WITHOUT_ANSVAR, "")): int(
            str(cell["amount_ore"])
        )
        for cell in cells_of(parsed)
    }


@RELAXED
@given(books=BOOKS, data=st.data(), encoding=st.sampled_from(["cp437", "utf-8", "utf-16"]), is_summed=st.booleans())
def test_books_come_back_as_they_were(  # noqa: PLR0913 -- what is drawn, and the fixtures
    books: Books, data: st.DataObject, encoding: str, *, is_summed: bool, text_file: Build, parse: Parse
) -> None:
    records = Writer(data.draw).books(books)
    assert sums_of(records) == expected(books)
    if is_summed:
        records = f"#KSUMMA\n{records}#KSUMMA {checksum(records.encode('cp437'))}\n"
    parsed = parse(text_file((START + records).encode(encoding)))
    if not expected(books):
        assert parsed.faults
        return
    assert parsed.faults == ()
    assert read(parsed) == expected(books)


@given(st.lists(st.lists(TEXT, min_size=1, max_size=4), max_size=4))
def test_the_checksum_sums_the_fields_alone(records: list[list[str]]) -> None:
    lines = [" \t".join(["#X", *map(quoted, record)]) for record in records]
    summed = "".join("#X" + "".join(record) for record in records)
    assert checksum("\r\n".join(lines).encode("cp437")) == crc(summed.encode("cp437"))


def test_the_specifications_own_example_of_what_is_summed() -> None:
    assert checksum(b'#KONTO 1915 "Kassa \\"special\\""\n') == crc(b'#KONTO1915Kassa "special"')
    assert checksum(b"") == 0
    assert checksum(b"1 2 3 4 5 6 7 8 9") == 0xCBF43926  # the check value that CRC-32 is published with


@pytest.mark.parametrize("shift", range(5))
def test_the_checksum_of_a_large_file_is_the_same_wherever_it_is_divided(shift: int) -> None:
    records = b"x" * shift + b'#X "a b \\"c {}" {1 "2 3"}\n' * 100_000
    assert checksum(records) == zlib.crc32(b"x" * shift + b'#Xa b "c {}12 3' * 100_000)


READERS: list[Callable[[str], object]] = [lambda text: read_fields(text, 3), read_row, read_balance, read_objects]


def read_or_refuse(text: str) -> None:
    for reader in READERS:
        with suppress(LineError):
            reader(text)


@given(st.text())
def test_any_line_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)


@pytest.mark.parametrize(
    "text",
    [
        "{" * 10**6,
        '"' * 10**6,
        "\\" * 10**6,
        '"\\"' * 10**5,
        " " * 10**6 + "x",
        "a" * 10**6,
        "1 " * 10**6,
        "{" + "1 " * 10**6 + "}",
    ],
)
def test_no_line_takes_more_than_linear_time(text: str) -> None:
    read_or_refuse(text)
