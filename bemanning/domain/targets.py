"""The two yardsticks that are national, not a region's data."""

from fractions import Fraction

from bemanning.domain.vocabulary import Profession

# "2015 års nivå": the calendar year that [RJH] and the regions' joint decision of 2016 compare with.
BASELINE_YEAR = 2015
# Regions' joint goal: at most 2 % agency cost of the total personnel cost of the same profession, share_of_total.
NATIONAL_TARGET_PCT = Fraction(2)
NATIONAL_TARGET_PROFESSIONS = frozenset({Profession.DOCTOR, Profession.NURSE})
