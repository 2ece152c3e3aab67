"""The goals and events that the report follows, as the mapping workbook's rows."""

from dataclasses import dataclass
from decimal import Decimal

from bemanning.demo.units import HEALTH_CARE, HOSPITAL, PRIMARY_CARE
from bemanning.domain.goal import Direction, Event, Goal, GoalMeasure
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Profession

_REPORT = "Region Jämtland Härjedalen, Slutrapport Bemanningsprojektet 2016–2018"
_YEAR_END, _THIRD_QUARTER = Month(2018, 12), Month(2018, 9)
_KEYS = {Profession.NURSE: "sjukskoterskor", Profession.DOCTOR: "lakare"}


def _national(profession: Profession, word: str, position: int) -> Goal:
    return Goal(
        key=f"nationellt_{_KEYS[profession]}",
        name=f"Oberoende av hyrpersonal, {word}",
        measure=GoalMeasure.SHARE_OF_TOTAL_R12,
        node=HEALTH_CARE,
        deadline=_YEAR_END,
        profession=profession,
        target=Decimal(2),
        position=position,
        definition_text=(
            f"Kostnaden för inhyrda {word} ska vara högst 2 % av den totala personalkostnaden för {word}, inhyrda "
            "inräknade. Mäts rullande tolv månader för hela hälso- och sjukvården. Målet gäller den 1 januari 2019 "
            "och mäts därför till och med december 2018."
        ),
        source_text=f"Nationellt mål om oberoende av hyrpersonal, återgivet i {_REPORT}.",
    )


_STRATEGIC = Goal(
    key="strategiskt_oberoende",
    name="Oberoende av inhyrda distriktsläkare och allmänsjuksköterskor",
    measure=GoalMeasure.UNDEFINED,
    node=HEALTH_CARE,
    deadline=_YEAR_END,
    position=3,
    definition_text=(
        "Regionens strategiska mål: oberoende av inhyrda distriktsläkare och allmänsjuksköterskor den 1 januari 2019. "
        "Något mått beslutades aldrig. Som jämförelse visas det nationella målet."
    ),
    source_text=f"{_REPORT}.",
    undefined_reason=(
        "Oberoende definierades aldrig: det finns varken ett mått eller ett gränsvärde att jämföra ett utfall med."
    ),
)


@dataclass(frozen=True, slots=True)
class _CostRow:
    """A row of the published cost table."""

    key: str
    name: str
    profession: Profession | None
    node: str = HEALTH_CARE
    is_part: bool = False


_COST_ROWS = (
    _CostRow("kostnad_lakare", "Inhyrda läkare", Profession.DOCTOR),
    _CostRow("kostnad_lakare_pv", "Varav Primärvården", Profession.DOCTOR, PRIMARY_CARE, is_part=True),
    _CostRow("kostnad_lakare_os", "Varav Östersunds sjukhus", Profession.DOCTOR, HOSPITAL, is_part=True),
    _CostRow("kostnad_sjukskoterskor", "Inhyrda sjuksköterskor", Profession.NURSE),
    _CostRow("kostnad_ovriga", "Inhyrd övrig personal", Profession.OTHER),
    _CostRow("kostnad_summa", "Summa", None),
)


def _cost_goal(row: _CostRow, position: int) -> Goal:
    return Goal(
        key=row.key,
        name=row.name,
        measure=GoalMeasure.AGENCY_COST,
        node=row.node,
        deadline=_YEAR_END,
        profession=row.profession,
        target_is_baseline=True,
        position=position,
        in_cost_table=True,
        is_part=row.is_part,
        definition_text=(
            "Kalenderårets kostnad för inhyrd personal ska vara högst 2015 års kostnad för samma yrkesgrupp och samma "
            "enheter, i löpande priser."
        ),
        source_text=f"{_REPORT}, avsnitt 3.1.",
    )


