"""What a change of the mappings does to Heroma's own costs, which Avstämning holds against the ledger's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Employment, Profession
from bemanning.services.figures import Figures
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.source_values import PROFESSION_WORDS, source_values, total


@dataclass(frozen=True, slots=True)
class HeromaEffect:
    """Heroma's cost of one profession (None: their sum) over twelve months, öre: own staff's wages, or externals'."""

    profession: Profession | None
    employment: Employment
    before_ore: Value
    after_ore: Value

    @property
    def change_ore(self) -> Value:
        """How the cost changes, öre; missing where it is missing before or after."""
        return self.after_ore.minus(self.before_ore)


def heroma_effect(
    before: Figures, now: ResolvedSelection, after: Figures, then: ResolvedSelection
) -> tuple[HeromaEffect, ...]:
    """Give the costs that become others, own staff's first."""
    every = (_effect(before, now, after, then, employment) for employment in (Employment.OWN, Employment.EXTERNAL))
    return tuple(each for effects in every for each in effects if each.before_ore != each.after_ore)


def _effect(
    before: Figures, now: ResolvedSelection, after: Figures, then: ResolvedSelection, employment: Employment
) -> Iterator[HeromaEffect]:
    for profession in (*Profession, None):
        old, new = _cost(before, now, profession, employment), _cost(after, then, profession, employment)
        yield HeromaEffect(profession, employment, old, new)


def _cost(
    figures: Figures, selection: ResolvedSelection, profession: Profession | None, employment: Employment
) -> Value:
    words = PROFESSION_WORDS if profession is None else (profession.value,)
    values = source_values(figures, selection.node.code, selection.view, words)
    read = values.wages if employment is Employment.OWN else values.external_cost
    return total([read(month) for month in selection.month.window()])
