"""Mappning's answers: a board with everything on it, and an effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

from bemanning.domain.mapping import AccountRule, CodeRule, MappingSet, SupplierAlias, UnitAlias
from bemanning.domain.month import Month, month_range
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.value import MissingReason, Value
from bemanning.domain.vocabulary import CostKind, NodeKind, Profession
from bemanning.services.mapping_board import MappingBoard, known_names
from bemanning.services.mapping_difference import RowChange
from bemanning.services.mapping_effect import EffectRow, FiguresEffect, MappingEffect
from bemanning.services.mapping_history import MappingEvent
from bemanning.services.mapping_proposal import KeptWorkbook
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.unmapped import Unmapped, UnmappedItem
from bemanning.services.unnamed_suppliers import UnnamedSupplier
from tests.builders import answers

# A share that one decimal shows, and a tenth of it, which none does.
EIGHTH = Fraction(1, 8)
# A workbook that has been thrown away.
GONE = KeptWorkbook("borta")
UNKNOWN = UnmappedItem("account", "40119", 4_211_300_00, 0)
RULE = AccountRule("40119", CostKind.AGENCY, Profession.NURSE, "Inhyrda sjuksköterskor, övrigt")
SPLIT = (
    AccountRule("4110", CostKind.OWN, Profession.DOCTOR, "Lön läkare", valid_to=Month(2017, 12)),
    AccountRule("4110", CostKind.OWN, Profession.NURSE, "Lön sjuksköterskor", Month(2018, 1)),
)
MAPPINGS = MappingSet(
    accounts=(*SPLIT, AccountRule("5000", CostKind.OTHER, None, "Lokaler")),
    codes=(CodeRule("201010", Profession.DOCTOR, "Överläkare"), CodeRule("206010", Profession.NURSE)),
    nodes=(
        answers.REGION,
        answers.HEALTH_CARE,
        answers.PRIMARY_CARE,
        Node("4101", "Hälsocentralen Ås", NodeKind.UNIT),
        Node("4190", "Ny enhet", NodeKind.UNIT),
    ),
    edges=(Edge("HS", "R"), Edge("PV", "HS"), Edge("4101", "PV", Month(2016, 1))),
    unit_aliases=(UnitAlias("H-4101", "4101"),),
    supplier_aliases=(SupplierAlias("NORRSKEN VÅRD AB", "Norrsken Vård"),),
    scopes=(),
    goals=(),
    events=(),
    settings=(),
)
UNMAPPED = Unmapped(
    (
        UNKNOWN,
        UnmappedItem("account", "4999", -12_00, 0),
        UnmappedItem("code", "X9", 0, 512_00),
        UnmappedItem("unit", "4190", 88_000_00, 0),
        UnmappedItem("unit", "H-7", 0, 12_50),
    )
)
SUPPLIERS = (UnnamedSupplier("Ålidhems Läkarpool AB", 1_250_000_00, 0), UnnamedSupplier("Älvbyn Vård", 0, 400_00))
HISTORY = (
    MappingEvent(31, datetime(2019, 1, 14, 8, 12, tzinfo=UTC), "Karin Ek", "edit", {"accounts": (2, 1)}),
    MappingEvent(
        17, datetime(2018, 12, 3, 13, 5, tzinfo=UTC), "Ola Öst", "workbook",
        {"codes": (1, 0), "edges": (0, 3)}, file_name="mappning_2018-12-03.xlsx",
    ),
    MappingEvent(9, datetime(2018, 11, 2, 9, 0, tzinfo=UTC), "Ola Öst", "restoration", {"codes": (0, 1)}, restored=4),
    MappingEvent(1, datetime(2018, 1, 2, 7, 0, tzinfo=UTC), "Bemanning", "mappings", {"codes": (17, 0)}),
)  # fmt: skip
CHANGES = (
    RowChange("accounts", AccountRule("4110", CostKind.OWN, Profession.DOCTOR, "Lön läkare"), SPLIT[0]),
    RowChange("accounts", None, SPLIT[1]),
)


def board(**changes: object) -> MappingBoard:
    fields = {
        "unmapped": UNMAPPED,
        "suppliers": SUPPLIERS,
        "accounts_share_pct": Value.of(2),
        "names": known_names(MAPPINGS),
        "mappings": MAPPINGS,
        "history": HISTORY,
        "months": tuple(month_range(Month(2018, 1), Month(2018, 12))),
    }
    return MappingBoard(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def mapped_board() -> MappingBoard:
    """Everything is mapped, and nothing has been changed yet."""
    return board(unmapped=Unmapped(()), suppliers=(), history=(), accounts_share_pct=Value.of(0))


def empty_board() -> MappingBoard:
    """Nothing is loaded, and no table has a row."""
    nothing = MappingSet(**dict.fromkeys(MappingSet.__dataclass_fields__, ()))
    missing = Value(None, MissingReason.MONTHS_NOT_LOADED)
    return replace(mapped_board(), mappings=nothing, names={}, accounts_share_pct=missing, months=())


def effect(selection: ResolvedSelection | None = None, **changes: object) -> MappingEffect:
    """An unknown account becomes nurses' agency cost, so the nurses' share rises and the doctors' stays."""
    fields = {
        "changes": (RowChange("accounts", None, RULE),),
        "figures": figures_effect(selection=selection or answers.resolved()),
        "latest_change": 31,
    }
    return MappingEffect(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def figures_effect(**changes: object) -> FiguresEffect:
    fields = {
        "selection": answers.resolved(),
        "rows": (
            effect_row(Profession.DOCTOR, ("16.7", "16.7"), (108_720_000_00, 108_720_000_00)),
            effect_row(Profession.NURSE, ("3.7", "4.4"), (22_830_000_00, 27_041_300_00)),
            effect_row(Profession.OTHER, ("0.4", "0.4"), (2_510_000_00, 2_510_000_00)),
            effect_row(None, ("8.1", "8.3"), (134_060_000_00, 138_271_300_00)),
        ),
        "months": tuple(month_range(Month(2018, 3), Month(2018, 12))),
        "loads": (answers.load(2), answers.load(1)),
        "unmapped_before": UNMAPPED,
        "unmapped_after": Unmapped(UNMAPPED.items[1:]),
        "heroma": (),
    }
    return FiguresEffect(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def effect_row(profession: Profession | None, share: tuple[str, str], cost_kr: tuple[int, int]) -> EffectRow:
    before, after = (Value(Fraction(each)) for each in share)
    return EffectRow(profession, before, after, *(Value.of(each) for each in cost_kr))
