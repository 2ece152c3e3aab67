"""The amounts give the published table's printed digits."""

import pytest

from bemanning.demo.published import AGENCY_KR, OWN_KR, AgencyGroup, agency_kr, own_kr_for_share
from bemanning.domain.vocabulary import Profession


@pytest.mark.parametrize(("agency", "permille", "own"), [(20, 20, 980), (22_830_000, 37, 594_197_027)])
def test_own_cost_for_a_share(agency: int, permille: int, own: int) -> None:
    assert own_kr_for_share(agency, permille) == own


@pytest.mark.parametrize(
    ("group", "printed_mkr"),
    [
        (AgencyGroup.PRIMARY_CARE_DOCTORS, ["63.8", "70.3", "39.9"]),
        (AgencyGroup.HOSPITAL_DOCTORS, ["44.1", "68.2", "68.8"]),
        (AgencyGroup.NURSES, ["15.9", "47.3", "22.8"]),
        (AgencyGroup.OTHERS, ["4.1", "4.2", "2.5"]),
    ],
)
def test_amounts_print_as_published(group: AgencyGroup, printed_mkr: list[str]) -> None:
    amounts = [AGENCY_KR[group][year] for year in (2015, 2017, 2018)]
    # Whole hundred thousands, half up; no amount ends in 50 000 exactly.
    assert [f"{(amount + 50_000) // 100_000 / 10:.1f}" for amount in amounts] == printed_mkr


def test_a_profession_sums_its_groups() -> None:
    assert agency_kr(Profession.DOCTOR, 2018) == 108_720_000


def test_own_cost_rises_every_year() -> None:
    assert all(list(years.values()) == sorted(years.values()) for years in OWN_KR.values())
