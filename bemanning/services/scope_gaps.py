"""Which scopes lack a month that others have: why a figure of several is missing, though its month is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from bemanning.domain.month import Month
from bemanning.domain.value import ScopeGap
from bemanning.domain.vocabulary import OrganisationView, Source
from bemanning.services.figures import Figures


def scope_gaps(
    figures: Figures, node: str, sources: Iterable[Source], view: OrganisationView, months: Iterable[Month]
) -> tuple[ScopeGap, ...]:
    """Tell which of the node's scopes lack which of the months, in any of the sources that a figure is made of.

    A month that all of them lack is no gap of any: nothing but the month is wanted then. So a unit has none.
    """
    if len(figures.scopes) == 1 or figures.is_unit(node):
        return ()
    lacking: dict[str, list[Month]] = {}
    asked = tuple(sources)
    for month in months:
        for name in _lacking(figures, node, asked, view, month):
            lacking.setdefault(name, []).append(month)
    return tuple(ScopeGap(name, tuple(found)) for name, found in lacking.items())


def _lacking(
    figures: Figures, node: str, sources: tuple[Source, ...], view: OrganisationView, month: Month
) -> Iterator[str]:
    """Name the scopes that lack the month, as the region declares them; none where all do."""
    if not figures.covers(month):
        return
    rows, column = figures.rows_under(node, view, month), figures.column(month)
    scopes = figures.unit_scopes[rows, column]
    known = np.all([figures.unit_presence(source)[rows, column] for source in sources], axis=0)
    without = set(scopes[~known].tolist())
    if without != set(scopes.tolist()):
        yield from (figures.scopes[position].name for position in sorted(without))
