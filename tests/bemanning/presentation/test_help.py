import re

import pytest

from bemanning.domain.vocabulary import MonthStatus
from bemanning.kpi.registry import MEASURES, MeasureKey
from bemanning.presentation.address import read_address
from bemanning.presentation.help import help_screen
from bemanning.presentation.measure_help import FORMULAS, SOURCES, example
from bemanning.presentation.measures import MEASURE_ANCHORS
from bemanning.presentation.numbers import NBSP
from bemanning.presentation.texts import help as texts
from tests.builders.seen import by_class, by_type, parts, rows, text


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        (MeasureKey.SHARE_OF_TOTAL, "20,0 %"),
        (MeasureKey.SHARE_OF_OWN, "25,0 %"),
        (MeasureKey.AGENCY_COST, "200 000 kr"),
        (MeasureKey.HOURS_SHARE, "8,0 %"),
        (MeasureKey.EXTERNAL_HOURS, "160 timmar"),
        (MeasureKey.WORKED_WEEKS, "4,0 veckor"),
        (MeasureKey.PRICE_PER_HOUR, "1 250 kr per timme"),
        (MeasureKey.COST_DEVIATION, "+50 000 kr"),
        (MeasureKey.SHARE_DEVIATION, "+5,0 procentenheter"),
    ],
)
def test_examples_can_be_worked_out_by_hand(key: MeasureKey, outcome: str) -> None:
    (measure,) = (measure for measure in MEASURES if measure.key is key)
    assert example(measure).outcome.replace(NBSP, " ") == outcome


def test_every_measure_is_explained_under_its_anchor() -> None:
    screen = help_screen()
    ids = {getattr(part, "id", None) for part in parts(screen)}
    assert set(MEASURE_ANCHORS.values()) <= ids
    assert set(FORMULAS) == set(SOURCES) == set(MeasureKey)
    linked = {link.href.removeprefix("#") for link in by_type(by_class(screen, "contents"), "A")}
    assert linked <= ids


def test_every_measure_leads_to_its_trend() -> None:
    links = [link.href for link in by_type(by_class(help_screen(), "measure"), "Link")]
    assert len(links) == len(set(links)) == len(MEASURES)
    assert all(read_address(link.partition("?")[2]).problems == () for link in links)
    assert "/trend?matt=hyrandel&andel=egen" in links


def test_every_status_and_command_is_told() -> None:
    screen = help_screen()
    assert set(texts.STATUS_MEANINGS) == set(MonthStatus)
    assert ["stängd", texts.STATUS_MEANINGS[MonthStatus.CLOSED]] in rows(screen)
    assert "bemanning load ekonomi_2018-12.xlsx" in text(screen)
    assert "/inlasning" in [link.href for link in by_type(screen, "Link")]


def test_the_commands_are_those_that_exist() -> None:
    from bemanning.cli.reference import MEANINGS  # noqa: PLC0415 - the terminal is wanted by this test alone

    told = re.findall(r"bemanning ([a-z-]+)", text(help_screen()))
    assert set(told) <= set(MEANINGS)
    assert len(told) == 9
