"""Tests of units of money in titles: thousands, millions and kronor are told apart from amounts and other numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.named_units import named_units
from loaders.titles import titles_of
from loaders.unit_words import KRONOR, MILLIONS, THOUSANDS, scale_of

THOUSANDS_OF_KRONOR = [
    "Kostnadsrapport Region Demo, tkr", "Utfall 2018 tkr", "Utfall jan-18 tkr", "201801 tkr", "2018-01-31 tkr",
    "R12 tkr", "Visa i tkr: Ja", "Tkr under 2018", "Under 2018 tkr", "Rapport_tkr_2018", "Belopp/tkr", "[tkr]",
    "Region Admin tkr", "T kr", "Utfall, T kr", "2018 K SEK", "Belopp i T kr", "SEK k", "SEKk", "(1000 kr)",
    "Belopp (1000 kr)", "Belopp (1 000-tal kr)", "Budget 2018 (1.000 kr)", "1 000 kr", "Utfall, 1000 kr",
    "2018 1000 kr", "Belopp i 1 000 kr", "Enhet: 1000 kr", "Belopp i 1000kr", "Belopp i 1000-tals kronor",
    "Belopp i 1000-tal", "1000-tal", "1000 tals kronor", "2018 000-tal", "000-tal kronor", "tusental", "(tusental)",
    "i tusental", "Belopp i tusental kr", "Tusental kronor", "Tusentals kronor: avgränsas så", "Tusental: ja",
    "Kvartal 1 tusental kronor", "Kostnader i tusental med mellanslag", "Enhet: tusental", "Belopp tusental",
    "Alla belopp i tusen", "Tusen SEK", "Valuta SEK, tusental", "tusen", "Amounts in '000 SEK", "Amounts in SEK '000",
    "SEK \u2019000", "kr \u00b4000", "SEK 000", "000 kr", "000s", "SEK thousands", "SEK (thousand)", "thousand SEK",
    "Amounts in thousands", "In thousands of kronor", "Skala: 1000", "Skala 1:1000", "Skalfaktor 1 000",
    "Belopp (x 1000)", "Belopp \u00d7 1000", "Belopp dividerade med 1000",
]  # fmt: skip
MILLIONS_OF_KRONOR = [
    "Utfall, mnkr", "2018 Mkr", "Belopp i miljoner", "Miljoner", "Miljoner kronor", "i miljontals kronor", "milj. kr",
    "Milj.kr", "mn kr", "M kr", "in SEK millions", "SEK million", "SEKm", "SEK mn", "(1 000 000 kr)", "x 1 000 000",
]  # fmt: skip
IN_KRONOR = [
    "Belopp i kronor", "(kr)", "Enhet: SEK", "Valuta: SEK", "SEK", "Vård i öregrund", "Anslag 000123", "SEK 000 123",
    "Valuta SEK t.o.m. 201803", "Valuta SEK t o m 201803", "Region Demo", "", "Poster över 500 tkr",
    "Poster över 1 000 kr", "Poster över 1'000 kr", "Poster över 21 000 kr", "Belopp > 1000 kr", "Poster på 1,000 kr",
    "Belopp över tusen kronor", "Mer än en miljon kronor", "Beloppsgräns: 1000 kr", "Poster mellan 100 och 500 tkr",
    "31 410 tkr", "Medel: 31,4 mkr", "Ram 31410 tkr", "31 miljoner kronor avsatta", "Poster om 500 tkr och mer",
    "1000 kr i självrisk", "Tusental: mellanslag", "Tusental = punkt", "Tusentals: mellanslag", "Tusentalsavgränsare",
    "Avgränsare för tusental", "Visa i tusental: Nej", "Tkr: nej", "Tusen och en natt", "Avrundat till hela kronor",
    "Avrundat till kr", "Urval: belopp 0 - 1 000 000 kr", "Urval: belopp 100 – 1000 kr", "Intervall 5 kr - 1 000 kr",
    "Ej i tkr", "Visa ej i tkr", "OBS! Inte tkr utan kr", "Timmar i tusental", "Invånare i tusental: 131",
]  # fmt: skip
NOT_SURE = [
    "Prognos 2 tkr", "Ansvar 101 tkr", "Belopp: 1000 kr", "Anslag 1000 kr", "Tusental: Region Demo",
    "Tusentals besök", "Avrundat till tkr", "Belopp avrundade till tusental", "Rounded to SEK thousands",
    "Avdelning M kr",
]  # fmt: skip
NOT_READ = ["Belopp i öre", "(öre)", "Belopp i miljarder", "mdkr", "miljarder kronor"]
ALL = {1_000: THOUSANDS_OF_KRONOR, 1_000_000: MILLIONS_OF_KRONOR, 1: IN_KRONOR, None: [*NOT_SURE, *NOT_READ]}


@pytest.mark.parametrize(("title", "scale"), [(title, scale) for scale, titles in ALL.items() for title in titles])
def test_a_title_names_the_unit(title: str, scale: int | None) -> None:
    assert scale_of(titles_of([[title]]).units) == scale


@pytest.mark.parametrize("title", NOT_SURE)
def test_what_is_not_sure_is_marked_and_gives_way(title: str) -> None:
    assert all(unit.endswith("?") for unit in named_units([title]))
    assert scale_of(named_units([title, "Belopp i mkr"]) | {"x?"}) == 1_000_000
    assert scale_of(named_units([title, "Belopp i kr"])) == 1


# cells of one row, kronor per unit
BESIDE: list[tuple[list[str | float], int | None]] = [
    (["Enhet:", "1000 kr"], 1_000),
    (["Belopp i", "1 000 kr"], 1_000),
    (["Skala", 1000.0], 1_000),
    (["Utfall", "tkr", "Budget"], 1_000),
    (["Prognos 2", "tkr"], 1_000),
    (["", "Tusental", "Tusental"], 1_000),
    (["Region Demo", "Tusental", "Tusental"], 1_000),
    (["Visa i tusental", "Ja"], 1_000),
    (["Visa i tusental", "Nej"], 1),
    (["Tkr", "Nej"], 1),
    (["Tusental", "mellanslag"], 1),
    (["Tusental", "Procent"], None),
    (["Anslag", "1000 kr"], None),
    (["1000 kr", "1000 kr"], 1_000),
]


@pytest.mark.parametrize(("row", "scale"), BESIDE)
def test_a_cell_is_understood_with_the_one_beside_it(row: list[str | float], scale: int | None) -> None:
    assert scale_of(titles_of([list(row)]).units) == scale


@given(
    st.sampled_from([*THOUSANDS, *MILLIONS]), st.sampled_from(["{}", "({})", "Belopp i {}", "År 2018, {}", "201812 {}"])
)
def test_every_word_for_a_large_unit_is_read_in_every_place(word: str, title: str) -> None:
    assert scale_of(named_units([title.format(word.upper())])) == (1_000 if word in THOUSANDS else 1_000_000)


@given(
    st.integers(10_000, 999_999).map(lambda number: f"{number:,}".replace(",", " ")),
    st.sampled_from([*THOUSANDS, *KRONOR]),
)
def test_an_amount_is_no_unit(amount: str, word: str) -> None:
    assert named_units([f"Anslag {amount} {word}"]) == set()