_NURSES_THIRD_QUARTER = Goal(
    key="andel_sjukskoterskor_kv3",
    name="Hyrandel sjuksköterskor, tredje kvartalet 2018",
    measure=GoalMeasure.SHARE_OF_TOTAL_R12,
    node=HEALTH_CARE,
    deadline=_THIRD_QUARTER,
    profession=Profession.NURSE,
    target=Decimal(3),
    position=10,
    definition_text=(
        "Kostnaden för inhyrda sjuksköterskor ska vara högst 3 % av den totala personalkostnaden för sjuksköterskor, "
        "inhyrda inräknade, rullande tolv månader till och med september 2018."
    ),
    source_text=f"{_REPORT}. Utfallet är inte tryckt i rapporten.",
)
_WEEKS_THIRD_QUARTER = Goal(
    key="veckor_pv_kv3",
    name="Hyrläkarveckor i primärvården, januari–september 2018",
    measure=GoalMeasure.WORKED_WEEKS,
    node=PRIMARY_CARE,
    deadline=_THIRD_QUARTER,
    profession=Profession.DOCTOR,
    direction=Direction.BELOW,
    target=Decimal(585),
    position=11,
    definition_text=(
        "Arbetade hyrläkarveckor: inhyrda läkares arbetade timmar delade med 40, frånvaro oräknad. Ska vara under 585 "
        "i januari–september 2018 (39 veckor gånger taket på 15 hyrläkare i veckan)."
    ),
    source_text=f"{_REPORT}. Utfallet är inte tryckt i rapporten; demoregionens är konstruerat.",
)
_COST_THIRD_QUARTER = Goal(
    key="kostnad_kv3",
    name="Hyrkostnad på 2015 års nivå, januari–september 2018",
    measure=GoalMeasure.AGENCY_COST,
    node=HEALTH_CARE,
    deadline=_THIRD_QUARTER,
    target_is_baseline=True,
    position=12,
    definition_text=(
        "Kostnaden för all inhyrd personal i januari–september 2018 ska vara högst kostnaden i januari–september 2015, "
        "i löpande priser."
    ),
    source_text=f"{_REPORT}. Utfallet är inte tryckt i rapporten.",
)
_WEEKS_YEAR = Goal(
    key="veckor_pv_2018",
    name="Hyrläkarveckor i primärvården, helåret 2018",
    measure=GoalMeasure.WORKED_WEEKS,
    node=PRIMARY_CARE,
    deadline=_YEAR_END,
    profession=Profession.DOCTOR,
    direction=Direction.BELOW,
    target=Decimal(700),
    position=13,
    definition_text=(
        "Arbetade hyrläkarveckor: inhyrda läkares arbetade timmar delade med 40, frånvaro oräknad. Ska vara under 700 "
        "kalenderåret 2018."
    ),
    source_text=f"{_REPORT}: utfallet blev 610 veckor, 90 under målet.",
)
_ST_DOCTORS = Goal(
    key="st_lakare",
    name="ST-läkare",
    measure=GoalMeasure.MANUAL,
    node=HEALTH_CARE,
    deadline=_YEAR_END,
    direction=Direction.AT_LEAST,
    target=Decimal(60),
    position=14,
    definition_text="Antalet läkare under specialiseringstjänstgöring (ST) ska vara minst 60. Antalet anges för hand.",
    source_text=f"{_REPORT}: utfallet blev 49.",
    manual_outcome=Decimal(49),
)

GOALS = (
    _national(Profession.NURSE, "sjuksköterskor", 1),
    _national(Profession.DOCTOR, "läkare", 2),
    _STRATEGIC,
    *(_cost_goal(row, position) for position, row in enumerate(_COST_ROWS, start=4)),
    _NURSES_THIRD_QUARTER,
    _WEEKS_THIRD_QUARTER,
    _COST_THIRD_QUARTER,
    _WEEKS_YEAR,
    _ST_DOCTORS,
)

EVENTS = (
    Event(
        Month(2016, 12),
        "Nationellt beslut om oberoende",
        f"{_REPORT}: beslut under 2016. Källan anger ingen månad; årets sista är ett antagande.",
    ),
    Event(Month(2018, 2), "Sex åtgärdspaket beslutade", f"{_REPORT}: beslut i februari 2018."),
    Event(
        Month(2018, 6),
        "Nytt ramavtal, pristak till v. 23",
        f"{_REPORT}: pristaket hölls till vecka 23, de veckor som var avropade när ramavtalet var klart.",
    ),
)
