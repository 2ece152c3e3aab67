from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bemanning.domain.goal import GoalMeasure
from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Value
from bemanning.presentation.goal_table import (
    cost_headings,
    cost_table_notes,
    cost_table_rows,
    explanation,
    goal_rows,
    months_heading,
    table_title,
)
from tests.builders.goal_tables import GOLDEN, cost_row, cost_row_of, goal, goal_table, outcome_of

NBSP, MINUS = "\u00a0", "\u2212"


def _plain(cell: str) -> str:
    return cell.replace(MINUS, "-").replace(f"{NBSP}%", "%").replace(NBSP, " ")


def test_the_published_cost_table_cell_by_cell() -> None:
    printed = [{"key": row.key, "cells": [_plain(cell) for cell in row.cells]} for row in cost_table_rows(goal_table())]
    assert printed == GOLDEN["printed"]


def test_house_number_format() -> None:
    doctors = cost_table_rows(goal_table())[0]
    assert doctors.cells[4:6] == (f"{MINUS}29,8", f"{MINUS}21{NBSP}%")


def test_rows_carry_their_place() -> None:
    rows = {row.key: (row.is_part, row.is_sum, row.notes) for row in cost_table_rows(goal_table())}
    assert (rows["lak"], rows["pv"], rows["sum"]) == ((False, False, ()), (True, False, ()), (False, True, ()))


def test_title_and_headings_of_a_whole_year() -> None:
    table = goal_table()
    assert table_title(table) == f"Måluppfyllelse per december{NBSP}2018, Hälso- och sjukvård"
    assert months_heading(table) == "helår"
    assert cost_headings(table) == (
        "HELÅR, kostnader i mkr",
        "Mål (max): 2015 års kostnad",
        "2017",
        "2018",
        "Förändring mellan 2017 och 2018",
        "Förändring i % mellan 2017 och 2018",
        "Avvikelse mot mål (2015 års kostnad)",
        "Avvikelse mot mål (2015 års kostnad) i %",
    )


@pytest.mark.parametrize(("month", "span"), [(9, "jan\u2013sep"), (1, "jan"), (11, "jan\u2013nov")])
def test_headings_of_a_part_of_a_year_name_it(month: int, span: str) -> None:
    assert cost_headings(goal_table(month))[:4] == (
        f"{span.capitalize()}, kostnader i mkr",
        f"Mål (max): 2015 års kostnad {span}",
        f"2017 {span}",
        f"2018 {span}",
    )


def test_a_missing_month_is_a_dash_and_is_named() -> None:
    row = cost_table_rows(goal_table(missing=[Month(2018, 3), Month(2018, 4)]))[0]
    assert row.cells == ("Inhyrda läkare", "107,8", "138,5", *["\u2013"] * 5)
    assert row.notes == (f"Inhyrda läkare, 2018: mars\u2013april{NBSP}2018 är inte inlästa.",)


def test_what_is_missing_is_said_once_for_all_the_rows_it_holds_for() -> None:
    table = goal_table(missing=[Month(2018, 3)])
    assert cost_table_notes(table) == [f"2018: mars{NBSP}2018 är inte inläst (alla rader)."]
    whole = replace(table, cost_rows=(*goal_table().cost_rows[:2], *table.cost_rows[2:4]))
    assert cost_table_notes(whole) == [
        f"2018: mars{NBSP}2018 är inte inläst (Varav Östersunds sjukhus, Inhyrda sjuksköterskor)."
    ]


def test_a_zero_base_has_no_percentage_and_says_so() -> None:
    row = cost_row_of(cost_row("ovr", "Övriga", Month(2018, 12)).goal, Value.of(0), Value.of(0), Value.of(100_000_000))
    printed = cost_table_rows(replace(goal_table(), cost_rows=(row,)))[0]
    assert printed.cells == ("Övriga", "0,0", "0,0", "1,0", "1,0", "\u2013", "1,0", "\u2013")
    assert printed.notes == (
        "Övriga, förändring i %: det finns ingen kostnad att jämföra med.",
        "Övriga, avvikelse i %: det finns ingen kostnad att jämföra med.",
    )


STANDING = {
    "ssk_andel": (
        "ej uppfyllt", "3,7 %", "högst 2 %", "+1,7 procentenheter",
        "3,7 % \u2013 1,7 procentenheter över målet högst 2 %",
    ),
    "lak_andel": (
        "ej uppfyllt", "16,7 %", "högst 2 %", "+14,7 procentenheter",
        "16,7 % \u2013 14,7 procentenheter över målet högst 2 %",
    ),
    "strategiskt": (
        "kan inte utvärderas", "\u2013", "inte definierat", "\u2013",
        "Kan inte utvärderas: Oberoende definierades aldrig.",
    ),
    "veckor": (
        "uppfyllt", "610,0 veckor", "färre än 700 veckor", "-90,0 veckor",
        "610,0 veckor \u2013 90,0 veckor under målet färre än 700 veckor",
    ),
    "kostnad": (
        "ej uppfyllt", "107,2 mkr", "högst 2015 års kostnad, 102,3 mkr", "+5,0 mkr",
        "107,2 mkr \u2013 5,0 mkr över målet högst 2015 års kostnad, 102,3 mkr",
    ),
    "tak": (
        "uppfyllt", "134,1 mkr", "lägre än 150,0 mkr", "-15,9 mkr",
        "134,1 mkr \u2013 15,9 mkr under målet lägre än 150,0 mkr",
    ),
    "st": ("ej uppfyllt", "49", "minst 60", "-11", "49 \u2013 11 under målet minst 60"),
    "ej_inmatat": ("uppgift saknas", "\u2013", "högst 5", "\u2013", "Uppgift saknas: inget utfall är inmatat"),
}  # fmt: skip


