from dataclasses import replace
from fractions import Fraction
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Profession
from bemanning.presentation.drill_down import cell_title, drill_panel
from bemanning.presentation.swedish_order import swedish_key
from bemanning.presentation.theme import Theme
from bemanning.presentation.unit_columns import figure_columns
from bemanning.presentation.unit_links import UnitLinks
from bemanning.presentation.unit_screen import unit_screen
from bemanning.presentation.unit_table import unit_table
from bemanning.presentation.unit_view import seen_rows
from bemanning.presentation.unit_words import (
    EVERY,
    SortColumn,
    TreeWords,
    read_tree_words,
    tree_word_problems,
    write_tree_words,
)
from bemanning.services.drill_down import DrillCell, SupplierSum
from bemanning.services.outliers import Outliers
from tests.builders import answers, unit_trees
from tests.builders.comments import comments
from tests.builders.seen import by_class, by_type, parts, rows, text, words

ALL_OPEN = TreeWords(opened=(EVERY,))


def links(tree_words: TreeWords | None = None) -> UnitLinks:
    return UnitLinks(Selection(), tree_words or TreeWords())


def codes(tree_words: TreeWords) -> str:
    return " ".join(seen.row.node.code for seen in seen_rows(unit_trees.tree_rows(), tree_words))


@pytest.mark.parametrize(
    ("tree_words", "expected"),
    [
        (TreeWords(), "HS PV MED ADM"),
        (TreeWords(opened=("PV",)), "HS PV 4101 4107 MED ADM"),
        (TreeWords(opened=("nothing",)), "HS PV MED ADM"),
        (ALL_OPEN, "HS PV 4101 4107 MED 5211 ADM"),
        (replace(ALL_OPEN, is_descending=True), "HS ADM MED 5211 PV 4107 4101"),
        (replace(ALL_OPEN, sort=SortColumn.NAME), "HS MED 5211 PV 4101 4107 ADM"),
        (replace(ALL_OPEN, sort=SortColumn.NAME, is_descending=True), "HS ADM PV 4107 4101 MED 5211"),
        (replace(ALL_OPEN, sort=SortColumn.SHARE), "HS PV 4107 4101 ADM MED 5211"),
        (replace(ALL_OPEN, sort=SortColumn.SHARE, is_descending=True), "HS ADM PV 4101 4107 MED 5211"),
        (TreeWords(sort=SortColumn.TARGET), "HS PV MED ADM"),
        (TreeWords(search="ås"), "HS PV 4101"),
        (TreeWords(search="HÄLSO östra"), "HS PV 4107"),
        (TreeWords(search="52"), "HS MED 5211"),
        (TreeWords(search="medicin", opened=("MED",)), "HS MED 5211"),
        (TreeWords(search="medicin", opened=(EVERY,)), "HS MED"),
        (TreeWords(search="ås 5211"), "HS"),
    ],
)
def test_what_is_seen(tree_words: TreeWords, expected: str) -> None:
    assert codes(tree_words) == expected


def test_no_rows_are_seen_of_none() -> None:
    assert seen_rows((), TreeWords()) == []


def test_what_leads_to_a_match_cannot_be_closed() -> None:
    found = {seen.row.node.code: seen for seen in seen_rows(unit_trees.tree_rows(), TreeWords(search="ås"))}
    assert [(code, seen.can_switch, seen.is_match) for code, seen in found.items()] == [
        ("HS", False, False), ("PV", False, False), ("4101", False, True),
    ]  # fmt: skip


@pytest.mark.parametrize("column", SortColumn)
@pytest.mark.parametrize("is_descending", [False, True])
def test_sorting_keeps_children_under_their_parents(column: SortColumn, is_descending: bool) -> None:  # noqa: FBT001 - a case
    seen = seen_rows(unit_trees.tree_rows(), replace(ALL_OPEN, sort=column, is_descending=is_descending))
    above = [""]
    for each in seen:
        del above[each.row.depth + 1 :]
        assert (each.row.parent or "") == above[-1]
        above.append(each.row.node.code)
    assert len(seen) == len(unit_trees.tree_rows())


def test_swedish_order() -> None:
    names = ["Öst", "Zon", "ås", "Äng", "Ann", "alm", "Wik", "Émil", "Yngve", "Über", "Åre"]
    expected = ["alm", "Ann", "Émil", "Wik", "Über", "Yngve", "Zon", "Åre", "ås", "Äng", "Öst"]
    assert sorted(names, key=swedish_key) == expected


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1)
CELLS = st.builds(DrillCell, TEXT, st.none() | st.just(Month(2018, 11)), st.none() | st.just("") | TEXT)


@given(
    st.builds(
        TreeWords, st.sampled_from(SortColumn), st.booleans(), st.text().map(str.strip),
        st.lists(TEXT, unique=True).map(tuple), st.none() | CELLS,
    )
)  # fmt: skip
def test_what_is_written_in_the_address_is_read_back(tree_words: TreeWords) -> None:
    pairs = tuple(parse_qsl(write_tree_words(tree_words)))
    assert tree_word_problems(pairs) == ()
    assert read_tree_words(pairs) == tree_words


