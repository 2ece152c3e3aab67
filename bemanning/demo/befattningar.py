"""Befattning codes as the demo region's Heroma writes them: invented. The real AID codes are the region's own table."""

from typing import NamedTuple

from bemanning.demo.units import HOSPITAL, PRIMARY_CARE, STAFF
from bemanning.domain.vocabulary import Profession


class Befattning(NamedTuple):
    """A code, what it is called, its profession and the parts of the region that use it."""

    code: str
    name: str
    profession: Profession
    parts: tuple[str, ...]


BEFATTNINGAR = (
    Befattning("D101", "Distriktsläkare", Profession.DOCTOR, (PRIMARY_CARE,)),
    Befattning("D102", "Överläkare", Profession.DOCTOR, (HOSPITAL,)),
    Befattning("D103", "ST-läkare", Profession.DOCTOR, (PRIMARY_CARE, HOSPITAL)),
    Befattning("N201", "Distriktssköterska", Profession.NURSE, (PRIMARY_CARE,)),
    Befattning("N202", "Specialistsjuksköterska", Profession.NURSE, (HOSPITAL,)),
    Befattning("N203", "Sjuksköterska", Profession.NURSE, (PRIMARY_CARE, HOSPITAL)),
    Befattning("P301", "Undersköterska", Profession.OTHER, (PRIMARY_CARE, HOSPITAL)),
    Befattning("P302", "Medicinsk sekreterare", Profession.OTHER, (PRIMARY_CARE, HOSPITAL)),
    Befattning("P401", "Handläggare", Profession.OTHER, (STAFF,)),
    Befattning("P402", "Administratör", Profession.OTHER, (STAFF,)),
)


def codes_at(part: str, profession: Profession) -> list[Befattning]:
    """Give the codes that a part of the region uses for a profession; the first is the commonest."""
    return [row for row in BEFATTNINGAR if row.profession is profession and part in row.parts]
