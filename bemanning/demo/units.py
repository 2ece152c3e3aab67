"""The demo region's organisation: 120 units in a tree. Every name is invented but those of the published table."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from bemanning.demo.chance import wobble
from bemanning.domain.month import ALWAYS_FROM, ALWAYS_TO, Month
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.vocabulary import NodeKind, Profession

REGION, HEALTH_CARE, PRIMARY_CARE, HOSPITAL, STAFF = "REGION", "HS", "PV", "OS", "STAB"

HEALTH_CENTRES = (
    "Granbacken", "Björkängen", "Tallmon", "Myrhöjden", "Stenåsen", "Lärkan", "Havtornet", "Kråkbäret", "Blåklinten",
    "Vitmossan", "Hjortronet", "Lingonriset", "Fjällripan", "Ljungheden", "Åkerbäret", "Ängsullen", "Sälgen", "Rönnen",
    "Enbusken", "Norrskenet", "Månskäran", "Daggkåpan", "Kattfoten", "Älvängen", "Solvändan",
)  # fmt: skip
STAFF_UNITS = (
    "Regionledning", "Kansli", "Ekonomi", "HR", "It", "Kommunikation", "Juridik", "Upphandling", "Fastighet",
    "Säkerhet", "Utveckling", "Registratur och arkiv",
)  # fmt: skip
AREAS = (
    "Område Akutvård", "Område Kirurgi och ortopedi", "Område Medicin", "Område Psykiatri", "Område Barn och kvinna",
    "Område Diagnostik och rehabilitering",
)  # fmt: skip


class Clinic(NamedTuple):
    """A clinic: which area (1-6) it lies in at the start, its name, and its units by UNIT_KINDS."""

    area: int
    name: str
    unit_kinds: str


# What a letter in Clinic.unit_kinds stands for: the unit's name and its size in doctors, nurses and others.
UNIT_KINDS: dict[str, tuple[str, float, float, float]] = {
    "L": ("läkare", 6.0, 0.0, 0.3),
    "1": ("avdelning 1", 0.0, 3.2, 2.6),
    "2": ("avdelning 2", 0.0, 2.7, 2.4),
    "M": ("mottagning", 1.6, 1.3, 1.1),
    "D": ("dagvård", 0.8, 1.5, 0.9),
    "O": ("observation", 0.0, 2.2, 1.6),
    "V": ("intensivvård", 1.2, 4.0, 1.8),
    "U": ("uppvakning", 0.0, 1.8, 0.9),
    "S": ("sal", 0.0, 2.6, 2.2),
    "N": ("station norr", 0.0, 1.8, 1.6),
    "Y": ("station söder", 0.0, 1.6, 1.5),
    "X": ("undersökning", 0.6, 0.9, 2.4),
    "B": ("laboratorium", 0.2, 0.3, 2.8),
    "G": ("gemensamt", 0.4, 0.2, 1.8),
}
_HEALTH_CENTRE_SIZE = {Profession.DOCTOR: 2.4, Profession.NURSE: 1.0, Profession.OTHER: 1.1}
CLINICS = (
    Clinic(1, "Akutmottagning", "LMOG"),
    Clinic(1, "Anestesi och intensivvård", "LVUMG"),
    Clinic(1, "Ambulanssjukvård", "NYG"),
    Clinic(1, "Operation", "SUDG"),
    Clinic(2, "Kirurgi", "L12MG"),
    Clinic(2, "Ortopedi", "L12MG"),
    Clinic(2, "Urologi", "L1M"),
    Clinic(2, "Öron-näsa-hals", "LMD"),
    Clinic(2, "Ögon", "LMD"),
    Clinic(3, "Internmedicin", "L12MDG"),
    Clinic(3, "Hjärtsjukvård", "L1MD"),
    Clinic(3, "Njurmedicin", "LMD"),
    Clinic(3, "Neurologi", "L1M"),
    Clinic(3, "Infektion", "L1M"),
    Clinic(4, "Vuxenpsykiatri", "L12MG"),
    Clinic(4, "Barn- och ungdomspsykiatri", "LMG"),
    Clinic(5, "Barnmedicin", "L1MD"),
    Clinic(5, "Kvinnosjukvård", "L12MG"),
    Clinic(6, "Röntgen", "LMXG"),
    Clinic(6, "Laboratoriemedicin", "LBG"),
    Clinic(6, "Rehabilitering", "MDG"),
    Clinic(6, "Hud", "LM"),
)
# Infektion moves from Medicin to Akutvård: inside the hospital, so that no published figure depends on the view.
MOVED_CLINIC, MOVED_TO_AREA, MOVED_FROM_MONTH = "Infektion", 1, Month(2017, 5)


@dataclass(frozen=True, slots=True)
class Unit:
    """An ansvar. `size` says how much of each profession's cost it carries; a profession that is absent has none."""

    code: str
    name: str
    parent: str
    part: str
    size: dict[Profession, float]


