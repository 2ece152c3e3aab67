"""Why a figure is missing, in Swedish."""

from collections.abc import Iterator, Sequence

from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Value
from bemanning.presentation.numbers import months_text

_REASONS = {
    MissingReason.MONTHS_NOT_LOADED: "månader är inte inlästa",
    MissingReason.ZERO_DENOMINATOR: "det finns ingen kostnad att jämföra med",
    MissingReason.NOT_IN_ORGANISATION: "enheten finns inte i organisationen då",
    MissingReason.NOT_DEFINED: "måttet är inte definierat",
    MissingReason.NOT_ENTERED: "inget utfall är inmatat",
    MissingReason.NOT_IN_EXPORT: "filen har ingen sådan kolumn",
    MissingReason.TOO_FEW_MONTHS: "för få månader att jämföra med",
}


def reason_text(value: Value) -> str:
    """Say why the value is missing, months by name; empty where there is a number."""
    if value.reason is None:
        return ""
    if value.reason is MissingReason.MONTHS_NOT_LOADED and value.missing_months:
        return listed([_not_loaded(months, names) for names, months in _by_scopes(value).items()])
    return _REASONS[value.reason]


def _by_scopes(value: Value) -> dict[tuple[str, ...], list[Month]]:
    """Group the months by the scopes that lack them, none named where all do; as the first month of each comes."""
    found: dict[tuple[str, ...], list[Month]] = {}
    for month in sorted(value.missing_months):
        names = tuple(gap.scope_name for gap in value.gaps if month in gap.months)
        found.setdefault(names, []).append(month)
    return found


def _not_loaded(months: Sequence[Month], names: Sequence[str]) -> str:
    words = f"{spans_text(months)} är inte {'inläst' if len(months) == 1 else 'inlästa'}"
    return f"{words} för {listed(names)}" if names else words


def listed(parts: Sequence[str]) -> str:
    """Join words as in a sentence: a, b och c."""
    return " och ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def spans_text(months: Sequence[Month]) -> str:
    """Name months, a run by its ends: mars 2018, maj to juli 2018."""
    return ", ".join(months_text(first, last) for first, last in _spans(sorted(months)))


def _spans(months: Sequence[Month]) -> Iterator[tuple[Month, Month]]:
    first = previous = None
    for month in months:
        if first is not None and previous is not None and month.index != previous.index + 1:
            yield first, previous
            first = None
        first, previous = first or month, month
    if first is not None and previous is not None:
        yield first, previous
