from dataclasses import replace

import pytest

from bemanning.domain.goal import GoalMeasure
from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Value
from bemanning.presentation.cost_table import cost_table
from bemanning.presentation.goal_attainment import goal_screen, goals_headline
from bemanning.presentation.goal_list import goal_list
from bemanning.presentation.sums_behind import sums_tables
from bemanning.services.goal_attainment import GoalStatus, MonthAmount, SumBehind
from tests.builders import answers
from tests.builders.comments import comments
from tests.builders.seen import by_class, by_type, rows, text, words

JANUARY, FEBRUARY = Month(2018, 1), Month(2018, 2)


def test_the_headline_counts_by_status() -> None:
    assert goals_headline(answers.goal_table()) == "1 av 5 mål är uppfyllt, 3 är det inte, 1 kan inte utvärderas"
    met = tuple(replace(each, status=GoalStatus.MET) for each in answers.outcomes()[:2])
    assert goals_headline(answers.goal_table(outcomes=met)) == "2 av 2 mål är uppfyllda"
    assert goals_headline(answers.goal_table(outcomes=())) == "Inga mål är inlagda"


def test_the_goals_with_status_in_words_and_icon() -> None:
    table = goal_list(answers.goal_table())
    seen = [[text(cell) for cell in row.children] for row in by_class(table, "has-detail")]
    assert seen == [
        ["Nationella målet, sjuksköterskor", "3,7 %", "högst 2 %", "+1,7 procentenheter", "Ej uppfyllt"],
        ["Nationella målet, läkare", "16,7 %", "högst 2 %", "+14,7 procentenheter", "Ej uppfyllt"],
        ["Oberoende av distriktsläkare och allmänsjuksköterskor", "–", "inte definierat", "–", "Kan inte utvärderas"],
        ["Hyrläkarveckor i primärvården", "610 veckor", "färre än 700 veckor", "−90 veckor", "Uppfyllt"],
        ["ST-läkare", "49", "minst 60", "−11", "Ej uppfyllt"],
    ]
    assert [len(by_class(row, "icon")) for row in by_class(table, "has-detail")] == [1] * 5


def test_a_row_opens_definition_formula_calculation_and_sums() -> None:
    opened = by_class(goal_list(answers.goal_table()), "detail")[0]
    seen = words(opened)
    assert "Hyrkostnadens andel av total personalkostnad, sjuksköterskor" in text(opened)
    assert "100 × 22 830 000 kr / (594 197 027 kr + 22 830 000 kr) = 3,7 %" in seen
    assert rows(by_class(opened, "sums"))[0] == [
        "Månad",
        "Hyrkostnad, kr",
        "Egen personalkostnad inklusive övertid, kr",
    ]
    assert rows(by_class(opened, "sums"))[-1] == ["Summa", "22 830 000", "594 197 027"]


def test_what_cannot_be_evaluated_says_why_and_what_to_see_instead() -> None:
    opened = text(by_class(goal_list(answers.goal_table()), "detail")[2])
    assert "Varför det inte kan utvärderas oberoende definierades aldrig" in opened
    assert "Se i stället Nationella målet, läkare, Nationella målet, sjuksköterskor" in opened


def test_a_share_with_a_missing_month_shows_no_calculation() -> None:
    goal = answers.goal("x", "Andel", GoalMeasure.SHARE_OF_TOTAL_R12)
    missing = Value(None, MissingReason.MONTHS_NOT_LOADED, (JANUARY,))
    amounts = (MonthAmount(JANUARY, None), MonthAmount(FEBRUARY, 100))
    sums = tuple(SumBehind(label, "ore", amounts) for label in ("agency", "own"))
    outcome = replace(answers.outcomes()[0], goal=goal, status=GoalStatus.MISSING, outcome=missing, sums=sums)
    opened = by_class(goal_list(answers.goal_table(outcomes=(outcome,))), "detail")[0]
    assert "Beräkning" not in words(opened)
    assert "Varför utfall saknas" in words(opened)
    assert rows(by_class(opened, "sums"))[1:] == [
        ["jan 2018", "ej inläst", "ej inläst"],
        ["feb 2018", "1", "1"],
        ["Summa", "ej inläst", "ej inläst"],
    ]


