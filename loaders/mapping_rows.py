"""Each sheet of the mapping workbook, row by row, to the domain's rules."""

from __future__ import annotations

from decimal import Decimal

from bemanning.domain.faults import FaultCode
from bemanning.domain.goal import Direction, Event, Goal, GoalMeasure
from bemanning.domain.mapping import AccountRule, CodeRule, Scope, Setting, SupplierAlias, UnitAlias
from bemanning.domain.mapping_sheets import (
    COST_KIND_WORDS,
    DIRECTION_WORDS,
    GOAL_MEASURE_WORDS,
    NODE_KIND_WORDS,
    PROFESSION_WORDS,
)
from bemanning.domain.month import ALWAYS_TO
from bemanning.domain.organisation import Edge, Node
from bemanning.domain.vocabulary import CostKind, NodeKind, Profession
from loaders.mapping_cells import RowCells

_NO_PROFESSION: dict[str, Profession | None] = {**PROFESSION_WORDS}
_MEASURED = (GoalMeasure.SHARE_OF_TOTAL_R12, GoalMeasure.AGENCY_COST, GoalMeasure.WORKED_WEEKS, GoalMeasure.MANUAL)


def account_rule(cells: RowCells) -> AccountRule:
    """Read a row of Konton. Kind "övrigt" has no profession, every other kind must have one."""
    kind = cells.word("Kostnadsslag", COST_KIND_WORDS, CostKind.OTHER)
    profession = cells.word("Yrkesgrupp", _NO_PROFESSION, None)
    if cells.knows("Kostnadsslag", COST_KIND_WORDS) and (kind is CostKind.OTHER) == bool(cells.text("Yrkesgrupp")):
        cells.fault(FaultCode.MAPPING_PROFESSION, "Yrkesgrupp", kind=cells.text("Kostnadsslag"))
    return AccountRule(cells.text("Konto"), kind, profession, cells.text("Benämning"), *cells.span())


def code_rule(cells: RowCells) -> CodeRule:
    """Read a row of Befattningar."""
    profession = cells.word("Yrkesgrupp", PROFESSION_WORDS, Profession.OTHER)
    return CodeRule(cells.text("Kod"), profession, cells.text("Benämning"), *cells.span())


def node(cells: RowCells) -> Node:
    """Read a row of Enheter."""
    return Node(cells.text("Kod"), cells.text("Namn"), cells.word("Nivå", NODE_KIND_WORDS, NodeKind.UNIT))


def edge(cells: RowCells) -> Edge:
    """Read a row of Organisation."""
    return Edge(cells.text("Enhet"), cells.text("Överordnad"), *cells.span())


def unit_alias(cells: RowCells) -> UnitAlias:
    """Read a row of Heromaenheter."""
    return UnitAlias(cells.text("Heromaenhet"), cells.text("Ansvar"), *cells.span())


def supplier_alias(cells: RowCells) -> SupplierAlias:
    """Read a row of Leverantörer."""
    return SupplierAlias(cells.text("Skrivs i exporten"), cells.text("Leverantör"), *cells.span())


def scope(cells: RowCells) -> Scope:
    """Read a row of Omfattningar."""
    return Scope(cells.text("Kod"), cells.text("Namn"), cells.text("Enhet"), cells.yes("Förvald"))


def event(cells: RowCells) -> Event:
    """Read a row of Händelser."""
    return Event(cells.month("Månad", ALWAYS_TO), cells.text("Händelse"), cells.text("Källa"))


def setting(cells: RowCells) -> Setting:
    """Read a row of Inställningar."""
    return Setting(cells.text("Nyckel"), cells.text("Värde"), *cells.span())


def goal(cells: RowCells) -> Goal:
    """Read a row of Mål. A measured goal needs a target or the baseline, not both; an undefined one a reason."""
    measure = cells.word("Mått", GOAL_MEASURE_WORDS, GoalMeasure.UNDEFINED)
    result = Goal(
        key=cells.text("Nyckel"),
        name=cells.text("Mål"),
        measure=measure,
        node=cells.text("Enhet"),
        deadline=cells.month("Senast", ALWAYS_TO),
        profession=cells.word("Yrkesgrupp", _NO_PROFESSION, None),
        direction=cells.word("Riktning", DIRECTION_WORDS, Direction.AT_MOST),
        target=cells.number("Målvärde"),
        target_is_baseline=cells.yes("2015 års nivå"),
        position=_position(cells),
        in_cost_table=cells.yes("I kostnadstabellen"),
        is_part=cells.yes("Varav"),
        definition_text=cells.text("Definition"),
        source_text=cells.text("Källa"),
        undefined_reason=cells.text("Varför ej utvärderbart"),
        manual_outcome=cells.number("Utfall"),
    )
    if cells.knows("Mått", GOAL_MEASURE_WORDS):
        _check_goal(result, cells)
    return result


def _position(cells: RowCells) -> int:
    number = cells.number("Ordning") or Decimal()
    if number != int(number):
        cells.fault(FaultCode.MAPPING_NUMBER, "Ordning", heading="Ordning", value=cells.text("Ordning"))
    return int(number)


def _check_goal(result: Goal, cells: RowCells) -> None:
    has_target = bool(cells.text("Målvärde"))
    if result.measure in _MEASURED and has_target == result.target_is_baseline:
        lack = "target" if not has_target else "one_target"
        cells.fault(FaultCode.MAPPING_GOAL_INCOMPLETE, "Målvärde", goal=result.name, lack=lack)
    if result.measure is GoalMeasure.UNDEFINED and not result.undefined_reason:
        cells.fault(FaultCode.MAPPING_GOAL_INCOMPLETE, "Varför ej utvärderbart", goal=result.name, lack="reason")
