from __future__ import annotations

from bemanning.domain.goal import GoalMeasure
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Definition
from bemanning.kpi.registry import MeasureKey
from bemanning.presentation.goal_attainment import goal_screen
from bemanning.presentation.help import help_screen
from bemanning.presentation.overview import overview_screen
from bemanning.presentation.screen_actions import measure_link, screen_actions
from bemanning.presentation.theme import Theme
from bemanning.presentation.unit_links import UnitLinks
from bemanning.presentation.unit_screen import unit_screen
from bemanning.presentation.unit_words import TreeWords
from bemanning.services.drill_down import DrillCell
from tests.builders import answers, unit_trees
from tests.builders.comments import comments
from tests.builders.seen import by_class, by_type, words

WHOLE = "manad=2018-12&enhet=HS&andel=total&organisation=idag"


def hrefs(screen: object) -> list[str]:
    (actions,) = by_class(screen, "actions")
    copied = [getattr(each, "data-copy-link") for each in by_type(actions, "Button")]
    return [*copied, *(link.href for link in by_type(actions, "A"))]


def test_a_screen_without_files_has_its_link_alone() -> None:
    (copy,) = screen_actions("/hjalp", "")
    assert [getattr(each, "data-copy-link") for each in by_type(copy, "Button")] == ["/hjalp"]
    assert hrefs(help_screen()) == ["/hjalp"]


def test_the_files_are_named_by_what_they_are_for_those_who_hear_them() -> None:
    _, workbook, text = screen_actions("/trend", "a=b", "/export/x.xlsx", "/export/x.csv")
    assert (words(workbook), getattr(workbook, "aria-label")) == (["Excel"], "Hämta som Excel")
    assert (words(text), getattr(text, "aria-label")) == (["CSV"], "Hämta som CSV")


def test_every_screens_addresses_hold_the_whole_selection() -> None:
    overview = overview_screen(answers.overview(), Theme.LIGHT, comments())
    assert hrefs(overview) == [f"/?{WHOLE}", f"/export/oversikt.xlsx?{WHOLE}", f"/export/oversikt.csv?{WHOLE}"]
    goals = goal_screen(answers.goal_table(), comments())
    assert hrefs(goals) == [
        f"/maluppfyllelse?{WHOLE}",
        f"/export/maluppfyllelse.xlsx?{WHOLE}",
        f"/export/maluppfyllelse.csv?{WHOLE}",
    ]


def test_enheters_link_holds_how_the_tree_is_seen_too() -> None:
    links = UnitLinks(Selection(), TreeWords(search="ås", cell=DrillCell("PV", None, None)))
    screen = unit_screen(unit_trees.unit_tree(), None, links, Theme.LIGHT, comments())
    seen = "sok=%C3%A5s&underlag=PV"
    assert hrefs(screen) == [
        f"/enheter?{WHOLE}&{seen}",
        f"/export/enheter.xlsx?{WHOLE}&{seen}",
        f"/export/enheter.csv?{WHOLE}&{seen}",
    ]


def test_a_measures_link_leads_to_its_explanation() -> None:
    (link,) = by_type(measure_link(MeasureKey.WORKED_WEEKS, "a=b"), "Link")
    assert (link.href, link.children) == ("/hjalp?a=b#matt-worked-weeks", "Så räknas måttet")


def test_the_overview_explains_the_share_that_it_shows() -> None:
    for definition, anchor in ((Definition.TOTAL, "share-of-total"), (Definition.OWN, "share-of-own")):
        overview = answers.overview(selection=answers.resolved(definition=definition))
        screen = overview_screen(overview, Theme.LIGHT, comments())
        assert by_type(screen, "Link")[0].href.partition("#")[2] == f"matt-{anchor}"


def test_a_goal_leads_to_its_measure_where_it_has_one() -> None:
    table = answers.goal_table()
    anchors = {
        GoalMeasure.SHARE_OF_TOTAL_R12: "matt-share-of-total",
        GoalMeasure.AGENCY_COST: "matt-agency-cost",
        GoalMeasure.WORKED_WEEKS: "matt-worked-weeks",
    }
    measures = [outcome.goal.measure for outcome in table.outcomes]
    found = [link.href.partition("#")[2] for link in by_type(goal_screen(table, comments()), "Link")]
    assert found == [anchors[measure] for measure in measures if measure in anchors]
    assert set(measures) - anchors.keys()
