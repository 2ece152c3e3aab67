"""What files are called: what, as of when, about whom. The day they were made is added where they are made."""

from __future__ import annotations

import re
import unicodedata

from bemanning.domain.vocabulary import Profession, Span
from bemanning.presentation.address import MEASURE_WORDS, PROFESSION_WORDS, word_for
from bemanning.services.resolved import ResolvedSelection
from bemanning.services.trend import Trend, TrendLine


def file_slug(text: str) -> str:
    """Turn a code or a name into what every file system takes: "Hälso- och sjukvård" → "halso-och-sjukvard"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def selection_stem(what: str, selection: ResolvedSelection, *, has_profession: bool = True) -> str:
    """Name a screen's file without its day: enheter_2018-12_hs_lakare, or …_kant-2019-01-31 as known then."""
    profession = selection.profession if has_profession else None
    return _stem(what, selection, selection.node.code, profession)


def history_stem(what: str, selection: ResolvedSelection) -> str:
    """Name a file of months without its day: oversikt_2018-12_hs, or …_alla-ar where others leave months out."""
    return f"{selection_stem(what, selection)}{_years(selection)}"


def trend_stem(trend: Trend) -> str:
    """Name a trend's file without its day: trend_hyrkostnad_2018-12_hs_lakare, and whether something is compared."""
    stem = history_stem(_trend_word(trend), trend.selection)
    return f"{stem}_jamforelse" if len(trend.lines) > 1 else stem


def line_stem(trend: Trend, line: TrendLine) -> str:
    """Name the file of one of a trend's lines without its day."""
    stem = _stem(_trend_word(trend), trend.selection, line.node.code, line.profession)
    return f"{stem}{_years(trend.selection)}"


def _trend_word(trend: Trend) -> str:
    return f"trend_{word_for(trend.choice, MEASURE_WORDS)}"


def _years(selection: ResolvedSelection) -> str:
    return "_alla-ar" if selection.span is Span.ALL and selection.is_long else ""


def _stem(what: str, selection: ResolvedSelection, node: str, profession: Profession | None) -> str:
    known = None if selection.known_on is None else f"kant-{selection.known_on}"
    parts = (what, str(selection.month), file_slug(node), word_for(profession, PROFESSION_WORDS), known)
    return "_".join(part for part in parts if part)
