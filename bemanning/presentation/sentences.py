"""Standing in words: "16,7 %: 14,7 procentenheter över målet, ner på ett år"."""

from __future__ import annotations

from fractions import Fraction

from bemanning.domain.rounding import round_half_away
from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Definition
from bemanning.presentation.missing import listed, reason_text
from bemanning.presentation.numbers import month_text, number_text, share_text
from bemanning.presentation.texts.common import DEFINITION_WORDS, LATEST_YEARS, PROFESSION_NAMES
from bemanning.services.overview import Overview, ProfessionCard

# The national target is about share_of_total; said where the shares beside it are not.
_OF_TOTAL = {Definition.TOTAL: "", Definition.OWN: " (som gäller andel av total)"}


def card_sentence(card: ProfessionCard, definition: Definition) -> str:
    """Say where the profession stands against the target and against a year ago. The share stands above it."""
    if card.share.number is None:
        return f"Ingen hyrandel: {reason_text(card.share)}."
    words = ", ".join(part for part in (target_words(card.over_target_pp, definition), trend_words(card)) if part)
    return f"{words[:1].upper()}{words[1:]}."


def target_words(over_target_pp: Value | None, definition: Definition) -> str:
    """Say how far from the target, as printed: over, under or level with it. Empty where there is no target."""
    if over_target_pp is None:
        return ""
    if over_target_pp.number is None:
        return f"kan inte jämföras med målet ({reason_text(over_target_pp)})"
    if _rounds_to_zero(over_target_pp.number):
        return f"i nivå med målet{_OF_TOTAL[definition]}"
    side = "över" if over_target_pp.number > 0 else "under"
    return f"{_points(over_target_pp.number)} {side} målet{_OF_TOTAL[definition]}"


def trend_words(card: ProfessionCard) -> str:
    """Say the change on a year: up, down, unchanged as printed, or why there is none."""
    change = card.change_on_year_pp
    if change.number is None:
        return f"ingen jämförelse med året före ({reason_text(change)})"
    if _rounds_to_zero(change.number):
        return "oförändrat på ett år"
    return f"{'upp' if change.number > 0 else 'ner'} {_points(change.number)} på ett år"


def headline(overview: Overview) -> str:
    """Say in one sentence how the professions with a national target stand."""
    judged = [
        card for card in overview.cards if card.over_target_pp is not None and card.over_target_pp.number is not None
    ]
    over = [card for card in judged if _number(card) > 0]
    under = [card for card in judged if _number(card) <= 0]
    if not judged:
        return f"Ingen hyrandel att jämföra med målet för {month_text(overview.selection.month, long=True)}"
    if not over:
        return f"{listed([PROFESSION_NAMES[card.profession] for card in under])} når målet"
    missed = listed([_named_distance(card, first=card is over[0]) for card in over])
    reached = f"; {listed([PROFESSION_NAMES[card.profession].lower() for card in under])} når målet" if under else ""
    return f"{missed}{reached}{_OF_TOTAL[overview.selection.definition]}"


def chart_summary(overview: Overview) -> str:
    """Say what the large chart shows, profession by profession."""
    definition = DEFINITION_WORDS[overview.selection.definition]
    parts = [_chart_part(card) for card in overview.cards if card.share.number is not None]
    if not parts:
        return f"Ingen hyrandel {definition} kan visas för {month_text(overview.selection.month, long=True)}."
    highest = f", de högsta under {LATEST_YEARS}" if overview.selection.leaves_out else ""
    return f"{'. '.join(parts)}. Andelarna är {definition}{highest}."


def _chart_part(card: ProfessionCard) -> str:
    known = [pair for pair in zip(card.history.numbers, card.history.months, strict=True) if pair[0] is not None]
    now = f"{PROFESSION_NAMES[card.profession]}: {share_text(card.share.number)}"
    base = card.baseline_share.number
    level = "" if base is None else f", 2015 års nivå {share_text(base)}"
    if not known:
        return now + level
    peak, month = max(known)
    return f"{now}, som högst {share_text(peak)} i {month_text(month)}{level}"


def _named_distance(card: ProfessionCard, *, first: bool) -> str:
    name, distance = PROFESSION_NAMES[card.profession], _number(card)
    if first:
        return f"{name} ligger {_points(distance)} över målet"
    return f"{name.lower()} {number_text(distance, 1)}"


def _number(card: ProfessionCard) -> Fraction:
    over = card.over_target_pp.number if card.over_target_pp is not None else None
    return Fraction(0) if over is None else over


def _points(difference: Fraction) -> str:
    return f"{number_text(abs(difference), 1)}\u00a0procentenheter"


def _rounds_to_zero(number: Fraction) -> bool:
    return round_half_away(number, 1) == 0