@pytest.mark.parametrize(
    ("pair", "problem"),
    [(("sortera", "-storlek"), "”-storlek” finns inte"), (("period", "nov"), "”nov” kan inte läsas")],
)
def test_words_that_mean_nothing_are_told_and_left_out(pair: tuple[str, str], problem: str) -> None:
    assert problem in tree_word_problems((pair,))[0]
    assert read_tree_words((pair,)).sort is SortColumn.ORGANISATION
    assert read_tree_words((("underlag", "PV"), pair)).cell == DrillCell("PV")


def test_the_tree_says_its_shape_to_a_screen_reader() -> None:
    seen = seen_rows(unit_trees.tree_rows(), TreeWords(opened=("PV",)))
    table = unit_table(unit_trees.unit_tree(), seen, links(TreeWords(opened=("PV",))), Theme.LIGHT, {})
    body = by_type(table, "Tbody")[0].children
    shape = [
        tuple(getattr(row, f"aria-{name}", None) for name in ("level", "posinset", "setsize", "expanded"))
        for row in body
    ]
    assert shape == [
        ("1", "1", "1", "true"), ("2", "1", "3", "true"), ("3", "1", "2", None), ("3", "2", "2", None),
        ("2", "2", "3", "false"), ("2", "3", "3", None),
    ]  # fmt: skip
    assert [row.tabIndex for row in body] == [0, -1, -1, -1, -1, -1]
    labels = [getattr(each, "aria-label") for each in by_class(table, "switch") if hasattr(each, "href")]
    assert labels == ["Fäll ihop Primärvården", "Fäll ut Medicinkliniken"]


def test_a_row_that_is_commented_on_says_so() -> None:
    screen = unit_screen(unit_trees.unit_tree(), None, links(), Theme.LIGHT, comments())
    said = [text(row) for row in by_class(screen, "tree-name") if by_class(row, "node-comments")]
    assert said == ["Hälso- och sjukvård HS 3", "Primärvården PV 1"]


def test_missing_figures_say_why() -> None:
    seen = seen_rows(unit_trees.tree_rows(), ALL_OPEN)
    table = unit_table(unit_trees.unit_tree(), seen, links(), Theme.DARK, {})
    by_name = {row[0]: row for row in rows(table)}
    assert by_name["Medicinkliniken MED"][2] == "saknas: mars 2018 är inte inläst"
    assert by_name["Mottagningen 5211"][2] == "saknas: det finns ingen kostnad att jämföra med"


@pytest.mark.parametrize("profession", [None, *Profession])
def test_the_target_stands_where_there_is_one(profession: Profession | None) -> None:
    columns = figure_columns(answers.resolved(profession=profession))
    judged = profession in {Profession.DOCTOR, Profession.NURSE}
    assert any(column.sort is SortColumn.TARGET for column in columns) is judged
    row = unit_trees.tree_row("A", "A", None, 0, over_target_pp=Value.of(Fraction(147, 10)))
    shown = [column.written(value.number) for column in columns if (value := column.value(row)).number is not None]
    assert ("+14,7" in shown) is judged
    tree = unit_trees.unit_tree(rows=(row,), selection=answers.resolved(profession=profession))
    screen = text(unit_screen(tree, None, links(), Theme.LIGHT, comments()))
    assert ("Välj läkare eller sjuksköterskor" in screen) is not judged


def test_headings_turn_the_order_round() -> None:
    sorted_by_cost = links(TreeWords(sort=SortColumn.COST, is_descending=True))
    table = unit_table(
        unit_trees.unit_tree(), seen_rows(unit_trees.tree_rows(), TreeWords()), sorted_by_cost, Theme.LIGHT, {}
    )
    hrefs = [link.href for link in by_class(table, "sorter")]
    assert hrefs[0] == "/enheter?sortera=namn"
    assert hrefs[1] == "/enheter?sortera=-andel"
    assert hrefs[3] == "/enheter?sortera=kostnad"
    sorting = [getattr(head, "aria-sort", None) for head in by_type(table, "Th")]
    assert sorting == [None, None, None, None, "descending", None, None]


def test_links_keep_the_selection_and_switch_one_row() -> None:
    asked = UnitLinks(Selection(node="HS", month=Month(2018, 9)), TreeWords(search="å", opened=("PV",)))
    assert asked.switched("MED") == "/enheter?manad=2018-09&enhet=HS&sok=%C3%A5&oppna=PV&oppna=MED"
    assert asked.switched("PV") == "/enheter?manad=2018-09&enhet=HS&sok=%C3%A5"