@cache
def units() -> tuple[Unit, ...]:
    """Give the 120 units: primary care, the hospital, the staff."""
    return (*_health_centres(), *_hospital_units(), *_staff_units())


def health_care_units() -> tuple[Unit, ...]:
    """Give the units under Hälso- och sjukvård."""
    return tuple(unit for unit in units() if unit.part != STAFF)


def staff_units() -> tuple[Unit, ...]:
    """Give the staff units."""
    return tuple(unit for unit in units() if unit.part == STAFF)


def nodes() -> list[Node]:
    """Give every node of the tree, from the top."""
    top = [
        Node(REGION, "Demoregionen (syntetisk)", NodeKind.REGION),
        Node(HEALTH_CARE, "Hälso- och sjukvård", NodeKind.DIVISION),
        Node(STAFF, "Regionstab", NodeKind.DIVISION),
        Node(PRIMARY_CARE, "Primärvården", NodeKind.AREA),
        Node(HOSPITAL, "Östersunds sjukhus", NodeKind.AREA),
    ]
    areas = [Node(_area_code(number), name, NodeKind.AREA) for number, name in enumerate(AREAS, start=1)]
    clinics = [Node(code, clinic.name, NodeKind.CLINIC) for code, clinic in _clinics().items()]
    return [*top, *areas, *clinics, *(Node(unit.code, unit.name, NodeKind.UNIT) for unit in units())]


def edges() -> list[Edge]:
    """Give every edge; the moved clinic has two."""
    top = [(HEALTH_CARE, REGION), (STAFF, REGION), (PRIMARY_CARE, HEALTH_CARE), (HOSPITAL, HEALTH_CARE)]
    areas = [(_area_code(number), HOSPITAL) for number, _ in enumerate(AREAS, start=1)]
    leaves = [(unit.code, unit.parent) for unit in units()]
    clinics = [edge for code, clinic in _clinics().items() for edge in _clinic_edges(code, clinic)]
    return [*(Edge(child, parent) for child, parent in [*top, *areas]), *clinics, *(Edge(*leaf) for leaf in leaves)]


def heroma_aliases() -> dict[str, str]:
    """Map ansvar to the code that Heroma writes instead, for the few units where the two differ."""
    return {unit.code: f"H-{unit.code}" for unit in units()[11::15]}


def _clinic_edges(code: str, clinic: Clinic) -> list[Edge]:
    before = _area_code(clinic.area)
    if clinic.name != MOVED_CLINIC:
        return [Edge(code, before)]
    return [
        Edge(code, before, ALWAYS_FROM, MOVED_FROM_MONTH.plus(-1)),
        Edge(code, _area_code(MOVED_TO_AREA), MOVED_FROM_MONTH, ALWAYS_TO),
    ]


def _area_code(number: int) -> str:
    return f"OS{number}"


@cache
def _clinics() -> dict[str, Clinic]:
    number_in_area: dict[int, int] = {}
    coded = {}
    for clinic in CLINICS:
        number = number_in_area[clinic.area] = number_in_area.get(clinic.area, 0) + 1
        coded[f"{clinic.area}{number}"] = clinic
    return coded


def _health_centres() -> list[Unit]:
    return [_health_centre(f"04{number:02d}", name) for number, name in enumerate(HEALTH_CENTRES, start=1)]


def _health_centre(code: str, name: str) -> Unit:
    scale = wobble(0.45, "size", code)
    sizes = {profession: size * scale for profession, size in _HEALTH_CENTRE_SIZE.items()}
    return Unit(code, f"Hälsocentralen {name}", PRIMARY_CARE, PRIMARY_CARE, sizes)


def _hospital_units() -> list[Unit]:
    return [
        _hospital_unit(f"{clinic_code}{number:02d}", clinic, clinic_code, kind)
        for clinic_code, clinic in _clinics().items()
        for number, kind in enumerate(clinic.unit_kinds, start=1)
    ]


def _hospital_unit(code: str, clinic: Clinic, clinic_code: str, kind: str) -> Unit:
    name, doctors, nurses, others = UNIT_KINDS[kind]
    base = {Profession.DOCTOR: doctors, Profession.NURSE: nurses, Profession.OTHER: others}
    sizes = {profession: size * wobble(0.3, "size", code, profession) for profession, size in base.items() if size}
    return Unit(code, f"{clinic.name}, {name}", clinic_code, HOSPITAL, sizes)


def _staff_units() -> list[Unit]:
    return [
        Unit(code, name, STAFF, STAFF, {Profession.OTHER: wobble(0.5, "size", code)})
        for code, name in ((f"90{number:02d}", name) for number, name in enumerate(STAFF_UNITS, start=1))
    ]
