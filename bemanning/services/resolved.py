"""A selection with every default filled in, as the answers carry it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.organisation import Node
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession, Span
from bemanning.services.figures import Figures, is_preliminary

MONTHS_IN_SPAN = 5 * MONTHS_IN_YEAR


@dataclass(frozen=True, slots=True)
class ResolvedSelection:
    """What an answer is about. `is_preliminary`: some month of the year that ends here may still change.

    path: the node and everything above it, nearest first. earliest_month, latest_month: the first and last
    month with anything loaded.
    known_on: the day that everything is told as of; None for what is known now.
    """

    month: Month
    node: Node
    path: tuple[Node, ...]
    definition: Definition
    view: OrganisationView
    profession: Profession | None
    earliest_month: Month
    latest_month: Month
    is_preliminary: bool
    known_on: date | None = None
    span: Span = Span.FIVE_YEARS

    @property
    def first_shown(self) -> Month:
        """The first month of what is told month by month; the last is the selection's."""
        return self.month.plus(1 - MONTHS_IN_SPAN) if self.leaves_out else self.earliest_month

    @property
    def leaves_out(self) -> bool:
        """Tell whether there are months before those that are shown."""
        return self.span is not Span.ALL and self.is_long

    @property
    def is_long(self) -> bool:
        """Tell whether the span makes a difference."""
        return self.earliest_month < self.month.plus(1 - MONTHS_IN_SPAN)


def resolve(figures: Figures, selection: Selection) -> ResolvedSelection:
    """Fill in the defaults. Raises UserError(NODE_UNKNOWN) for a node that the organisation lacks.

    Default month: the last month with a ledger loaded (the last with anything, where there is no ledger).
    """
    month = selection.month or figures.latest_ledger
    node = _node(figures, selection.node)
    path = figures.tree(selection.view, month).path(node.code)
    return ResolvedSelection(
        month=month,
        node=node,
        path=tuple(figures.organisation.by_code[code] for code in path),
        definition=selection.definition or figures.settings.definition,
        view=selection.view,
        profession=selection.profession,
        earliest_month=figures.first,
        latest_month=figures.latest,
        is_preliminary=is_preliminary(figures, month.window()),
        known_on=selection.known_on,
        span=selection.span,
    )


def _node(figures: Figures, code: str | None) -> Node:
    known = figures.organisation.by_code
    if code is not None and code not in known:
        raise UserError([Fault(FaultCode.NODE_UNKNOWN, {"node": code})])
    return figures.health_care if code is None else known[code]
