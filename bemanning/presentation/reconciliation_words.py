"""What Avstämning says in words: the headline, each deviation, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.value import MissingReason, Value, missing_together
from bemanning.kpi.reconciliation import LEAST_MONTHS
from bemanning.presentation.measure_scale import scale_of
from bemanning.presentation.missing import reason_text, spans_text
from bemanning.presentation.numbers import month_text, number_text, percent_int_text
from bemanning.presentation.texts import reconciliation as texts
from bemanning.presentation.texts.common import PROFESSION_NAMES, VIEW_WORDS
from bemanning.services.compared import Compared, ComparedLine, ComparedMonth, Deviation, DeviationKind
from bemanning.services.reconciliation import Reconciliation

# So many deviations that each can be read; the rest is counted.
MOST_TOLD = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A deviation with what it is about."""

    is_own: bool
    line: ComparedLine
    month: ComparedMonth
    deviation: Deviation


def told(answer: Reconciliation) -> list[Told]:
    """Give every deviation, the largest amount first; those of unknown amount last."""
    found = [
        Told(is_own, line, month, month.deviation)
        for is_own, lines in ((True, answer.own), (False, answer.bought))
        for line in lines
        for month in line.months
        if month.deviation is not None
    ]
    return sorted(found, key=_size, reverse=True)


def _size(each: Told) -> Fraction:
    return abs(each.deviation.excess_ore.number or Fraction(0))


def headline(answer: Reconciliation) -> str:
    """Say in a line whether the sources agree."""
    if len(answer.loaded) < 2:  # noqa: PLR2004 - the two sources
        return next((texts.ONLY_ONE[source] for source in answer.loaded), texts.NEITHER)
    deviations = told(answer)
    if deviations:
        largest = texts.LARGEST.format(
            subject=subject(deviations[0].line).lower(), month=month_text(deviations[0].month.month, long=True)
        )
        words = texts.ONE_DEVIATES if len(deviations) == 1 else texts.SEVERAL_DEVIATE
        return words.format(count=len(deviations), largest=largest)
    return texts.AGREES if _is_judged(answer) else texts.NOT_JUDGED


def about(answer: Reconciliation) -> str:
    """Say what the screen is about."""
    selection = answer.selection
    profession = texts.ALL_PROFESSIONS
    if selection.profession is not None:
        profession = PROFESSION_NAMES[selection.profession].lower()
    return texts.ABOUT.format(
        node=selection.node.name, profession=profession, month=month_text(selection.month, long=True),
        view=VIEW_WORDS[selection.view],
    )  # fmt: skip


def subject(line: ComparedLine) -> str:
    """Name a line."""
    return texts.TOTAL if line.profession is None else PROFESSION_NAMES[line.profession]


def sentence(each: Told) -> str:
    """Say what deviates, by how much, and what that comes to."""
    name = f"{subject(each.line)}, {month_text(each.month.month, long=True)}"
    words = (texts.OWN_SENTENCES if each.is_own else texts.BOUGHT_SENTENCES)[each.deviation.kind].format(
        quotient=quotient_text(each.month.figures, each.month.figures.quotient),
        usual=quotient_text(each.month.figures, each.line.usual),
        departure=departure_text(each.deviation.departure_pct.number),
    )
    return " ".join([f"{name}: {words}", *_excess(each.deviation.excess_ore.number)])


def mark(deviation: Deviation, *, is_own: bool) -> str:
    """Say in a few words, beside a month's figures, how it deviates."""
    words = (texts.OWN_MARKS if is_own else texts.BOUGHT_MARKS)[deviation.kind]
    return words.format(departure=departure_text(deviation.departure_pct.number))


def supplier_mark(figures: Compared) -> str:
    """Say where a supplier has only invoiced or only worked; empty where it has both."""
    if figures.ledger_ore.number and figures.heroma.number:
        return ""
    kind = DeviationKind.ONLY_LEDGER if figures.ledger_ore.number else DeviationKind.ONLY_HEROMA
    return texts.BOUGHT_MARKS[kind]


def quotient_text(figures: Compared, quotient: Value) -> str:
    """Write a quotient: 1,44, or 1 474 kr per timme."""
    if figures.per == 1:
        return number_text(quotient.number, 2)
    return scale_of("ore_per_hour", Fraction(0)).text(quotient.number)


def departure_text(departure_pct: Fraction | None) -> str:
    """Write how far from the usual: 12 % över."""
    number = departure_pct or Fraction(0)
    return (texts.BELOW if number < 0 else texts.ABOVE).format(pct=percent_int_text(abs(number)))


def notes(answer: Reconciliation) -> list[str]:
    """Name what is missing, per source, and why nothing is judged where nothing is."""
    own, bought = answer.own[-1].months, answer.bought[-1].months
    columns = {
        texts.NOTE_LEDGER: [month.figures.ledger_ore for month in own],
        texts.NOTE_WAGES: [month.figures.heroma for month in own],
        texts.NOTE_HOURS: [month.figures.heroma for month in bought],
    }
    missing = [note for name, values in columns.items() for note in _missing(name, values)]
    return [*missing, *([] if _is_judged(answer) else [texts.TOO_FEW.format(least=LEAST_MONTHS)])]


def _missing(name: str, values: Sequence[Value]) -> Iterator[str]:
    for reason in dict.fromkeys(value.reason for value in values if value.reason is not None):
        missing = missing_together(reason, values)
        words = reason_text(missing)
        names_months = reason is MissingReason.MONTHS_NOT_LOADED
        yield f"{name}: {words}." if names_months else f"{name}: {words} ({spans_text(missing.missing_months)})."


def _excess(excess_ore: Fraction | None) -> list[str]:
    if not excess_ore:
        return []
    words = texts.MORE_THAN_EXPECTED if excess_ore > 0 else texts.LESS_THAN_EXPECTED
    return [words.format(amount=scale_of("ore", excess_ore).distance(excess_ore))]


def _is_judged(answer: Reconciliation) -> bool:
    return any(line.usual.number is not None for line in (*answer.own, *answer.bought))
