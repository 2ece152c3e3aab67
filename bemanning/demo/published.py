"""The figures that the demo region's files must add up to, and where they come from.

Source: Region Jämtland Härjedalen, Slutrapport Bemanningsprojektet 2016–2018, section 3.1. The report prints mkr with
one decimal; the amounts here are constructed so that every printed cell follows from them by summing and rounding.
2016, own personnel cost and every hour are invented: the report prints none of them.
"""

from enum import StrEnum
from fractions import Fraction

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Profession

FIRST_MONTH, LAST_MONTH = Month(2015, 1), Month(2018, 12)
YEARS = range(FIRST_MONTH.year, LAST_MONTH.year + 1)


class AgencyGroup(StrEnum):
    """The four amounts that the published table is built from."""

    PRIMARY_CARE_DOCTORS = "pv"
    HOSPITAL_DOCTORS = "os"
    NURSES = "ssk"
    OTHERS = "ovr"


AGENCY_KR: dict[AgencyGroup, dict[int, int]] = {
    AgencyGroup.PRIMARY_CARE_DOCTORS: {2015: 63_765_000, 2016: 68_480_000, 2017: 70_255_000, 2018: 39_910_000},
    AgencyGroup.HOSPITAL_DOCTORS: {2015: 44_055_000, 2016: 57_325_000, 2017: 68_220_000, 2018: 68_810_000},
    AgencyGroup.NURSES: {2015: 15_945_000, 2016: 31_240_000, 2017: 47_255_000, 2018: 22_830_000},
    AgencyGroup.OTHERS: {2015: 4_090_000, 2016: 4_310_000, 2017: 4_155_000, 2018: 2_510_000},
}
GROUP_PROFESSION: dict[AgencyGroup, Profession] = {
    AgencyGroup.PRIMARY_CARE_DOCTORS: Profession.DOCTOR,
    AgencyGroup.HOSPITAL_DOCTORS: Profession.DOCTOR,
    AgencyGroup.NURSES: Profession.NURSE,
    AgencyGroup.OTHERS: Profession.OTHER,
}


def own_kr_for_share(agency_kr: int, share_permille: int) -> int:
    """Give the own cost, in whole kronor, that makes agency cost this share of the total as nearly as kronor allow."""
    return round(Fraction(agency_kr * 1000, share_permille)) - agency_kr


def agency_kr(profession: Profession, year: int) -> int:
    """Give a profession's agency cost in a calendar year."""
    return sum(AGENCY_KR[group][year] for group in AgencyGroup if GROUP_PROFESSION[group] is profession)


# Printed per 2018-12-31: doctors 16.7 %, nurses 3.7 %. The middle of the rounding interval is the printed number.
OWN_KR: dict[Profession, dict[int, int]] = {
    Profession.DOCTOR: {
        2015: 488_400_000,
        2016: 501_700_000,
        2017: 517_900_000,
        2018: own_kr_for_share(agency_kr(Profession.DOCTOR, 2018), 167),
    },
    Profession.NURSE: {
        2015: 541_300_000,
        2016: 556_800_000,
        2017: 569_600_000,
        2018: own_kr_for_share(agency_kr(Profession.NURSE, 2018), 37),
    },
    Profession.OTHER: {2015: 689_500_000, 2016: 703_200_000, 2017: 718_600_000, 2018: 735_900_000},
}
STAFF_OWN_KR: dict[int, int] = {2015: 88_200_000, 2016: 91_400_000, 2017: 94_100_000, 2018: 97_300_000}

# 610 weeks of 40 hours in primary care in 2018, as printed.
PRIMARY_CARE_CENTIHOURS_2018 = 610 * 40 * 100
