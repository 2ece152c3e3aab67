"""Answers as the services give them, with plausible constructed figures."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

from bemanning.domain.goal import Direction, Event, Goal, GoalMeasure
from bemanning.domain.month import Month, month_range
from bemanning.domain.organisation import Node
from bemanning.domain.value import MissingReason, Series, Value
from bemanning.domain.vocabulary import Definition, MonthStatus, NodeKind, OrganisationView, Profession, Source
from bemanning.services.catalogue import Catalogue, NodeChoice
from bemanning.services.freshness import SourceFreshness
from bemanning.services.goal_attainment import CostRow, GoalOutcome, GoalStatus, GoalTable, MonthAmount, SumBehind
from bemanning.services.overview import Overview, ProfessionCard
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.unit_rows import UnitRow
from bemanning.services.unmapped import Unmapped, UnmappedItem
from bemanning.store import LoadRecord

DECEMBER = Month(2018, 12)
FIRST, BASELINE = Month(2015, 1), Month(2015, 12)
REGION = Node("R", "Region Demo", NodeKind.REGION)
HEALTH_CARE = Node("HS", "Hälso- och sjukvård", NodeKind.DIVISION)
PRIMARY_CARE = Node("PV", "Primärvården", NodeKind.AREA)
MEDICINE = Node("MED", "Medicinkliniken", NodeKind.CLINIC)
MISSING_MARCH = Value(None, MissingReason.MONTHS_NOT_LOADED, (Month(2018, 3),))

_SHARES = {Profession.DOCTOR: (14.2, 21.4, 16.7), Profession.NURSE: (2.6, 7.4, 3.7), Profession.OTHER: (0.6, 0.7, 0.4)}
_COSTS_TKR = {
    Profession.DOCTOR: (107_820, 108_720),
    Profession.NURSE: (15_945, 22_830),
    Profession.OTHER: (4_090, 2_510),
}
_UNITS = (
    ("4101", "Hälsocentralen Ås", PRIMARY_CARE, "31.8", 8_412, -1_930, 214),
    ("5211", "Medicinkliniken, mottagning", MEDICINE, "24.1", 7_655, 640, -388),
    ("4107", "Hälsocentralen Östra Strömsund", PRIMARY_CARE, "44.0", 6_930, -2_410, 95),
    ("5304", "Psykiatriska kliniken, avdelning 3", MEDICINE, "18.9", 5_188, 1_020, 171),
    ("4112", "Hälsocentralen Åre", PRIMARY_CARE, "22.7", 3_204, -488, -152),
    ("5102", "Akutmottagningen", MEDICINE, "9.6", 2_871, 302, 88),
)


def resolved(**changes: object) -> ResolvedSelection:
    fields = {
        "month": DECEMBER,
        "node": HEALTH_CARE,
        "path": (HEALTH_CARE, REGION),
        "definition": Definition.TOTAL,
        "view": OrganisationView.TODAY,
        "profession": None,
        "earliest_month": FIRST,
        "latest_month": DECEMBER,
        "is_preliminary": False,
    }
    return ResolvedSelection(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def history(profession: Profession, until: Month = DECEMBER) -> Series:
    start, peak, end = _SHARES[profession]
    months = tuple(month_range(BASELINE, until))
    return Series(months, tuple(_bent(start, peak, end, step / (len(months) - 1)) for step in range(len(months))))


def _bent(start: float, peak: float, end: float, part: float) -> float:
    line = start + (end - start) * part
    return (
        line
        + (peak - (start + end) / 2) * math.sin(math.pi * part)
        + 0.02 * start * math.sin(40 * part) * part * (1 - part)
    )


def card(profession: Profession, **changes: object) -> ProfessionCard:
    series = history(profession)
    share, year_ago = (Value.of(Fraction(str(round(series.numbers[step] or 0, 3)))) for step in (-1, -13))
    baseline = Value.of(Fraction(str(_SHARES[profession][0])))
    target = None if profession is Profession.OTHER else Value.of(2)
    baseline_cost, cost = (Value.of(tkr * 100_000) for tkr in _COSTS_TKR[profession])
    fields = {
        "profession": profession,
        "share": share,
        "share_year_ago": year_ago,
        "change_on_year_pp": share.minus(year_ago),
        "baseline_share": baseline,
        "change_on_baseline_pp": share.minus(baseline),
        "national_share": share,
        "target_pct": target,
        "over_target_pp": None if target is None else share.minus(target),
        "agency_cost_ore": cost,
        "baseline_cost_ore": baseline_cost,
        "cost_deviation_ore": cost.minus(baseline_cost),
        "history": series,
    }
    return ProfessionCard(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def units() -> tuple[UnitRow, ...]:
    return tuple(
        UnitRow(
            Node(code, name, NodeKind.UNIT),
            parent,
            Value.of(Fraction(share)),
            *(Value.of(tkr * 100_000) for tkr in amounts_tkr),
        )
        for code, name, parent, share, *amounts_tkr in _UNITS
    )


def overview(**changes: object) -> Overview:
    fields = {
        "selection": resolved(),
        "cards": tuple(card(profession) for profession in Profession),
        "events": (
            Event(Month(2016, 9), "Nationellt beslut om oberoende"),
            Event(Month(2017, 10), "Tak på 15 hyrläkare i primärvården"),
            Event(Month(2018, 2), "Sex åtgärdspaket beslutade"),
        ),
        "worst": units(),
        "movers": tuple(sorted(units(), key=lambda row: -abs(Fraction(row.change_on_month_ore.number or 0)))),
        "freshness": (source("PV", "Primärvården"), source("OS", "Östersunds sjukhus"), heroma()),
        "unmapped": Unmapped((UnmappedItem("account", "40119", 4_211_300, 0), UnmappedItem("code", "X9", 0, 51_200))),
    }
    return Overview(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def source(scope: str, name: str, **changes: object) -> SourceFreshness:
    fields = {
        "source": Source.LEDGER,
        "scope": scope,
        "scope_name": name,
        "first_month": FIRST,
        "last_month": DECEMBER,
        "missing_months": (),
        "last_status": MonthStatus.OPEN,
        "loaded_at": datetime(2019, 1, 14, 8, 12, tzinfo=UTC),
        "actor_name": "Karin Ek",
        "file_name": f"huvudbok-{scope.lower()}-2018-12.xlsx",
    }
    return SourceFreshness(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def heroma() -> SourceFreshness:
    return source(
        "HS", "Hälso- och sjukvård", source=Source.HEROMA, missing_months=(Month(2018, 3),),
        last_status=MonthStatus.PRELIMINARY, file_name="heroma-2018-12.xlsx",
    )  # fmt: skip


def catalogue() -> Catalogue:
    nodes = [
        NodeChoice(REGION, 0),
        NodeChoice(HEALTH_CARE, 1),
        NodeChoice(PRIMARY_CARE, 2),
        NodeChoice(MEDICINE, 2),
        *(NodeChoice(row.node, 3) for row in units()),
    ]
    return Catalogue(tuple(month_range(FIRST, DECEMBER)), tuple(nodes), "Region Demo")


_COST_KR = {
    "pv": (63_765_000, 70_255_000, 39_910_000),
    "os": (44_055_000, 68_220_000, 68_810_000),
    "ssk": (15_945_000, 47_255_000, 22_830_000),
    "ovr": (4_090_000, 4_155_000, 2_510_000),
}
_COST_ROWS = (
    ("lak", "Inhyrda läkare", Profession.DOCTOR, ("pv", "os")),
    ("pv", "Varav Primärvården", Profession.DOCTOR, ("pv",)),
    ("os", "Varav Östersunds sjukhus", Profession.DOCTOR, ("os",)),
    ("ssk", "Inhyrda sjuksköterskor", Profession.NURSE, ("ssk",)),
    ("ovr", "Inhyrd övrig personal", Profession.OTHER, ("ovr",)),
    ("sum", "Summa", None, ("pv", "os", "ssk", "ovr")),
)


def goal_table(**changes: object) -> GoalTable:
    fields = {
        "selection": resolved(),
        "months": DECEMBER.year_to_date(),
        "baseline_year": 2015,
        "cost_rows": tuple(cost_row(*row) for row in _COST_ROWS),
        "outcomes": outcomes(),
        "nodes": tuple(choice.node for choice in catalogue().nodes),
        "hours_per_week": Fraction(40),
        "data_status": MonthStatus.CLOSED,
        "unmapped": Unmapped(()),
        "source_loads": (load(1), load(2)),
    }
    return GoalTable(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def cost_row(key: str, name: str, profession: Profession | None, parts: tuple[str, ...]) -> CostRow:
    baseline, previous, current = (Value.of(sum(_COST_KR[part][at] for part in parts) * 100) for at in range(3))
    amounts = zip((2015, 2017, 2018), (baseline, previous, current), strict=True)
    months = tuple(each for year, value in amounts for each in _spread(value, Month(year, 12).year_to_date()))
    return CostRow(
        goal=goal(key, name, GoalMeasure.AGENCY_COST, profession, in_cost_table=True, is_part=key in {"pv", "os"}),
        baseline_ore=baseline,
        previous_ore=previous,
        current_ore=current,
        change_ore=current.minus(previous),
        change_pct=current.relative_to(previous),
        deviation_ore=current.minus(baseline),
        deviation_pct=current.relative_to(baseline),
        is_sum=key == "sum",
        sums=(SumBehind("agency", "ore", months),),
    )


def _spread(value: Value, months: tuple[Month, ...]) -> tuple[MonthAmount, ...]:
    total = int(value.number or 0)
    each = total // len(months)
    first = total - each * (len(months) - 1)
    return tuple(MonthAmount(month, each if at else first) for at, month in enumerate(months))


def goal(key: str, name: str, measure: GoalMeasure, profession: Profession | None = None, **more: object) -> Goal:
    fields = {"deadline": DECEMBER, "node": "HS", "source_text": "Slutrapport 2016 till 2018, avsnitt 3.1"}
    return Goal(key=key, name=name, measure=measure, profession=profession, **{**fields, **more})  # type: ignore[arg-type]  # the builder takes any field


def outcomes() -> tuple[GoalOutcome, ...]:
    return (
        _share_goal("nat-ssk", "Nationella målet, sjuksköterskor", Profession.NURSE, "3.7", 617_027_027),
        _share_goal("nat-lak", "Nationella målet, läkare", Profession.DOCTOR, "16.7", 651_017_964),
        GoalOutcome(
            goal(
                "strategic", "Oberoende av distriktsläkare och allmänsjuksköterskor", GoalMeasure.UNDEFINED,
                undefined_reason="oberoende definierades aldrig, så det finns inget mått att räkna fram",
            ),
            GoalStatus.NOT_EVALUABLE, DECEMBER, _undefined(), _undefined(), _undefined(), (), ("nat-lak", "nat-ssk"),
        ),
        _judged(goal("weeks", "Hyrläkarveckor i primärvården", GoalMeasure.WORKED_WEEKS, node="PV",
                     direction=Direction.BELOW, target=Decimal(700)), 610, 700,
                (SumBehind("external_hours", "centihours", _spread(Value.of(2_440_000), DECEMBER.year_to_date())),)),
        _judged(goal("st", "ST-läkare", GoalMeasure.MANUAL, direction=Direction.AT_LEAST, target=Decimal(60)), 49, 60,
                (), is_met=False),
    )  # fmt: skip


def _share_goal(key: str, name: str, profession: Profession, share: str, total_kr: int) -> GoalOutcome:
    window = DECEMBER.window()
    agency = Value.of(round(total_kr * Fraction(share)))
    own = Value.of(total_kr * 100).minus(agency)
    sums = (SumBehind("agency", "ore", _spread(agency, window)), SumBehind("own", "ore", _spread(own, window)))
    of = goal(key, name, GoalMeasure.SHARE_OF_TOTAL_R12, profession, target=Decimal(2))
    return _judged(of, Fraction(share), 2, sums, is_met=False)


def _judged(
    of: Goal, outcome: Fraction | int, target: int, sums: tuple[SumBehind, ...], *, is_met: bool = True
) -> GoalOutcome:
    status = GoalStatus.MET if is_met else GoalStatus.NOT_MET
    value, wanted = Value.of(outcome), Value.of(target)
    return GoalOutcome(of, status, DECEMBER, value, wanted, value.minus(wanted), sums)


def _undefined() -> Value:
    return Value(None, MissingReason.NOT_DEFINED)


def load(number: int) -> LoadRecord:
    months = tuple(str(month) for month in Month(2018, 12).window())
    return LoadRecord(
        source=Source.LEDGER, scope="PV", file_name=f"huvudbok-{number}.xlsx", sha256="0" * 64, content_hash="0" * 64,
        profile="raindance", profile_version=1, months=months, rows=4_812, total=9_120_331_00, id=number,
        actor_name="Karin Ek", actor_role="controller", loaded_at=datetime(2019, 1, 14, 8, 12, tzinfo=UTC),
        current_months=months,
    )  # fmt: skip
