"""Mappning's own words of the address, both ways."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.presentation.mapping_links import MappingLinks
from bemanning.presentation.mapping_words import (
    FIELDS,
    OWN_WORDS,
    Do,
    MappingTable,
    MappingWords,
    RowColumn,
    RowWords,
    UnmappedColumn,
    mapping_word_problems,
    read_mapping_words,
)

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=8)
ROWS = st.builds(
    RowWords,
    st.sampled_from(MappingTable),
    st.one_of(st.just(""), TEXT),
    st.sampled_from([None, Month(1990, 1), Month(2018, 7)]),
    st.sampled_from([None, *Do]),
    st.dictionaries(st.sampled_from(FIELDS), TEXT),
)
WORDS = st.builds(
    MappingWords,
    search=st.one_of(st.just(""), TEXT),
    sort=st.sampled_from(UnmappedColumn),
    is_descending=st.booleans(),
    table=st.sampled_from(MappingTable),
    order=st.sampled_from(RowColumn),
    order_descending=st.booleans(),
    is_whole=st.booleans(),
    before=st.one_of(st.none(), st.integers(0, 999_999_999)),
    opened=st.one_of(st.none(), st.integers(0, 999_999_999)),
    row=st.one_of(st.none(), ROWS),
    workbook=st.one_of(st.just(""), TEXT),
    back=st.one_of(st.none(), st.integers(0, 999_999_999)),
)


@given(words=WORDS)
def test_what_is_written_is_read(words: MappingWords) -> None:
    pairs = tuple(parse_qsl(urlsplit(MappingLinks(Selection(), words).seen()).query))
    assert read_mapping_words(pairs) == words
    assert mapping_word_problems(pairs) == ()
    assert {word for word, _ in pairs} <= set(OWN_WORDS)


def test_the_plain_screen_has_the_plain_address() -> None:
    assert MappingLinks(Selection(), MappingWords()).seen() == "/mappning"
    assert MappingLinks(Selection(node="HS"), MappingWords()).plain() == "/mappning?enhet=HS"


@pytest.mark.parametrize(
    ("word", "text", "part"),
    [
        ("sortera", "-storlek", "Sorteringen ”-storlek” finns inte"),
        ("ordna", "belopp", "Sorteringen ”belopp” finns inte"),
        ("tabell", "mål", "Tabellen ”mål” finns inte"),
        ("rad", "4110", "Raden ”4110” kan inte läsas"),
        ("rad", "mål:4110", "Raden ”mål:4110” kan inte läsas"),
        ("andring", "sjutton", "Ändringen ”sjutton” kan inte läsas"),
        ("fore", "-1", "Ändringen ”-1” kan inte läsas"),
        ("aterstall", "²", "Ändringen ”²” kan inte läsas"),
        ("aterstall", "9" * 30, "kan inte läsas"),
    ],
)
def test_what_means_nothing_is_told_and_left_out(word: str, text: str, part: str) -> None:
    (problem,) = mapping_word_problems(((word, text),))
    assert part in problem
    assert read_mapping_words(((word, text),)).row is None


@pytest.mark.parametrize(("word", "text"), [("borjar", "igår"), ("gor", "allt")])
def test_a_row_with_a_word_that_means_nothing(word: str, text: str) -> None:
    pairs = (("rad", "konton:4110"), (word, text))
    assert len(mapping_word_problems(pairs)) == 1


def test_links_keep_how_the_tables_are_seen_and_change_what_is_proposed() -> None:
    words = MappingWords(search="hyr", table=MappingTable.CODES, back=17)
    links = MappingLinks(Selection(node="HS"), words)
    seen = "/mappning?enhet=HS&sok=hyr&tabell=befattningar"
    assert links.plain() == seen
    assert links.seen(search="") == "/mappning?enhet=HS&tabell=befattningar&aterstall=17"
    assert links.form(MappingTable.ACCOUNTS, "4110", Month(2018, 1)) == f"{seen}&rad=konton%3A4110&borjar=2018-01"
    assert links.restore(3) == f"{seen}&aterstall=3"
    assert links.opened(3) == f"{seen}&andring=3"
    assert links.opened(None) == seen
    assert links.page(3) == f"{seen}&fore=3&aterstall=17"
    assert links.workbook("abc") == f"{seen}&forslag=abc"
    assert links.pairs() == [("enhet", "HS"), ("sok", "hyr"), ("tabell", "befattningar")]