def test_the_cost_table_is_the_published_one() -> None:
    table = cost_table(answers.goal_table())
    seen = [[text(cell) for cell in row.children] for row in by_class(table, "has-detail")]
    assert seen == [
        ["Inhyrda läkare", "107,8", "138,5", "108,7", "−29,8", "−21 %", "0,9", "1 %"],
        ["Varav Primärvården", "63,8", "70,3", "39,9", "−30,3", "−43 %", "−23,9", "−37 %"],
        ["Varav Östersunds sjukhus", "44,1", "68,2", "68,8", "0,6", "1 %", "24,8", "56 %"],
        ["Inhyrda sjuksköterskor", "15,9", "47,3", "22,8", "−24,4", "−52 %", "6,9", "43 %"],
        ["Inhyrd övrig personal", "4,1", "4,2", "2,5", "−1,6", "−40 %", "−1,6", "−39 %"],
        ["Summa", "127,9", "189,9", "134,1", "−55,8", "−29 %", "6,2", "5 %"],
    ]
    assert [len(by_class(table, kind)) for kind in ("part-row", "sum-row")] == [4, 2]


def test_a_rows_months_stand_year_by_year() -> None:
    opened = by_class(cost_table(answers.goal_table()), "sums")[1]
    table = rows(opened)
    assert table[0] == ["Månad", "Hyrkostnad, kr 2015", "Hyrkostnad, kr 2017", "Hyrkostnad, kr 2018"]
    assert table[1][0] == "januari"
    assert table[-1] == ["Summa", "63 765 000", "70 255 000", "39 910 000"]


def test_what_is_missing_in_the_cost_table_is_said_under_it() -> None:
    row = replace(answers.goal_table().cost_rows[0], current_ore=answers.MISSING_MARCH)
    screen = goal_screen(answers.goal_table(cost_rows=(row,)), comments())
    assert "2018: mars 2018 är inte inläst (alla rader)." in words(screen)
    assert "Inga kostnadsmål är inlagda." in words(goal_screen(answers.goal_table(cost_rows=()), comments()))


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (
            SumBehind("external_hours", "centihours", (MonthAmount(JANUARY, 4_050), MonthAmount(FEBRUARY, 0))),
            [
                ["Månad", "Arbetade timmar, inhyrd personal"],
                ["jan 2018", "40,5"],
                ["feb 2018", "0,0"],
                ["Summa", "40,5"],
            ],
        ),
        (
            SumBehind("agency", "ore", (MonthAmount(Month(2015, 1), 100), MonthAmount(Month(2018, 2), 200))),
            [
                ["Månad", "Hyrkostnad, kr 2015", "Hyrkostnad, kr 2018"],
                ["januari", "1", "ej inläst"],
                ["februari", "ej inläst", "2"],
                ["Summa", "1", "2"],
            ],
        ),
    ],
)  # fmt: skip
def test_sums_in_their_units(behind: SumBehind, expected: list[list[str]]) -> None:
    assert rows(sums_tables("Namn", (behind,))) == expected


def test_nothing_summed_gives_no_table() -> None:
    assert sums_tables("Namn", ()) == []


def test_the_download_carries_the_whole_selection_and_the_loads_are_named() -> None:
    screen = goal_screen(answers.goal_table(), comments())
    link = by_type(by_class(screen, "actions"), "A")[0]
    assert link.href == "/export/maluppfyllelse.xlsx?manad=2018-12&enhet=HS&andel=total&organisation=idag"
    assert rows(by_type(screen, "Section")[-1])[1] == [
        "huvudbok-1.xlsx",
        "jan–dec 2018",
        "14 jan 2019",
        "Karin Ek",
    ]
