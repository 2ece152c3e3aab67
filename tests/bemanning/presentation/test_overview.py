from dataclasses import replace

import pytest

from bemanning.domain.month import Month
from bemanning.domain.value import Series, Value
from bemanning.domain.vocabulary import Definition, Profession
from bemanning.presentation.cards import profession_card
from bemanning.presentation.charts.frame import GRAPH_CONFIG
from bemanning.presentation.freshness import freshness_panel, unmapped_panel
from bemanning.presentation.overview import overview_screen, share_panel
from bemanning.presentation.sentences import chart_summary
from bemanning.presentation.theme import Theme
from bemanning.presentation.unit_lists import movers, worst_units
from bemanning.services.unmapped import Unmapped, UnmappedItem
from tests.builders import answers
from tests.builders.answers import MISSING_MARCH
from tests.builders.comments import comments
from tests.builders.seen import by_class, by_type, rows, text, words


def test_the_screen_reads_from_standing_to_freshness() -> None:
    screen = overview_screen(answers.overview(), Theme.LIGHT, comments())
    assert [text(heading) for heading in by_type(screen, "H2")] == [
        "Läkare",
        "Sjuksköterskor",
        "Övrig personal",
        "Hyrandel per yrkesgrupp",
        "Kommentarer",
        "Var är det värst?",
        "Vad ändrades mest sedan förra månaden?",
        "Hur färska är uppgifterna?",
        "Utan mappning",
    ]
    assert text(by_class(screen, "about")) == (
        "Hälso- och sjukvård. Rullande tolv månader till och med december 2018. Hyrpersonalens andel av total "
        "personalkostnad (egen och inhyrd), dagens organisation."
    )


def test_what_may_change_and_what_is_old_is_said() -> None:
    selection = answers.resolved(is_preliminary=True, month=Month(2018, 11))
    screen = overview_screen(answers.overview(selection=selection), Theme.LIGHT, comments())
    assert [text(chip) for chip in by_class(by_class(screen, "reservations"), "chip")] == [
        "Preliminärt: någon månad i perioden kan ännu ändras",
        "Nyare månader är inlästa, till och med dec 2018",
    ]


def test_every_graph_keeps_its_figures_to_itself() -> None:
    graphs = by_type(overview_screen(answers.overview(), Theme.DARK, comments()), "Graph")
    assert graphs
    assert all(graph.config == GRAPH_CONFIG for graph in graphs)


def test_a_card_says_everything_with_its_definition() -> None:
    card = profession_card(answers.card(Profession.DOCTOR), Definition.OWN, Theme.LIGHT)
    assert words(card) == [
        "Läkare",
        "Över målet",
        "16,7 %",
        "av egen personalkostnad",
        "14,7 procentenheter över målet (som gäller andel av total), ner 4,4 procentenheter på ett år.",
        "För ett år sedan",
        "21,1 % (nu −4,4 procentenheter)",
        "2015 års nivå",
        "14,2 % (nu +2,5 procentenheter)",
        "Nationellt mål",
        "högst 2 % av total (nu 16,7 %)",
        "Hyrkostnad, tolv månader",
        "108,7 mkr",
        "Mot 2015 års kostnad",
        "+0,9 mkr",
    ]


@pytest.mark.parametrize(
    ("over", "status"),
    [(None, "Inget nationellt mål"), (MISSING_MARCH, "Utfall saknas"), (Value.of(0), "Målet nått")],
)
def test_a_cards_status(over: Value | None, status: str) -> None:
    card = answers.card(Profession.NURSE, over_target_pp=over)
    assert text(by_class(profession_card(card, Definition.TOTAL, Theme.LIGHT), "chip")) == status


def test_a_card_without_figures_says_why() -> None:
    card = answers.card(
        Profession.NURSE, share=MISSING_MARCH, share_year_ago=MISSING_MARCH, agency_cost_ore=MISSING_MARCH
    )
    seen = words(profession_card(card, Definition.TOTAL, Theme.LIGHT))
    assert seen.count("saknas: mars 2018 är inte inläst") == 2
    assert "–" in seen
    shares = [
        by_class(profession_card(each, Definition.TOTAL, Theme.LIGHT), "card-share")
        for each in (card, answers.card(Profession.NURSE))
    ]
    assert [share[0].className for share in shares] == ["card-share missing", "card-share"]
    alone = answers.card(Profession.NURSE, change_on_baseline_pp=MISSING_MARCH)
    assert "2,6 %" in words(profession_card(alone, Definition.TOTAL, Theme.LIGHT))


def test_the_charts_table_holds_every_month_latest_first() -> None:
    panel = share_panel(answers.overview(), Theme.LIGHT, comments())
    table = rows(panel)
    assert table[0] == ["Månad", "Läkare", "Sjuksköterskor", "Övrig personal"]
    assert table[1] == ["dec 2018 1 5", "16,7 %", "3,7 %", "0,4 %"]
    assert table[-1][0] == "dec 2015"
    assert text(by_class(panel, "chart-events")).startswith("sep 2016: Nationellt beslut om oberoende")


def test_a_chart_without_events_lists_none() -> None:
    assert by_class(share_panel(answers.overview(events=()), Theme.LIGHT, comments()), "chart-events") == []


