"""Mappning: what no mapping knows, every mapping there is, and what has been done with them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Value
from bemanning.services.figures import Figures
from bemanning.services.mapping_history import MappingEvent, mapping_history
from bemanning.services.unmapped import Unmapped
from bemanning.services.unnamed_suppliers import UnnamedSupplier
from bemanning.store import Session

PERCENT = 100


@dataclass(frozen=True, slots=True)
class MappingBoard:
    """The whole screen. unmapped and suppliers: sums over everything loaded, largest first.

    accounts_share_pct: the unmapped accounts' part of all loaded cost, own and agency and everything else; missing
    where nothing is loaded or it sums to nothing. names: (kind, code) → name, where the mappings know one.
    history: every change, newest first. months: from the first loaded to the last; none where nothing is loaded.
    """

    unmapped: Unmapped
    suppliers: tuple[UnnamedSupplier, ...]
    accounts_share_pct: Value
    names: dict[tuple[str, str], str]
    mappings: MappingSet
    history: tuple[MappingEvent, ...]
    months: tuple[Month, ...]

    @property
    def is_loaded(self) -> bool:
        """Tell whether anything is loaded."""
        return bool(self.months)


def mapping_board(
    session: Session,
    figures: Figures | None,
    mappings: MappingSet,
    unmapped: Unmapped,
    suppliers: tuple[UnnamedSupplier, ...],
) -> MappingBoard:
    """Answer the screen. An empty store is an answer too: mappings can be made before anything is loaded."""
    return MappingBoard(
        unmapped=unmapped,
        suppliers=suppliers,
        accounts_share_pct=_share(figures, unmapped),
        names=known_names(mappings),
        mappings=mappings,
        history=mapping_history(session),
        months=() if figures is None else figures.months,
    )


def _share(figures: Figures | None, unmapped: Unmapped) -> Value:
    if figures is None:
        return Value(None, MissingReason.MONTHS_NOT_LOADED)
    total = sum(int(array.sum()) for array in figures.cost.values())
    if not total:
        return Value(None, MissingReason.ZERO_DENOMINATOR)
    return Value(Fraction(PERCENT * unmapped.accounts_ore, total))


def known_names(mappings: MappingSet) -> dict[tuple[str, str], str]:
    """Give the names that the tables hold: of an account or a code, one that it has in some month."""
    names = {("account", rule.account): rule.name for rule in mappings.accounts or () if rule.name}
    names |= {("code", rule.code): rule.name for rule in mappings.codes or () if rule.name}
    return names | {("unit", node.code): node.name for node in mappings.nodes or ()}
