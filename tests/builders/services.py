"""Services that stand at the port and answer with built answers."""

from __future__ import annotations

from dataclasses import replace

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.selection import Selection
from bemanning.services.catalogue import Catalogue
from bemanning.services.drill_down import DrillCell, DrillDown
from bemanning.services.goal_attainment import GoalTable
from bemanning.services.overview import Overview
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.trend import Trend, trend
from bemanning.services.unit_tree import UnitTree
from tests.builders import answers, trends


class BuiltServices:
    """Answers every question from `answers`, resolved for the selection asked about."""

    def data_version(self) -> int:
        return 1

    def catalogue(self) -> Catalogue:
        return answers.catalogue()

    def overview(self, selection: Selection) -> Overview:
        return answers.overview(selection=self._resolve(selection))

    def trend(self, selection: Selection) -> Trend:
        resolved = self._resolve(selection)
        return trend(trends.figures(), replace(selection, month=resolved.month, node=resolved.node.code))

    def goal_table(self, selection: Selection) -> GoalTable:
        return answers.goal_table(selection=self._resolve(selection))

    def unit_tree(self, selection: Selection) -> UnitTree:
        return answers.unit_tree(selection=self._resolve(selection))

    def drill_down(self, selection: Selection, cell: DrillCell, most: int | None = None) -> DrillDown:
        assert most is None or most > 0
        return answers.drill(cell, selection=self._resolve(replace(selection, node=cell.node)))

    def _resolve(self, selection: Selection) -> ResolvedSelection:
        nodes = {choice.node.code: choice.node for choice in answers.catalogue().nodes}
        node = selection.node or "HS"
        if node not in nodes:
            raise UserError([Fault(FaultCode.NODE_UNKNOWN, {"node": node})])
        return replace(
            answers.resolved(),
            month=selection.month or answers.DECEMBER,
            node=nodes[node],
            definition=selection.definition or answers.resolved().definition,
            view=selection.view,
            profession=selection.profession,
        )


class EmptyServices(BuiltServices):
    """A store in which nothing has been loaded."""

    def catalogue(self) -> Catalogue:
        raise UserError([Fault(FaultCode.NOTHING_LOADED)])

    def _resolve(self, _selection: Selection) -> ResolvedSelection:
        raise UserError([Fault(FaultCode.NOTHING_LOADED)])