def test_the_worst_units_with_bars_by_cost() -> None:
    panel = worst_units(answers.overview())
    assert rows(panel)[:2] == [
        ["Enhet", "Hyrkostnad, tkr", "Hyrandel av total personal\u00adkostnad", "Mot i fjol, tkr"],
        ["Hälsocentralen Ås Primärvården", "8 412", "31,8 %", "−1 930"],
    ]
    assert [bar.style["width"] for bar in by_class(panel, "bar")][:2] == ["100.0%", "91.0%"]


def test_the_movers_say_which_month_came_in_and_fell_out() -> None:
    panel = movers(answers.overview(selection=answers.resolved(profession=Profession.DOCTOR)))
    assert text(by_class(panel, "panel-subtitle")) == (
        "Läkare. Tolv månaders hyrkostnad till och med dec 2018 mot till och med nov 2018: "
        "dec 2018 kom in, dec 2017 föll ut"
    )
    assert rows(panel)[1] == ["Medicinkliniken, mottagning Medicinkliniken", "−388"]
    assert len(by_class(panel, "bar-down")) == 2


def test_units_without_figures_or_parent_and_no_units_at_all() -> None:
    unit = replace(
        answers.units()[0],
        parent=None, share=MISSING_MARCH, agency_cost_ore=MISSING_MARCH, change_on_year_ore=MISSING_MARCH,
    )  # fmt: skip
    missing = "saknas: mars 2018 är inte inläst"
    assert rows(worst_units(answers.overview(worst=(unit,))))[1] == ["Hälsocentralen Ås", missing, missing, missing]
    zero = replace(unit, agency_cost_ore=Value.of(0))
    assert by_class(worst_units(answers.overview(worst=(zero,))), "bar")[0].style == {"width": "0%"}
    assert "Ingen enhet i urvalet har hyrkostnad" in text(worst_units(answers.overview(worst=())))
    assert "Ingen enhet i urvalet har ändrat" in text(movers(answers.overview(movers=())))


def test_a_list_that_lacks_months_says_so_and_not_that_nothing_is_there() -> None:
    card = answers.card(Profession.DOCTOR, agency_cost_ore=MISSING_MARCH)
    overview = answers.overview(cards=(card,), worst=(), movers=())
    for panel in (worst_units(overview), movers(overview)):
        assert "Kan inte visas: mars 2018 är inte inläst." in words(panel)
    first = replace(answers.card(Profession.DOCTOR), history=Series((answers.DECEMBER,), (3.0,)))
    panel = movers(answers.overview(cards=(first,), movers=()))
    assert "Kan inte visas: tolv månader till och med nov 2018 är inte inlästa." in words(panel)


def test_a_chart_that_leaves_months_out_says_so() -> None:
    short = answers.overview(selection=answers.resolved(earliest_month=Month(2010, 1)))
    panel = share_panel(short, Theme.LIGHT, comments())
    assert text(by_class(panel, "panel-subtitle")).endswith(", rullande tolv månader, de senaste fem åren")
    assert chart_summary(short).endswith("är av total personalkostnad, de högsta under de senaste fem åren.")
    whole = share_panel(answers.overview(), Theme.LIGHT, comments())
    assert text(by_class(whole, "panel-subtitle")).endswith(", rullande tolv månader")
    assert "de senaste fem åren" not in chart_summary(answers.overview())


def test_freshness_names_status_load_and_holes() -> None:
    table = rows(freshness_panel((answers.source("PV", "Primärvården"), answers.heroma())))
    assert table[1:] == [
        [
            "Ekonomi Primärvården",
            "dec 2018 jan 2015–dec 2018",
            "14 jan 2019 Karin Ek, huvudbok-pv-2018-12.xlsx",
            "Inga luckor",
        ],
        [
            "Heroma Hälso- och sjukvård",
            "dec 2018 (preliminär) jan 2015–dec 2018",
            "14 jan 2019 Karin Ek, heroma-2018-12.xlsx",
            "mars 2018",
        ],
    ]


def test_unmapped_sums_largest_first_and_the_rest_counted() -> None:
    items = tuple(UnmappedItem("account", f"40{number}", 4_211_300, 0) for number in range(4))
    panel = unmapped_panel(
        Unmapped((*items, UnmappedItem("code", "X9", 0, 51_200), UnmappedItem("unit", "77", 1, 0))), "enhet=HS"
    )
    assert rows(panel)[1] == ["Konto", "400", "42 tkr"]
    assert rows(panel)[-1] == ["Befattningskod", "X9", "512 timmar"]
    assert "och 1 till" in words(panel)
    assert [(text(link), link.href) for link in by_type(panel, "Link")] == [
        ("Mappa det som saknas", "/mappning?enhet=HS")
    ]
    nothing = unmapped_panel(Unmapped(()), "")
    assert "Allt som är inläst är mappat." in words(nothing)
    assert [text(link) for link in by_type(nothing, "Link")] == ["Visa alla mappningar"]


def test_without_a_share_there_is_no_chart_but_the_way_to_the_months() -> None:
    card = answers.card(Profession.DOCTOR, share=MISSING_MARCH)
    empty = replace(card, history=replace(card.history, numbers=(None,) * len(card.history.months)))
    screen = overview_screen(answers.overview(cards=(empty,)), Theme.LIGHT, comments())
    assert by_type(screen, "Graph") == by_class(screen, "chart-images") == []
    assert "Diagrammet kan inte ritas än: mars 2018 är inte inläst." in text(screen)
    assert "Numren står vid sina månader" not in text(screen)
    assert by_type(screen, "Link")[0].href.startswith("/trend?manad=2018-12")