def test_who_stands_out_in_words() -> None:
    screen = unit_screen(unit_trees.unit_tree(), None, links(), Theme.LIGHT, comments())
    (panel,) = [each for each in parts(screen) if getattr(each, "id", "") == "units-outliers"]
    said = text(panel)
    assert "Högst hyrandel i Primärvården" in said
    assert "de övriga tillsammans" in said
    assert "Minskar mest" in said
    rising = replace(unit_trees.tree_rows()[2], change_on_year_ore=Value.of(250_000_000))
    up = unit_screen(unit_trees.unit_tree(outliers=Outliers((), (rising,))), None, links(), Theme.LIGHT, comments())
    assert "Ökar mest Hälsocentralen Ås +2,5 mkr på ett år" in text(up)
    none = unit_screen(unit_trees.unit_tree(outliers=Outliers((), ())), None, links(), Theme.LIGHT, comments())
    assert "Ingen enhet i urvalet skiljer sig" in text(none)


def test_the_headline_says_where_the_node_stands_or_why_not() -> None:
    row = unit_trees.tree_row("HS", "Vården", None, 0, share=Value.of(7), agency_cost_ore=Value.of(13_410_000_000))
    assert words(
        by_type(unit_screen(unit_trees.unit_tree(rows=(row,)), None, links(), Theme.LIGHT, comments()), "H1")
    ) == ["Vården hyr för 134,1 mkr, 7,0 % av total personalkostnad"]
    missing = replace(row, share=answers.MISSING_MARCH)
    assert words(
        by_type(unit_screen(unit_trees.unit_tree(rows=(missing,)), None, links(), Theme.LIGHT, comments()), "H1")
    ) == ["Vården: hyrandelen saknas, mars 2018 är inte inläst"]


def test_a_search_that_finds_nothing_offers_the_way_back() -> None:
    screen = unit_screen(unit_trees.unit_tree(), None, links(TreeWords(search="xyz")), Theme.LIGHT, comments())
    assert "Ingen enhet i urvalet heter eller har koden ”xyz”" in text(screen)
    assert by_class(screen, "tree") == []


class TestOpenedCell:
    """The panel of a cell that is opened."""

    def test_suppliers_rest_and_sum(self) -> None:
        panel = drill_panel(unit_trees.drill(), links())
        found = rows(panel)
        assert found[1:5] == [
            ["Norrsken Vård AB", "1", "1 000,50", "67 %"],
            ["Leverantör ej angiven", "1", "−0,25", "0 %"],
            ["Utan verifikationsrader", "", "500,00", "33 %"],
            ["Summa", "2", "1 500,25", "100 %"],
        ]
        assert found[-1][-1] == "1 000,25"
        assert "balansrapport" in text(panel)
        assert "mars 2018: –" in text(panel)
        assert "Alla yrkesgrupper. Hyrkostnad 1 500,25 kr" in text(panel)

    def test_every_krona_on_vouchers_has_no_rest(self) -> None:
        drill = unit_trees.drill(
            without_vouchers_ore=Value.of(0), selection=answers.resolved(profession=Profession.DOCTOR)
        )
        assert "Utan verifikationsrader" not in text(drill_panel(drill, links()))
        assert "Läkare. Hyrkostnad" in text(drill_panel(drill, links()))

    def test_one_supplier_in_one_month(self) -> None:
        drill = unit_trees.drill(DrillCell("PV", Month(2018, 11), ""), vouchers_left=SupplierSum("", 1200, 100))
        panel = drill_panel(drill, links())
        assert cell_title(drill) == "Underlag: Primärvården, november\N{NO-BREAK SPACE}2018"
        assert "Verifikationer, Leverantör ej angiven" in text(panel)
        assert rows(panel)[-2:] == [
            ["1 200 rader till, tillsammans", "", "", "", "", "1,00"], ["Summa", "", "", "", "", "0,75"],
        ]  # fmt: skip
        (current,) = by_class(panel, "period-current")
        assert text(current) == "nov 2018: 0 tkr"
        assert "Visa alla leverantörer" in text(panel)

    def test_a_cell_of_nothing_has_no_parts(self) -> None:
        nothing = unit_trees.drill(
            cell_ore=Value.of(0), suppliers=(SupplierSum("A", 2, 0),), without_vouchers_ore=Value.of(0), vouchers=()
        )
        panel = drill_panel(nothing, links())
        assert rows(panel)[1:] == [["A", "2", "0,00", "–"], ["Summa", "2", "0,00", "–"]]

    def test_a_missing_cell_says_why_and_shows_no_sums(self) -> None:
        panel = drill_panel(unit_trees.drill(cell_ore=answers.MISSING_MARCH), links())
        assert "Hyrkostnaden saknas: mars 2018 är inte inläst." in text(panel)
        assert by_type(panel, "Table") == []


def test_that_nothing_can_be_compared_is_not_told_as_nobody_differing() -> None:
    lacking = replace(unit_trees.tree_row("HS", "Vården", None, 0), agency_cost_ore=answers.MISSING_MARCH)
    tree = unit_trees.unit_tree(rows=(lacking,), outliers=Outliers((), ()))
    screen = unit_screen(tree, None, links(), Theme.LIGHT, comments())
    assert "Enheterna kan inte jämföras: mars 2018 är inte inläst. Det behövs tolv månader i följd." in words(screen)
