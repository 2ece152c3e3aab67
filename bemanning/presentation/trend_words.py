"""What a trend says in words: the headline, a sentence for each line, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from bemanning.domain.month import Month
from bemanning.domain.value import MissingReason, Value, missing_together
from bemanning.domain.vocabulary import TrendMeasure
from bemanning.presentation.measure_scale import Scale, scale_of
from bemanning.presentation.measures import MEASURE_NAMES
from bemanning.presentation.missing import reason_text, spans_text
from bemanning.presentation.numbers import month_text, share_text
from bemanning.presentation.texts import trend as texts
from bemanning.presentation.texts.common import DEFINITION_LONG, LATEST_YEARS, PROFESSION_NAMES, VIEW_WORDS
from bemanning.services.trend import Trend, TrendLine

_DEVIATIONS = frozenset({TrendMeasure.COST_DEVIATION, TrendMeasure.SHARE_DEVIATION})


def is_deviation(trend: Trend) -> bool:
    """Tell whether the numbers are differences from 2015, which are written with their sign."""
    return trend.choice in _DEVIATIONS


def trend_scale(trend: Trend) -> Scale:
    """Choose one scale for everything that the trend shows."""
    numbers = [point.r12.number or point.monthly.number for line in trend.lines for point in line.points]
    return scale_of(trend.measure.unit, _largest(numbers), is_deviation=is_deviation(trend))


def amount_scale(trend: Trend) -> Scale:
    """Choose the scale for what came in and fell out."""
    amounts = [point.came_in.number for line in trend.lines for point in line.points]
    return scale_of(trend.amount_unit, _largest(amounts))


def _largest(numbers: Iterable[Fraction | None]) -> float:
    """Give the largest, whatever its sign, near enough to choose a unit by."""
    return max((abs(number.numerator) / number.denominator for number in numbers if number is not None), default=0.0)


def subject(line: TrendLine) -> str:
    """Name what a line is about: Läkare, Primärvården."""
    profession = texts.ALL_PROFESSIONS if line.profession is None else PROFESSION_NAMES[line.profession]
    return f"{profession}, {line.node.name}"


def definition_words(trend: Trend) -> str:
    """Say what the measure is, with the definition of the share where one is."""
    return texts.DEFINITIONS[trend.measure.key].format(share=DEFINITION_LONG[trend.selection.definition])


def about(trend: Trend) -> str:
    """Say what the screen is about."""
    selection = trend.selection
    return texts.ABOUT.format(
        subject=subject(trend.lines[0]), month=month_text(selection.month, long=True),
        definition=definition_words(trend), view=VIEW_WORDS[selection.view],
    )  # fmt: skip


def headline(trend: Trend) -> str:
    """Say in a line where the selection's own stands, and how it has moved."""
    line, name = trend.lines[0], MEASURE_NAMES[trend.measure.key]
    if line.now.number is None:
        return texts.NO_VALUE.format(measure=name, month=month_text(trend.selection.month, long=True))
    scale = trend_scale(trend)
    return ", ".join([f"{name}: {scale.text(line.now.number)}", *_moved(line, scale)])


def line_sentence(trend: Trend, line: TrendLine) -> str:
    """Say what one chart shows; the line's name stands above it, or in the screen's own words."""
    month = month_text(trend.selection.month, long=True)
    if line.now.number is None:
        return f"Ingen uppgift för tolv månader till och med {month}: {reason_text(line.now)}."
    scale = trend_scale(trend)
    now = f"{scale.text(line.now.number)} under tolv månader till och med {month}"
    change = _moved(line, scale) or [f"ingen jämförelse med året före ({reason_text(line.year_ago)})"]
    stands = " och ".join([*_against_level(trend, line, scale), *_against_target(line)])
    sentences = [
        f"{', '.join([now, *change])}.",
        f"{_capital(stands)}." if stands else "",
        _highest(trend, line, scale),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def missing_notes(trend: Trend) -> list[str]:
    """Name every month that is missing, and every month that has no twelve months behind it, with whom it is about."""
    subjects: dict[str, list[str]] = {}
    for line in trend.lines:
        for note in _line_notes(line):
            subjects.setdefault(note, []).append(subject(line))
    everyone = len(trend.lines)
    return [
        f"{note}." if len(names) == everyone else f"{'; '.join(names)}: {note}." for note, names in subjects.items()
    ]


def _line_notes(line: TrendLine) -> Iterator[str]:
    monthly = [(point.month, point.monthly) for point in line.points]
    for reason in dict.fromkeys(value.reason for _, value in monthly if value.reason is not None):
        yield _why(reason, {month: value for month, value in monthly if value.reason is reason})
    if lacking := [point.month for point in line.points if _lacks_year(point.r12)]:
        yield texts.NO_R12.format(months=spans_text(lacking))


def _lacks_year(value: Value) -> bool:
    return value.reason is MissingReason.MONTHS_NOT_LOADED


def _why(reason: MissingReason, monthly: dict[Month, Value]) -> str:
    why = reason_text(missing_together(reason, monthly.values()))
    return why if reason is MissingReason.MONTHS_NOT_LOADED else f"{_capital(why)} ({spans_text([*monthly])})"


def _moved(line: TrendLine, scale: Scale) -> list[str]:
    change = line.change_on_year.number
    if change is None:
        return []
    if scale.is_level(change):
        return ["oförändrat på ett år"]
    return [f"{'upp' if change > 0 else 'ner'} {scale.distance(change)} på ett år"]


def _against_level(trend: Trend, line: TrendLine, scale: Scale) -> list[str]:
    """Compare with 2015; a deviation is that comparison already."""
    change, level = line.change_on_baseline.number, texts.LEVELS[trend.measure.key]
    if is_deviation(trend) or change is None:
        return []
    return [_stands(change, f"{level} ({scale.text(line.baseline.number)})", scale)]


def _against_target(line: TrendLine) -> list[str]:
    if line.target_pct is None:
        return []
    target = f"målet högst {share_text(line.target_pct.number, 0)}"
    over = line.now.minus(line.target_pct).number
    return [] if over is None else [_stands(over, target, scale_of("pct", over))]


def _stands(difference: Fraction, level: str, scale: Scale) -> str:
    if scale.is_level(difference):
        return f"i nivå med {level}"
    return f"{scale.distance(difference)} {'över' if difference > 0 else 'under'} {level}"


def _highest(trend: Trend, line: TrendLine, scale: Scale) -> str:
    known: Iterable[tuple[Fraction, Month]] = (
        (point.r12.number, point.month) for point in line.points if point.r12.number is not None
    )
    number, month = max(known)
    years = f"{LATEST_YEARS} " if trend.selection.leaves_out else ""
    return f"{_capital(years + 'som')} högst {scale.text(number)}, till och med {month_text(month, long=True)}."


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
