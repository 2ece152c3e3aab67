from fractions import Fraction

import numpy as np
import pytest

from bemanning.domain.vocabulary import Definition
from bemanning.kpi.deviation import cost_deviation, share_deviation_pp
from bemanning.kpi.hours_and_weeks import hours_share, worked_weeks
from bemanning.kpi.hyr_share import hyr_share, share_of_own, share_of_total
from bemanning.kpi.panel import Panel
from bemanning.kpi.price import price_per_hour
from bemanning.kpi.registry import MEASURES, MeasureKey


def row(*values: int | None) -> Panel:
    numbers = [0 if value is None else value for value in values]
    return Panel(np.array([numbers], dtype=np.int64), np.array([[value is not None for value in values]]))


AGENCY = row(20, 0, 0, None, -5, 30)
OWN = row(980, 100, 0, 100, 105, None)


def test_share_of_total_is_of_agency_and_own_together() -> None:
    assert share_of_total(AGENCY, OWN).floats(100)[0].tolist() == pytest.approx(
        [2.0, 0.0, np.nan, np.nan, -5.0, np.nan], nan_ok=True
    )


def test_share_of_own_is_over_own_alone() -> None:
    assert share_of_own(AGENCY, OWN).floats(100)[0].tolist() == pytest.approx(
        [100 * 20 / 980, 0.0, np.nan, np.nan, -100 * 5 / 105, np.nan], nan_ok=True
    )


def test_the_two_definitions_follow_from_each_other() -> None:
    # share_of_own = share_of_total / (1 - share_of_total): 16.7 % of total is 20.0 % of own (DOMAIN).
    agency, own = row(167), row(833)
    total = hyr_share(agency, own, Definition.TOTAL).floats()[0, 0]
    of_own = hyr_share(agency, own, Definition.OWN).floats()[0, 0]
    assert of_own == pytest.approx(total / (1 - total))
    assert f"{100 * of_own:.1f}" == "20.0"


def test_hours_share_is_external_over_all_worked_hours() -> None:
    assert hours_share(row(25, None, 0), row(75, 1, 0)).floats(100)[0].tolist() == pytest.approx(
        [25.0, np.nan, np.nan], nan_ok=True
    )


@pytest.mark.parametrize(
    ("centihours", "hours_per_week", "weeks"),
    [
        (2400, Fraction(40), Fraction(6, 10)),  # three days of eight hours
        (2_440_000, Fraction(40), Fraction(610)),
        (3825, Fraction("38.25"), Fraction(1)),
        (-400, Fraction(40), Fraction(-1, 10)),
    ],
)
def test_worked_weeks(centihours: int, hours_per_week: Fraction, weeks: Fraction) -> None:
    ratio = worked_weeks(row(centihours), hours_per_week)
    assert Fraction(int(ratio.numerator[0, 0]), int(ratio.denominator[0, 0])) == weeks
    assert ratio.defined.all()


def test_price_per_hour_is_in_ore_and_missing_where_either_is_or_no_hour_is() -> None:
    ratio = price_per_hour(row(20_000_000, 100, None, 100), row(16_000, 0, 100, None))
    assert ratio.floats()[0].tolist() == pytest.approx([125_000, np.nan, np.nan, np.nan], nan_ok=True)


def test_cost_deviation_is_against_the_baseline_column() -> None:
    deviation = cost_deviation(row(100, 130, None, 60), 0)
    assert deviation.values[0].tolist() == [0, 30, 0, -40]
    assert deviation.present[0].tolist() == [True, True, False, True]


def test_cost_deviation_is_missing_where_the_baseline_is() -> None:
    assert not cost_deviation(row(None, 130), 0).present.any()


def test_share_deviation_is_in_percentage_points_of_the_share() -> None:
    share = share_of_total(row(10, 20, None), row(90, 80, 1))
    assert share_deviation_pp(share, 0)[0].tolist() == pytest.approx([0.0, 10.0, np.nan], nan_ok=True)


def test_every_measure_is_registered_once_with_formula_and_source() -> None:
    assert [measure.key for measure in MEASURES] == list(MeasureKey)
    assert all(measure.formula and measure.source for measure in MEASURES)
