"""Mappning as it is read: the sentence on top, the lists, one row's form, the effect, and the history."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from dash import Dash
from dash.development.base_component import Component

from bemanning.domain.mapping import AccountRule
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.selection import Selection
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import CostKind, Employment, Profession
from bemanning.presentation.address import read_address
from bemanning.presentation.mapping_effect_panel import SaveForm, effect_panel
from bemanning.presentation.mapping_form import months_offered
from bemanning.presentation.mapping_headline import mapping_about, mapping_headline
from bemanning.presentation.mapping_saved import saved_text
from bemanning.presentation.mapping_seen import MappingLine, UnmappedLine, seen_lines, seen_unmapped, valid_text
from bemanning.presentation.mapping_sorters import ROWS_SHOWN
from bemanning.presentation.mapping_sums import sum_text
from bemanning.presentation.mapping_words import MappingTable, MappingWords, RowColumn, UnmappedColumn
from bemanning.presentation.theme import Theme
from bemanning.services.heroma_effect import HeromaEffect
from bemanning.services.mapping_board import MappingBoard
from bemanning.services.mapping_difference import RowChange
from bemanning.services.mapping_effect import MappingEffect
from bemanning.services.mapping_update import MappingChange
from bemanning.services.unmapped import Unmapped, UnmappedItem
from pages import mapping as page
from tests.builders import mapping
from tests.builders.answers import MISSING_MARCH
from tests.builders.seen import by_class, by_type, rows, text
from tests.builders.services import BuiltServices, EmptyServices

NBSP = "\N{NO-BREAK SPACE}"


class Boarded(BuiltServices):
    """Built answers with another board, or another effect."""

    def __init__(self, board: MappingBoard | None = None, effect: MappingEffect | None = None) -> None:
        super().__init__()
        self._board, self._effect = board or mapping.board(), effect

    def mapping_board(self) -> MappingBoard:
        return self._board

    def mapping_effect(self, proposal: object, selection: Selection) -> MappingEffect:
        return self._effect or super().mapping_effect(proposal, selection)  # type: ignore[arg-type]


def screen(query: str = "", services: BuiltServices | None = None) -> Component:
    address = read_address(query)
    made = page.register(Dash(__name__), services or BuiltServices())
    assert made.check(address.words) == ()
    return made.content(address.selection, Theme.LIGHT, address.words).content


def panel(component: Component, panel_id: str) -> Component:
    found: Component
    (found,) = (each for each in by_type(component, "Section") if each.id == panel_id)
    return found


def tidy(cells: list[list[str]]) -> list[list[str]]:
    """The same cells with one space between words."""
    return [[" ".join(cell.split()) for cell in row] for row in cells]


def links(component: object) -> dict[str, str]:
    return {text(link): link.href for link in by_class(component, "in-place")}


ACCOUNT, CODE, UNIT = mapping.UNMAPPED.items[0], mapping.UNMAPPED.items[2], mapping.UNMAPPED.items[3]


@pytest.mark.parametrize(
    ("items", "headline", "about"),
    [
        (
            (ACCOUNT, CODE, UNIT),
            "4,2 mkr på 1 konto saknar mappning: 2,0 % av all inläst kostnad",
            (
                "Dessutom: 512 timmar på 1 befattningskod saknar yrkesgrupp och 1 enhet saknar plats i organisationen. "
                "Det som saknar mappning räknas inte in förrän det mappas. "
                "2 leverantörer utan samlingsnamn; det påverkar inga summor."
            ),
        ),
        ((CODE,), "512 timmar på 1 befattningskod saknar yrkesgrupp", "Det som saknar mappning räknas inte in"),
        ((UNIT, UNIT), "2 enheter saknar plats i organisationen", "Det som saknar mappning räknas inte in"),
        (
            (UnmappedItem("account", "1", -950_00, 0),),
            "−950 kr på 1 konto saknar mappning: 2,0 % av",
            "Det som saknar",
        ),
        ((), "Allt är mappat", "Varje konto, befattningskod och enhet i det inlästa har en mappning"),
    ],
)
def test_the_first_sentence_says_the_most_important(items: tuple[UnmappedItem, ...], headline: str, about: str) -> None:
    board = mapping.board(unmapped=Unmapped(items))
    assert mapping_headline(board).replace(NBSP, " ").startswith(headline)
    assert mapping_about(board).replace(NBSP, " ").startswith(about)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Value.of(0), "saknar mappning: 0,0 % av"),
        (Value(mapping.EIGHTH / 10), "saknar mappning: mindre än 0,1 % av"),
        (Value(mapping.EIGHTH), "saknar mappning: 0,1 % av"),
        (Value(None, MissingReason.ZERO_DENOMINATOR), "15,0 mkr på 1 konto saknar mappning"),
    ],
)
def test_the_share_in_words(share: Value, said: str) -> None:
    board = mapping.board(
        unmapped=Unmapped((UnmappedItem("account", "1", 15_000_000_00, 0),)), accounts_share_pct=share
    )
    assert said in mapping_headline(board).replace(NBSP, " ")


def test_an_empty_store_says_so_and_lets_mappings_be_made() -> None:
    seen = screen(services=EmptyServices())
    assert text(by_type(seen, "H1")) == "Inget är inläst än"
    assert "Mappningar kan läggas in redan nu" in text(seen)
    assert "Tabellen är tom." in text(panel(seen, "mapping-tables"))
    assert "Inget har ändrats än." in text(panel(seen, "mapping-history"))


def test_everything_mapped_is_told() -> None:
    seen = screen(services=Boarded(mapping.mapped_board()))
    assert text(by_type(seen, "H1")) == "Allt är mappat"
    assert "Allt som är inläst är mappat." in text(panel(seen, "mapping-unmapped"))


def test_the_unmapped_kind_by_kind_with_its_sums() -> None:
    seen = panel(screen(), "mapping-unmapped")
    assert [text(title) for title in by_type(seen, "H3")] == [
        "Konton 2 konton",
        "Befattningskoder 1 befattningskod",
        "Enheter utan plats i organisationen 2 enheter",
        "Leverantörer utan samlingsnamn 2 leverantörer",
    ]
    assert rows(seen) == [
        ["Konto", "Belopp, kr", "Mappa"],
        ["40119", "4 211 300", "Mappa"],
        ["4999", "−12", "Mappa"],
        ["Kod", "Timmar", "Mappa"],
        ["X9", "512", "Mappa"],
        ["Enhet", "Benämning", "Belopp, kr", "Timmar", "Mappa"],
        ["4190", "Ny enhet", "88 000", "", "Mappa"],
        ["H-7", "– ingen benämning i mappningen", "", "13", "Mappa"],
        ["Skrivs i exporten", "Belopp, kr", "Timmar", "Mappa"],
        ["Ålidhems Läkarpool AB", "1 250 000", "", "Ge samlingsnamn"],
        ["Älvbyn Vård", "", "400", "Ge samlingsnamn"],
    ]
    hrefs = [link.href for link in by_class(seen, "row-link")]
    assert hrefs[0] == "/mappning?rad=konton%3A40119"
    assert "rad=leverantorer%3A%C3%84lvbyn+V%C3%A5rd" in hrefs[-1]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("sortera=kod", ["40119", "4999", "X9", "4190", "H-7"]),
        ("sortera=belopp", ["4999", "40119", "X9", "H-7", "4190"]),
        ("sortera=-timmar", ["40119", "4999", "X9", "H-7", "4190"]),
        ("sortera=-benamning", ["40119", "4999", "X9", "4190", "H-7"]),
        ("sok=4", ["40119", "4999", "4190"]),
        ("sok=ny+4190", ["4190"]),
    ],
)
def test_the_unmapped_sorted_and_searched(query: str, codes: list[str]) -> None:
    seen = panel(screen(query), "mapping-unmapped")
    found = [text(code) for code in by_type(seen, "Code")]
    assert [code for code in found if "AB" not in code and "Vård" not in code] == codes


def test_a_search_that_finds_nothing_says_so() -> None:
    seen = screen("sok=finns+inte")
    assert text(panel(seen, "mapping-unmapped")).endswith("Inget motsvarar ”finns inte”.")
    assert text(panel(seen, "mapping-tables")).endswith("Inget motsvarar ”finns inte”.")


SORTERS: list[tuple[str, str, str | None, str]] = [
    ("", "Belopp, kr", "descending", "sortera=belopp"),
    ("sortera=belopp", "Belopp, kr", "ascending", "/mappning"),
    ("", "Timmar", None, "sortera=-timmar"),
    ("", "Enhet", None, "sortera=kod"),
    ("sortera=kod", "Enhet", "ascending", "sortera=-kod"),
]


@pytest.mark.parametrize(("query", "heading", "direction", "href"), SORTERS)
def test_headings_sort_and_turn(query: str, heading: str, direction: str | None, href: str) -> None:
    (head,) = [
        each
        for each in by_type(by_class(panel(screen(query), "mapping-unmapped"), "mapping-part")[2], "Th")
        if text(each) == heading and by_class(each, "sorter")
    ]
    assert getattr(head, "aria-sort", None) == direction
    assert by_class(head, "sorter")[0].href.endswith(href)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "konton",
            [
                ["Konto", "Benämning", "Räknas som", "Gäller", "Rätta"],
                ["4110", "Lön läkare", "Egen personal, läkare", "till och med dec 2017", "Rätta"],
                ["4110", "Lön sjuksköterskor", "Egen personal, sjuksköterskor", "från jan 2018", "Rätta"],
                ["5000", "Lokaler", "Övrigt", "alltid", "Rätta"],
            ],
        ),
        (
            "befattningar",
            [
                ["Kod", "Benämning", "Yrkesgrupp", "Gäller", "Rätta"],
                ["201010", "Överläkare", "Läkare", "alltid", "Rätta"],
                ["206010", "", "Sjuksköterskor", "alltid", "Rätta"],
            ],
        ),
        (
            "organisation",
            [
                ["Enhet", "Benämning", "Plats", "Gäller", "Rätta"],
                ["4101", "Hälsocentralen Ås", "Ansvar under Primärvården (PV)", "från jan 2016", "Rätta"],
                ["4190", "Ny enhet", "Ansvar", "alltid", "Rätta"],
                ["HS", "Hälso- och sjukvård", "Förvaltning under Region Demo (R)", "alltid", "Rätta"],
                ["PV", "Primärvården", "Område under Hälso- och sjukvård (HS)", "alltid", "Rätta"],
                ["R", "Region Demo", "Region", "alltid", "Rätta"],
            ],
        ),
        (
            "heromaenheter",
            [["Heromaenhet", "Ansvar", "Gäller", "Rätta"], ["H-4101", "Hälsocentralen Ås (4101)", "alltid", "Rätta"]],
        ),
        (
            "leverantorer",
            [
                ["Skrivs i exporten", "Samlingsnamn", "Gäller", "Rätta"],
                ["NORRSKEN VÅRD AB", "Norrsken Vård", "alltid", "Rätta"],
            ],
        ),
    ],
)
def test_every_mapping_in_words(table: str, expected: list[list[str]]) -> None:
    assert rows(panel(screen(f"tabell={table}"), "mapping-tables")) == expected


def test_the_tables_are_counted_as_searched_and_chosen() -> None:
    seen = panel(screen("tabell=befattningar&sok=4110"), "mapping-tables")
    items = by_type(by_class(seen, "table-choice"), "A")
    assert [text(item) for item in items] == [
        "Konton 2", "Befattningar 0", "Organisation 0", "Heromaenheter 0", "Leverantörer 0",
    ]  # fmt: skip
    assert [getattr(item, "aria-current", None) for item in items] == [None, "true", None, None, None]
    assert items[0].href == "/mappning?sok=4110"
    assert links(seen)["Lägg till en rad"].endswith("rad=befattningar%3A")


@pytest.mark.parametrize(
    ("order", "keys"),
    [
        ("kod", ["4110", "4110", "5000"]),
        ("-kod", ["5000", "4110", "4110"]),
        ("benamning", ["5000", "4110", "4110"]),
        ("-betydelse", ["5000", "4110", "4110"]),
        ("fran", ["4110", "5000", "4110"]),
    ],
)
def test_the_mappings_sorted(order: str, keys: list[str]) -> None:
    seen = panel(screen(f"ordna={order}"), "mapping-tables")
    assert [text(code) for code in by_type(seen, "Code")] == keys
    assert len([head for head in by_type(seen, "Th") if getattr(head, "aria-sort", None)]) == 1


def test_long_lists_are_shown_in_part_and_whole() -> None:
    items = tuple(UnmappedItem("account", str(number), number, 0) for number in range(ROWS_SHOWN + 1))
    rules = tuple(AccountRule(f"A{number}", CostKind.OTHER, None) for number in range(ROWS_SHOWN + 1))
    board = mapping.board(unmapped=Unmapped(items), suppliers=(), mappings=replace(mapping.MAPPINGS, accounts=rules))
    part, whole = screen("", Boarded(board)), screen("alla=ja", Boarded(board))
    for name in ("mapping-unmapped", "mapping-tables"):
        assert len(rows(panel(part, name))) == ROWS_SHOWN + 1
        assert links(panel(part, name))["Visa alla 51"] == "/mappning?alla=ja"
        assert len(rows(panel(whole, name))) == ROWS_SHOWN + 2
        assert links(panel(whole, name))["Visa färre"] == "/mappning"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (ALWAYS_FROM, ALWAYS_TO, "alltid"),
        (Month(2018, 7), ALWAYS_TO, "från juli 2018"),
        (ALWAYS_FROM, Month(2018, 7), "till och med juli 2018"),
        (Month(2018, 7), Month(2018, 12), "från juli 2018 till och med dec 2018"),
    ],
)
def test_validity_in_words(first: Month, last: Month, said: str) -> None:
    assert valid_text(first, last).replace(NBSP, " ") == said


def test_months_are_offered_latest_first_and_a_year_beyond_what_is_loaded() -> None:
    offered = months_offered((Month(2018, 11), Month(2018, 12)))
    assert (offered[0], offered[-2:], len(offered)) == ("2019-12", ["2018-12", "2018-11"], 14)
    assert months_offered(()) == []
    form = panel(screen("rad=konton:40119"), "mapping-form")
    first, last = by_type(form, "Autocomplete")
    assert (first.label, first.placeholder, first.data[-1]) == ("Från och med månad", "Från början", "2018-01")
    assert (last.label, last.placeholder, last.data[0]) == ("Till och med månad", "Tills vidare", "2019-12")


def test_what_a_reader_cannot_do_is_marked_for_the_style_sheet() -> None:
    assert page.register(Dash(__name__), BuiltServices()).acts
    # What the style sheet takes from a reader: these, every row's last cell, a row's form and the button that saves.
    marked = [text(each) for each in by_class(screen("rad=organisation:H-7"), "for-changing")]
    assert [each.split(" ")[0] for each in marked] == ["Om", "Lägg", "Hämta", "Välj", *["Återställ"] * 4]


def fields(component: object) -> dict[str, object]:
    kinds = ("TextInput", "Select", "RadioGroup", "Autocomplete")
    controls = [each for kind in kinds for each in by_type(component, kind) if getattr(each, "name", "")]
    return {each.name: each.value for each in controls}


@pytest.mark.parametrize(
    ("query", "title", "today", "expected"),
    [
        (
            "rad=konton:40119",
            "Konto 40119",
            "Saknar mappning i dag. Det gäller 4 211 300 kr i alla inlästa månader.",
            {"slag": None, "grupp": None, "benamning": "", "fran": "", "till": ""},
        ),
        (
            "rad=konton:4110&borjar=2018-01",
            "Konto 4110",
            "I dag: Egen personal, sjuksköterskor. Gäller från jan 2018.",
            {
                "slag": "egen",
                "grupp": "ssk",
                "benamning": "Lön sjuksköterskor",
                "fran": "2018-01",
                "till": "",
                "ovriga": "",
            },
        ),
        (
            "rad=befattningar:X9",
            "Befattningskod X9",
            "Saknar mappning i dag. Det gäller 512 timmar i alla inlästa månader.",
            {"grupp": None, "benamning": "", "fran": "", "till": ""},
        ),
        (
            "rad=organisation:4190",
            "Enhet 4190",
            "Saknar mappning i dag. Det gäller 88 000 kr i alla inlästa månader.",
            {"benamning": "Ny enhet", "niva": "ansvar", "mal": None, "fran": "", "till": ""},
        ),
        (
            "rad=organisation:PV&borjar=1990-01",
            "Enhet PV",
            "I dag: Område under Hälso- och sjukvård (HS). Gäller alltid.",
            {"benamning": "Primärvården", "niva": "omrade", "mal": "HS", "fran": "", "till": "", "ovriga": ""},
        ),
        (
            "rad=heromaenheter:H-4101&borjar=1990-01",
            "Heromaenhet H-4101",
            "I dag: Hälsocentralen Ås (4101). Gäller alltid.",
            {"mal": "4101", "fran": "", "till": "", "ovriga": ""},
        ),
        (
            "rad=leverantorer:%C3%84lvbyn+V%C3%A5rd",
            "Leverantören ”Älvbyn Vård”",
            "Saknar mappning i dag. Det gäller 400 timmar i alla inlästa månader.",
            {"mal": "", "fran": "", "till": ""},
        ),
        ("rad=leverantorer:", "Ny leverantör", "", {"kod": "", "mal": "", "fran": "", "till": ""}),
    ],
)
def test_a_rows_form_says_what_holds_today(query: str, title: str, today: str, expected: dict[str, object]) -> None:
    form = panel(screen(query), "mapping-form")
    assert text(by_class(form, "panel-title")) == title
    assert text(by_class(form, "panel-subtitle")) == today
    assert fields(form) == expected
    assert ("Ta bort raden" in links(form)) is ("ovriga" in expected)


def test_a_row_that_holds_in_some_months_tells_what_is_unmapped_in_others() -> None:
    board = mapping.board(unmapped=Unmapped((UnmappedItem("account", "4110", 7_00, 0),)))
    form = panel(screen("rad=konton:4110&borjar=2018-01", Boarded(board)), "mapping-form")
    today = "I dag: Egen personal, sjuksköterskor. Gäller från jan 2018. Utan mappning: 7 kr i alla inlästa månader."
    assert text(by_class(form, "panel-subtitle")) == today


def test_a_form_carries_what_it_is_about_and_how_the_tables_are_seen() -> None:
    form = panel(screen("enhet=HS&sok=lön&rad=konton:4110&borjar=2018-01"), "mapping-form")
    (element,) = by_type(form, "Form")
    fixed = parse_qs(getattr(element, "data-fixed"))
    assert fixed == {"enhet": ["HS"], "sok": ["lön"], "rad": ["konton:4110"], "borjar": ["2018-01"], "gor": ["spara"]}
    assert getattr(element, "data-address") == "/mappning"
    removal = parse_qs(urlsplit(links(form)["Ta bort raden"]).query)
    assert (removal["gor"], removal["rad"]) == (["tabort"], ["konton:4110"])


def test_a_filled_in_form_is_shown_as_it_was_filled_in() -> None:
    query = "rad=konton:40119&gor=spara&slag=hyr&grupp=ssk&fran=2018-13"
    seen = screen(query)
    assert fields(panel(seen, "mapping-form"))["fran"] == "2018-13"
    refused = panel(seen, "mapping-effect")
    assert text(by_class(refused, "panel-title")) == "Det går inte att spara så här"
    assert by_class(refused, "action-problems")[0].role == "alert"
    assert "2018-13 är ingen månad" in text(refused)


def test_a_unit_that_only_heroma_knows_may_be_an_ansvar_under_another_code() -> None:
    seen = panel(screen("rad=organisation:H-7"), "mapping-form")
    assert links(seen)["Koppla H-7 till ett ansvar"].endswith("rad=heromaenheter%3AH-7")
    assert "Koppla" not in text(panel(screen("rad=organisation:4190"), "mapping-form"))


def test_without_an_organisation_a_unit_has_nowhere_to_be_put() -> None:
    seen = panel(screen("rad=organisation:X", EmptyServices()), "mapping-form")
    assert "Det finns ännu ingen enhet att placera under" in text(seen)
    assert by_type(seen, "Form") == []


def test_a_choice_that_is_no_longer_offered_stands_as_it_is() -> None:
    form = panel(screen("rad=heromaenheter:H-4101&borjar=1990-01&gor=spara&mal=9999"), "mapping-form")
    assert fields(form)["mal"] == "9999"


AFTER_RULE = "Benämning: Inhyrda sjuksköterskor, övrigt Kostnadsslag: hyrpersonal Yrkesgrupp: sjuksköterska"
AFTER_SPLIT = "Benämning: Lön sjuksköterskor Kostnadsslag: egen personal Yrkesgrupp: sjuksköterska Från: 2018-01"
TWO_TABLES, DO = "Befattningar: 1 ny; Organisation: 3 borttagna", "Visa rader Återställ …"
EFFECT = "rad=konton:40119&gor=spara&slag=hyr&grupp=ssk"


def test_the_effect_before_and_after() -> None:
    seen = panel(screen(EFFECT), "mapping-effect")
    assert rows(seen)[:5] == [
        [
            "Yrkesgrupp", "Hyrandel nu", "Hyrandel efter", "Ändring, p.e.",
            "Hyrkostnad nu, tkr", "Hyrkostnad efter, tkr", "Ändring, tkr",
        ],
        ["Läkare", "16,70 %", "16,70 %", "oförändrad", "108 720", "108 720", "oförändrad"],
        ["Sjuksköterskor", "3,70 %", "4,40 %", "+0,70", "22 830", "27 041", "+4 211"],
        ["Övrig personal", "0,40 %", "0,40 %", "oförändrad", "2 510", "2 510", "oförändrad"],
        ["Alla yrkesgrupper", "8,10 %", "8,30 %", "+0,20", "134 060", "138 271", "+4 211"],
    ]  # fmt: skip
    assert tidy(rows(seen)[5:]) == [
        ["Tabell", "Gäller", "Före", "Efter"],
        ["Konton", "40119", "ingen rad", AFTER_RULE],
    ]  # fmt: skip
    facts = dict(zip(*[[text(each) for each in by_type(seen, kind)] for kind in ("Dt", "Dd")], strict=True))
    assert facts == {
        "Utan mappning": "4,2 mkr på 2 konton → −12 kr på 1 konto",
        "Månader som ändras": "mars–dec 2018 (10 månader)",
        "Räknas om": "2 inläsningar",
    }
    assert "Konto 40119 blir hyrpersonal. Verifikationer" in text(seen)
    (form,) = [each for each in by_type(seen, "Form") if getattr(each, "data-action", "")]
    assert getattr(form, "data-action") == "/mappning/spara"
    posted = json.loads(getattr(form, "data-fields"))
    assert posted == {"rad": "konton:40119", "gor": "spara", "slag": "hyr", "grupp": "ssk", "sedan": "31"}
    # The form beside it has the way out.
    assert "Avbryt" not in links(seen)


def shown(effect: MappingEffect, services: Callable[..., BuiltServices] = Boarded) -> Component:
    return panel(screen("forslag=abc", services(effect=effect)), "mapping-effect")


def test_an_effect_that_changes_no_figure() -> None:
    figures = mapping.figures_effect(
        rows=(mapping.effect_row(None, ("8.1", "8.1"), (1, 1)),), months=(), loads=(), unmapped_after=mapping.UNMAPPED
    )
    seen = shown(mapping.effect(figures=figures, changes=mapping.CHANGES))
    facts = [text(each) for each in by_type(seen, "Dd")]
    assert facts == [
        "4,2 mkr på 2 konton och 512 timmar på 1 befattningskod och 2 enheter, som nu", "inga", "inga inläsningar",
    ]  # fmt: skip
    assert "blir hyrpersonal" not in text(seen)
    assert links(seen)["Avbryt"] == "/mappning"


def test_an_effect_with_what_is_missing_and_nothing_left_unmapped() -> None:
    row = replace(
        mapping.effect_row(Profession.NURSE, ("1", "2"), (1, 2)),
        share_after=MISSING_MARCH,
        cost_after_ore=MISSING_MARCH,
    )
    figures = mapping.figures_effect(rows=(row,), unmapped_before=Unmapped((UNIT,)), unmapped_after=Unmapped(()))
    seen = shown(mapping.effect(figures=figures))
    assert "saknas: mars 2018" in text(seen)
    assert rows(seen)[1][3] == "–"
    assert text(by_type(seen, "Dd")[0]) == "1 enhet → inget"
    nothing = mapping.figures_effect(unmapped_before=Unmapped(()), unmapped_after=Unmapped(()))
    assert text(by_type(shown(mapping.effect(figures=nothing)), "Dd")[0]) == "inget, som nu"


def test_an_effect_on_heromas_costs() -> None:
    effects = (
        HeromaEffect(Profession.NURSE, Employment.OWN, Value.of(1_000_00), Value.of(4_501_000_00)),
        HeromaEffect(None, Employment.EXTERNAL, Value.of(1_000_00), MISSING_MARCH),
    )
    seen = shown(mapping.effect(figures=mapping.figures_effect(heroma=effects)))
    assert rows(by_type(seen, "Table")[1]) == [
        ["Yrkesgrupp", "Avser", "Nu, tkr", "Efter, tkr", "Ändring, tkr"],
        ["Sjuksköterskor", "Egen personal, lön", "1", "4 501", "+4 500"],
        ["Alla yrkesgrupper", "Hyrpersonal", "1", "saknas: mars 2018 är inte inläst", "–"],
    ]
    assert "Stäms av mot ekonomin på Avstämning" in text(seen)
    assert "Heroma" not in text(shown(mapping.effect()))


def test_an_effect_before_anything_is_loaded() -> None:
    assert "Inget är inläst än, så inga siffror ändras." in text(shown(mapping.effect(figures=None)))


def test_several_accounts_that_become_agency_cost_are_named() -> None:
    before = AccountRule("2", CostKind.OWN, Profession.NURSE)
    changes = (
        RowChange("accounts", before, replace(before, cost_kind=CostKind.AGENCY)),
        RowChange("accounts", None, replace(mapping.RULE, account="1")),
        RowChange("accounts", mapping.RULE, replace(mapping.RULE, name="X")),
    )
    assert "Kontona 1, 2 blir hyrpersonal." in text(shown(mapping.effect(changes=changes)))


def test_a_sent_workbook_and_one_that_is_gone() -> None:
    seen = panel(screen("forslag=abc"), "mapping-effect")
    assert "Från en mappningsfil." in text(seen)
    assert "Spara alla ändringar" in text(seen)
    gone = panel(screen("forslag=borta"), "mapping-effect")
    assert "Mappningsfilen finns inte kvar" in text(gone)
    assert links(gone)["Avbryt"] == "/mappning"


def test_the_way_back_says_what_goes_along() -> None:
    seen = text(panel(screen("aterstall=1"), "mapping-effect"))
    assert "Befattningar blir som de var före ändringen den 2 jan 2018 08:00 av Bemanning." in seen
    assert "Det tar också tillbaka 2 senare ändringar i samma tabeller." in seen
    newest = text(panel(screen("aterstall=31"), "mapping-effect"))
    assert "före ändringen den 14 jan 2019 09:12 av Karin Ek." in newest
    assert "Det tar också" not in newest
    assert "blir som de var" not in text(panel(screen("aterstall=4"), "mapping-effect"))


def test_the_history_and_one_change_opened() -> None:
    seen = panel(screen("andring=31"), "mapping-history")
    assert rows(seen)[:5] == [
        ["När", "Vem", "Hur", "Vad", "Gör"],
        ["14 jan 2019 09:12", "Karin Ek", "En rad på skärmen", "Konton: 1 ändrad, 1 ny", DO],
        ["3 dec 2018 14:05", "Ola Öst", "Mappningsfilen mappning_2018-12-03.xlsx", TWO_TABLES, DO],
        ["2 nov 2018 10:00", "Ola Öst", "Tillbaka till före ändring 4", "Befattningar: 1 borttagen", DO],
        ["2 jan 2018 08:00", "Bemanning", "Utanför skärmen", "Befattningar: 17 nya", DO],
    ]  # fmt: skip
    assert tidy(rows(seen)[6:]) == [
        ["Konton", "4110", "Till: tomt", "Till: 2017-12"],
        ["Konton", "4110", "ingen rad", AFTER_SPLIT],
    ]  # fmt: skip
    assert links(seen)["Dölj rader"] == "/mappning"
    assert len(rows(panel(screen("andring=4711", Opened()), "mapping-history"))) == 5


@pytest.mark.parametrize(
    ("query", "first", "last", "ways"),
    [
        ("", 45, 26, {"Visa äldre (25 till)": "/mappning?fore=26"}),
        ("fore=26", 25, 6, {"Visa äldre (5 till)": "/mappning?fore=6", "Visa de senaste": "/mappning"}),
        ("fore=6", 5, 1, {"Visa de senaste": "/mappning"}),
    ],
)
def test_older_changes_are_a_page_away(query: str, first: int, last: int, ways: dict[str, str]) -> None:
    events = tuple(replace(mapping.HISTORY[0], id=number, actor_name=f"Nr {number}") for number in range(45, 0, -1))
    shown = screen(query, Boarded(mapping.board(history=events)))
    names = [row[1] for row in rows(panel(shown, "mapping-history"))[1:]]
    assert (names[0], names[-1], len(names)) == (f"Nr {first}", f"Nr {last}", first - last + 1)
    assert {words: href for words, href in links(panel(shown, "mapping-history")).items() if "Visa " in words} == {
        **ways,
        "Visa rader": links(panel(shown, "mapping-history"))["Visa rader"],
    }
    (store,) = [each for each in by_type(shown, "Store") if each.id == "mapping-shown"]
    assert store.data == ("mapping-history " + query.removeprefix("fore=") if query else "")


def test_going_back_counts_every_later_change_however_old_it_is() -> None:
    events = tuple(replace(mapping.HISTORY[0], id=number) for number in range(45, 0, -1))
    services = Boarded(mapping.board(history=events))
    seen = text(panel(screen("aterstall=1&fore=6", services), "mapping-effect"))
    assert "Det tar också tillbaka 44 senare ändringar i samma tabeller." in seen


class Opened(BuiltServices):
    """A change that is older than those that are listed."""

    def mapping_change(self, change_id: int) -> tuple[RowChange, ...]:
        assert change_id == 4711
        return mapping.CHANGES


def test_an_unknown_way_of_changing_is_still_told() -> None:
    event = replace(mapping.HISTORY[0], subject="något nytt")
    assert (
        rows(panel(screen("", Boarded(mapping.board(history=(event,)))), "mapping-history"))[1][2] == "Utanför skärmen"
    )


def test_what_was_saved_in_words() -> None:
    change = MappingChange({"accounts": (2, 1), "codes": (0, 0), "edges": (0, 1)}, 48)
    assert saved_text(change) == "Sparat: 2 rader i Konton, 1 rad i Organisation. 48 inläsningar räknades om."
    assert saved_text(MappingChange({"supplier_aliases": (1, 0)}, 0)).endswith("Inga inläsningar räknades om.")


@pytest.mark.parametrize(
    ("ore", "centihours", "said"),
    [(1_00, 0, "1 kr"), (0, 1_00, "1 timmar"), (5_00, 2_00, "5 kr och 2 timmar"), (0, 0, "0 kr")],
)
def test_sums_in_words(ore: int, centihours: int, said: str) -> None:
    assert sum_text(UnmappedLine("unit", "X", "", ore, centihours)).replace(NBSP, " ") == said


def test_swedish_order() -> None:
    lines = [MappingLine(MappingTable.SUPPLIERS, key, "", "", "", ALWAYS_FROM) for key in ("Öst", "Ås", "Ärla", "Zon")]
    assert [line.key for line in seen_lines(lines, MappingWords())] == ["Zon", "Ås", "Ärla", "Öst"]
    unmapped = [UnmappedLine("supplier", code, code, 0, 0) for code in ("Öst", "Ås")]
    words = MappingWords(sort=UnmappedColumn.NAME, is_descending=False, order=RowColumn.NAME)
    assert [line.code for line in seen_unmapped(unmapped, words)] == ["Ås", "Öst"]


def test_the_choices_stand_there_only_where_an_effect_depends_on_them() -> None:
    made = page.register(Dash(__name__), BuiltServices())
    assert made.content(Selection(), Theme.LIGHT, ()).unheeded == made.choices
    view = made.content(Selection(node="PV"), Theme.LIGHT, read_address(EFFECT).words)
    assert view.selection is not None
    assert (view.selection.node.code, view.unheeded) == ("PV", ())


def test_a_panel_without_a_way_out_has_none() -> None:
    panel_of = effect_panel(mapping.effect(), SaveForm("", "Spara", {}, ""))
    assert by_class(panel_of, "effect-about") == []
