"""Avstämning's words, charts and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

import pytest
from dash.development.base_component import Component

from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Profession, Source
from bemanning.presentation.charts.departure_chart import departure_figure
from bemanning.presentation.reconciliation import reconciliation_screen
from bemanning.presentation.reconciliation_words import departure_text, headline, notes, sentence, supplier_mark, told
from bemanning.presentation.theme import PALETTES, Theme
from bemanning.services.compared import Compared
from bemanning.services.reconciliation import Reconciliation
from tests.builders.comments import comments
from tests.builders.figures import figures_from
from tests.builders.reconciliations import LEVELS, MONTHS, UNITS, figures, lacking, reconciliation_of
from tests.builders.seen import by_class, by_type, rows, text
from tests.oracles.naive import Fact


def plain(words: Iterable[str]) -> list[str]:
    return [each.replace("\u00a0", " ") for each in words]


def screen(answer: Reconciliation, theme: Theme = Theme.LIGHT) -> Component:
    return reconciliation_screen(answer, theme, Selection(node="PV"), comments(), {"HS": "Hälso- och sjukvård"})


def even(**selection: object) -> Reconciliation:
    """An answer where every month is like the others, with a cost of externals in Heroma too."""
    levels = {**LEVELS, ("doctor", "wage:external"): 70_000_00}
    facts = [
        Fact((month.year, month.number), unit, *of, amount)
        for month in MONTHS
        for unit in UNITS
        for of, amount in levels.items()
    ]
    loaded = [(scope, (month.year, month.number)) for month in MONTHS for scope in ("HS", "PV")]
    return reconciliation_of(figures_from(facts, loaded=loaded, mappings=figures().mappings), **selection)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (even(), "Ekonomi och Heroma följs åt: ingen månad avviker"),
        (reconciliation_of(), "6 avvikelser att reda ut, störst sjuksköterskor i augusti 2018"),
        (
            reconciliation_of(month=Month(2018, 7), profession=Profession.DOCTOR),
            "1 avvikelse att reda ut: läkare i juli 2018",
        ),
        (
            reconciliation_of(figures(months=MONTHS[-1:])),
            "För få månader för att bedöma om ekonomi och Heroma följs åt",
        ),
        (
            reconciliation_of(figures(lacking(Source.HEROMA, *MONTHS))),
            "Bara ekonomin är inläst: inget att stämma av mot än",
        ),
        (
            reconciliation_of(figures(lacking(Source.LEDGER, *MONTHS))),
            "Bara Heroma är inläst: inget att stämma av mot än",
        ),
        (reconciliation_of(month=Month(2010, 1)), "Inget är inläst för de här månaderna"),
    ],
)
def test_the_headline_says_whether_the_sources_agree(answer: Reconciliation, words: str) -> None:
    assert plain([headline(answer)]) == [words]
    assert text(by_type(screen(answer), "H1")) == words


def test_every_deviation_is_a_sentence_the_largest_first() -> None:
    sums = [each.partition(" Ekonomin ligger ") for each in plain(map(sentence, told(reconciliation_of())))]
    assert [(words, amount) for words, _, amount in sums] == [
        ("Sjuksköterskor, augusti 2018: Heroma har lön, men ekonomin ingen kostnad.", "280,0 tkr under det väntade."),
        ("Sjuksköterskor, oktober 2018: ekonomin har kostnad, men Heroma ingen lön.", "280,0 tkr över det väntade."),
        (
            "Läkare, november 2018: timpriset är 500 kr per timme, 48 % under periodens (958 kr per timme).",
            "73,3 tkr under det väntade.",
        ),
        ("Läkare, juli 2018: kvoten är 1,74, 21 % över det vanliga (1,44).", "60,0 tkr över det väntade."),
        (
            "Sjuksköterskor, maj 2018: det är fakturerat, men inga timmar är registrerade.",
            "40,0 tkr över det väntade.",
        ),
        (
            "Sjuksköterskor, juni 2018: timmar är registrerade, men inget är fakturerat.",
            "40,0 tkr under det väntade.",
        ),
    ]


def test_a_deviation_of_unknown_size_is_told_without_one() -> None:
    answer = reconciliation_of(figures(months=MONTHS[-7:-2]), month=Month(2018, 10), profession=Profession.NURSE)
    assert plain(map(sentence, told(answer)))[-1] == (
        "Sjuksköterskor, juni 2018: timmar är registrerade, men inget är fakturerat."
    )


def test_more_deviations_than_can_be_read_are_counted() -> None:
    answer = reconciliation_of()
    odd = answer.own[1].deviating[0]
    crowded = replace(answer.own[1], months=(odd,) * 6)
    shown = screen(replace(answer, own=(answer.own[0], crowded, answer.own[-1])))
    assert len(by_type(by_class(shown, "deviations"), "Li")) == 6
    assert "Ytterligare 4 är märkta i tabellerna." in text(shown)
    assert by_class(screen(even()), "deviations") == []


def test_the_table_opens_each_professions_months_and_marks_what_deviates() -> None:
    table = by_class(screen(reconciliation_of()), "compared")[0]
    seen = rows(table)
    assert seen[0] == ["Yrkesgrupp", "Ekonomi, tkr", "Heroma, lön, tkr", "Skillnad, tkr", "Kvot", "Bedömning"]
    assert seen[1] == ["Läkare", "3 516,0", "2 400,0", "1 116,0", "1,47", "1 månad avviker"]
    assert seen[2] == ["dec 2018", "288,0", "200,0", "88,0", "1,44", ""]
    assert seen[7] == ["juli 2018", "348,0", "200,0", "148,0", "1,74", "Kvoten 21 % över det vanliga"]
    names = [row[0] for row in seen]
    assert seen[names.index("Sjuksköterskor")][-1] == "2 månader avviker"
    assert seen[names.index("Övrig personal")][1:] == ["0,0", "0,0", "0,0", "–", "Bedöms inte"]
    assert seen[names.index("Summa")][1:] == ["6 596,0", "4 600,0", "1 996,0", "1,43", ""]
    assert seen[names.index("Utan mappning")][1:] == ["5,0", "3,0", "", "", "Bedöms inte"]
    assert "kan vara vilket kostnadsslag som helst" in seen[names.index("Utan mappning") + 1][0]
    assert [each.open for each in by_type(table, "Details")] == [False] * 5


def test_one_profession_stands_open_and_nothing_unmapped_takes_no_row() -> None:
    shown = screen(even(profession=Profession.DOCTOR))
    own, bought = by_class(shown, "compared")
    assert [each.open for each in by_type([own, bought], "Details")] == [True, True]
    assert [row[0] for row in rows(own)][:3] == ["Yrkesgrupp", "Läkare", "dec 2018"]
    assert len(rows(own)) == 14
    assert rows(bought)[1] == ["Läkare", "1 920,0", "1 920", "48,0", "1 000", "1 680,0", "Följs åt"]


def test_what_is_bought_is_told_in_hours_weeks_and_price_and_call_offs_are_said_to_be_lacking() -> None:
    shown = screen(reconciliation_of())
    seen = rows(by_class(shown, "compared")[1])
    assert seen[0][1:] == ["Fakturerat, tkr", "Arbetade timmar", "Veckor", "Kr per timme", "Bedömning"]
    assert seen[1] == ["Läkare", "1 840,0", "1 920", "48,0", "958", "1 månad avviker"]
    assert "avropslistor läses inte in än" in text(shown)
    assert "Heromas filer anger ingen kostnad för hyrpersonal" in text(shown)
    assert "anger ingen kostnad" not in text(screen(even()))


def test_suppliers_are_named_with_what_they_have_only_one_of() -> None:
    shown = rows(by_class(screen(reconciliation_of()), "compared-suppliers"))
    assert shown == [
        ["Leverantör", "Fakturerat, tkr", "Arbetade timmar", "Kr per timme", "Bedömning"],
        ["Norrsken Vård AB", "60,0", "50", "1 200", ""],
        ["=Polstjärnan AB", "30,0", "0", "–", "Fakturerat utan timmar"],
        ["Utan leverantör i filen", "1,0", "0", "–", "Fakturerat utan timmar"],
        ["Bara Timmar AB", "0,0", "16", "0", "Timmar utan faktura"],
    ]
    assert "Inget fakturerat och inga arbetade timmar under nov 2018" in text(
        screen(reconciliation_of(figures(lacking(Source.HEROMA, *MONTHS[:-2])), month=Month(2018, 11)))
    )
    halves = figures(lacking(Source.HEROMA, *MONTHS[::2]) | lacking(Source.LEDGER, *MONTHS[1::2]))
    assert "leverantörerna kan inte jämföras" in text(screen(reconciliation_of(halves)))
    assert supplier_mark(Compared(Value.of(1), Value.of(1))) == ""


def test_suppliers_with_both_have_no_column_of_judgements() -> None:
    answer = reconciliation_of()
    shown = rows(by_class(screen(replace(answer, suppliers=answer.suppliers[:1])), "compared-suppliers"))
    assert shown == [
        ["Leverantör", "Fakturerat, tkr", "Arbetade timmar", "Kr per timme"],
        ["Norrsken Vård AB", "60,0", "50", "1 200"],
    ]


def test_pictures_are_named_in_swedish() -> None:
    pictures = by_class(screen(reconciliation_of()), "chart-images")
    assert [getattr(each, "data-stem") for each in pictures] == [
        "avstamning_egen-personal_2018-12_hs",
        "avstamning_hyrpersonal_2018-12_hs",
    ]


def test_the_chart_draws_departures_against_the_band() -> None:
    answer = reconciliation_of()
    figure = departure_figure(answer.own[:2], 5, Theme.DARK)
    doctor, nurse = figure["data"]
    assert doctor["y"][6] == pytest.approx(100 * 30 / 144)
    assert (doctor["marker"]["symbol"][6], doctor["marker"]["symbol"][5]) == ("diamond", "circle")
    assert (nurse["y"][9], nurse["customdata"][9]) == (None, "Sjuksköterskor: saknas")
    assert plain([doctor["customdata"][6]]) == ["Läkare: 21 % över"]
    assert doctor["line"]["color"] == PALETTES[Theme.DARK].profession[Profession.DOCTOR]
    assert doctor["line"]["dash"] != nurse["line"]["dash"]
    layout = figure["layout"]
    assert (layout["shapes"][0]["y0"], layout["shapes"][0]["y1"]) == (-5, 5)
    assert layout["yaxis"]["range"] == [pytest.approx(-115), pytest.approx(115)]
    assert layout["xaxis"]["ticktext"] == ["dec", "sep", "juni", "mars"]
    assert [each["text"] for each in layout["annotations"]] == ["Läkare", "Sjuksköterskor"]
    calm = departure_figure(even().own[:1], 5, Theme.LIGHT)
    assert calm["layout"]["yaxis"]["range"] == [-9, 9]


def test_the_chart_says_in_words_how_many_months_are_even() -> None:
    shown = screen(reconciliation_of())
    own, bought = by_class(shown, "chart-summary")
    assert text(own) == (
        "Läkare: 1 av 12 månader utanför bandet. Sjuksköterskor: 2 av 11 månader utanför bandet. "
        "Övrig personal: bedöms inte, för få månader med uppgift på båda sidor."
    )
    assert "Sjuksköterskor: 2 av 11 månader" in text(bought)
    assert "Läkare: alla 12 månader inom bandet." in text(by_class(screen(even()), "chart-summary"))
    assert by_type(screen(reconciliation_of(figures(months=MONTHS[-3:]))), "Graph") == []


def test_what_is_missing_is_named_by_source_and_why_nothing_is_judged() -> None:
    gap = reconciliation_of(figures(lacking(Source.HEROMA, Month(2018, 3))))
    assert plain(notes(gap)) == [
        "Heroma, lönekostnad: mars 2018 är inte inläst.",
        "Heroma, hyrtimmar: mars 2018 är inte inläst.",
    ]
    silent = [Fact((2018, 12), "4101", "doctor", "hours:own", 1)]
    loaded = [(scope, (2018, 12)) for scope in ("HS", "PV")]
    answer = reconciliation_of(figures_from(silent, loaded=loaded, mappings=figures().mappings))
    assert plain(notes(answer))[1:] == [
        "Heroma, lönekostnad: jan–nov 2018 är inte inlästa.",
        "Heroma, lönekostnad: filen har ingen sådan kolumn (dec 2018).",
        "Heroma, hyrtimmar: jan–nov 2018 är inte inlästa.",
        "Kvot och timpris bedöms först när minst 6 månader har uppgift på båda sidor.",
    ]
    march = rows(by_class(screen(gap), "compared")[0])[11]
    assert march == ["mars 2018", "288,0", "saknas", "saknas", "saknas", ""]
    assert text(by_class(screen(gap), "missing-notes")).startswith("Vad som saknas Heroma, lönekostnad: mars 2018")


@pytest.mark.parametrize(
    ("absent", "month", "words"),
    [
        (Source.HEROMA, Month(2018, 12), "Läs in Heromas export"),
        (Source.LEDGER, Month(2018, 12), "Läs in ekonomins export"),
        (None, Month(2010, 1), "Välj en månad längre fram"),
    ],
)
def test_without_two_sources_there_is_a_next_step_and_nothing_to_download(
    absent: Source | None, month: Month, words: str
) -> None:
    of = figures(lacking(absent, *MONTHS)) if absent else figures()
    shown = screen(reconciliation_of(of, month=month))
    assert words in text(by_class(shown, "panel"))
    ways = [link.href for link in by_type(shown, "Link")]
    assert ways == ["/mappning?enhet=PV", "/avstamning?enhet=PV", "/inlasning"]
    assert by_type(shown, "Graph") == by_class(shown, "actions") == []


def test_what_is_said_stands_last_whether_or_not_there_is_something_to_compare() -> None:
    for of in (figures(), figures(lacking(Source.HEROMA, *MONTHS))):
        assert screen(reconciliation_of(of)).children[-1].id == "comments"


def test_links_hold_the_whole_selection() -> None:
    shown = screen(reconciliation_of(profession=Profession.DOCTOR))
    query = "manad=2018-12&enhet=HS&yrkesgrupp=lakare&andel=total&organisation=idag"
    buttons = by_class(by_class(shown, "screen-heading"), "button-quiet")
    assert getattr(buttons[0], "data-copy-link") == f"/avstamning?{query}"
    assert [button.href for button in buttons[1:]] == [
        f"/export/avstamning.xlsx?{query}",
        f"/export/avstamning.csv?{query}",
    ]
    assert plain([departure_text(Fraction(-5, 2)), departure_text(None)]) == ["3 % under", "0 % över"]
