"""The selections that are measured: every choice of a screen changed, in addresses that were never asked for before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from urllib.parse import urlencode

from bemanning.domain.month import Month
from bemanning.presentation import address
from bemanning.presentation.screen import Screen
from bemanning.services.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the server, as the frame asks it."""

    path: str
    query: str


def fresh_addresses(screen: Screen, catalogue: Catalogue, count: int) -> list[Asked]:
    """Give different addresses of a screen: a month each, and in turn one more of the choices that it heeds."""
    months = [str(month) for month in reversed(catalogue.months)]
    changes = cycle([("", ""), *_changes(screen.choices, catalogue)])
    pairs = zip(_longest(months, count), changes, strict=False)
    return [
        Asked(screen.path, "?" + urlencode([(address.MONTH, month), *([change] if change[0] else [])]))
        for month, change in islice(pairs, count)
    ]


def _longest(months: Sequence[str], count: int) -> Iterator[str]:
    """Give the months, latest first; when they run out, months before the first, which are answered as missing."""
    yield from months[:count]
    first = Month.parse(months[-1])
    yield from (str(first.plus(-step)) for step in range(1, count - len(months) + 1))


def _changes(choices: Sequence[str], catalogue: Catalogue) -> list[tuple[str, str]]:
    nodes = [choice.node.code for choice in catalogue.nodes]
    words: dict[str, Sequence[str]] = {
        address.NODE: [nodes[at * len(nodes) // 4] for at in range(4)],
        address.PROFESSION: list(address.PROFESSION_WORDS),
        address.DEFINITION: list(address.DEFINITION_WORDS),
        address.VIEW: list(address.VIEW_WORDS),
        address.MEASURE: list(address.MEASURE_WORDS),
        address.COMPARED: nodes[1:3],
        address.SPAN: list(address.SPAN_WORDS),
    }
    return [(choice, word) for choice in choices for word in words.get(choice, ())]