@pytest.mark.parametrize("key", STANDING)
def test_each_goal_says_how_it_stands(key: str) -> None:
    printed = {each.key: each for each in goal_rows(goal_table())}[key]
    texts = (printed.status_text, printed.outcome, printed.target, printed.deviation, printed.sentence)
    assert tuple(_plain(text).replace("%", " %").replace("  ", " ") for text in texts) == STANDING[key]


@pytest.mark.parametrize(
    ("key", "definition"),
    [
        (
            "lak_andel",
            (
                "Hyrkostnadens andel av total personalkostnad, läkare, Hälso- och sjukvård, "
                "rullande 12, jan\u2013dec 2018."
            ),
        ),
        ("veckor", "Arbetade hyrveckor, läkare, Primärvården, jan\u2013dec 2018."),
        (
            "kostnad",
            (
                "Hyrkostnad, alla yrkesgrupper, Hälso- och sjukvård, jan\u2013sep 2018, mot 2015 års kostnad för samma "
                "månader i löpande priser."
            ),
        ),
        ("st", "Antal, inmatat för hand, Hälso- och sjukvård."),
        (
            "strategiskt",
            "Kan inte utvärderas: Oberoende definierades aldrig. Mått saknas, Hälso- och sjukvård.",
        ),
    ],
)
def test_each_goal_says_what_it_measures(key: str, definition: str) -> None:
    printed = {each.key: each for each in goal_rows(goal_table())}[key]
    assert explanation(printed).replace(NBSP, " ") == definition


def test_the_undefined_goal_offers_the_goals_there_are_instead() -> None:
    printed = {each.key: each for each in goal_rows(goal_table())}["strategiskt"]
    assert printed.instead == ("Oberoende, sjuksköterskor", "Oberoende, läkare")
    assert printed.reason == "Oberoende definierades aldrig."


def test_an_undefined_goal_without_a_written_reason_says_that_it_is_undefined() -> None:
    outcome = outcome_of(goal("odefinierat", GoalMeasure.UNDEFINED), Month(2018, 12))
    assert goal_rows(goal_table(outcomes=(outcome,)))[0].reason == "måttet är inte definierat"


def test_an_ongoing_goal_says_so_and_until_when() -> None:
    printed = {each.key: each for each in goal_rows(goal_table(9))}["veckor"]
    assert printed.status_text == "pågår"
    assert _plain(printed.sentence) == (
        "457,5 veckor \u2013 242,5 veckor under målet färre än 700 veckor; utfall hittills, målet gäller till och med "
        "december 2018"
    )
    assert printed.period == f"jan\u2013sep{NBSP}2018"


def test_missing_months_are_named_in_the_goal() -> None:
    printed = {each.key: each for each in goal_rows(goal_table(missing=[Month(2018, 3)]))}["lak_andel"]
    assert (printed.status_text, printed.outcome) == ("uppgift saknas", "\u2013")
    assert printed.sentence == f"Uppgift saknas: mars{NBSP}2018 är inte inläst"


def test_a_missing_target_is_the_reason_when_the_outcome_is_there() -> None:
    whole = {each.goal.key: each for each in goal_table().outcomes}["st"]
    no_target = Value(None, MissingReason.NOT_DEFINED)
    outcome = replace(whole, target=no_target, deviation=whole.outcome.minus(no_target))
    assert goal_rows(goal_table(outcomes=(outcome,)))[0].reason == "måttet är inte definierat"


@pytest.mark.parametrize(
    ("measure", "target", "manual", "sentence"),
    [
        (GoalMeasure.MANUAL, "60", "60", "60 \u2013 precis på målet högst 60"),
        (GoalMeasure.MANUAL, "60", "60.04", "60,0 \u2013 mindre än 0,1 över målet högst 60"),
        (GoalMeasure.MANUAL, "60.25", "60.3", "60,3 \u2013 0,1 över målet högst 60,25"),
        (GoalMeasure.MANUAL, "60.125", "59", "59 \u2013 1,1 under målet högst 60,13"),
    ],
)
def test_a_small_distance_is_never_printed_as_zero(
    measure: GoalMeasure, target: str, manual: str, sentence: str
) -> None:
    each = goal("nära", measure, target=Decimal(target), manual_outcome=Decimal(manual))
    assert goal_rows(goal_table(outcomes=(outcome_of(each, Month(2018, 12)),)))[0].sentence == sentence


def test_a_share_just_over_the_target_is_never_printed_as_on_it() -> None:
    whole = {each.goal.key: each for each in goal_table().outcomes}["ssk_andel"]
    share = Value(whole.target.number and whole.target.number * 101 / 100)
    near = replace(whole, outcome=share, deviation=share.minus(whole.target))
    assert _plain(goal_rows(goal_table(outcomes=(near,)))[0].sentence) == (
        "2,0% \u2013 mindre än 0,1 procentenheter över målet högst 2%"
    )


def test_a_baseline_target_that_is_missing_is_named_without_an_amount() -> None:
    printed = {each.key: each for each in goal_rows(goal_table(missing=[Month(2015, 2)]))}["kostnad"]
    assert printed.target == "högst 2015 års kostnad"
    assert printed.reason == f"feb{NBSP}2015 är inte inläst"
