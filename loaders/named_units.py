"""Units of money that are named in words above or beneath a table: "Belopp i tkr", "SEK '000", "Utfall (1000 kr)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum

from loaders.unit_words import KRONOR, LARGE, MILLION, THOUSAND, either

_KRONOR = either(*KRONOR)
_APOSTROPHE = "['\u2019\u2018\u00b4`]"
_NUMBER = either(MILLION, THOUSAND)
# No amount has a number before these: "31 tusental".
_TENS = either(r"(?:tusen|miljon|miljard)tals?|(?:1[ .]?)?(?:000[ .]?)?000[ -]{0,2}tals?")
_THOUSANDS, _MILLIONS = rf"tusen|thousands?|{_APOSTROPHE}000s?|000s", r"miljon(?:er)?|milj\.?|mio|mn|millions?"
_TIMES = either(_TENS, _THOUSANDS, _MILLIONS, r"miljard(?:er)?|mdr")
_FULL = either(
    *LARGE,
    r"md(?:kr|sek)",
    rf"{_TIMES}[ -]?(?:of )?{_KRONOR}",
    rf"{_KRONOR}[ ,(:]{{1,2}}(?:in? )?{_TIMES}",
    rf"{_KRONOR} ?{_APOSTROPHE}?000s?(?![ .]?\d)",
    rf"000s? ?{_KRONOR}",
    rf"{_APOSTROPHE}000s?",
    rf"[x\u00d7*] ?{_NUMBER}",
    rf"(?:skala|(?:skal)?faktor)\W{{1,3}}(?:1:)?{_NUMBER}",
    rf"(?:divid\w+|dela\w+) (?:med|by) {_NUMBER}",
    r"sek ?[tkm]n?(?=\s*(?:$|[)\],;]))",
)
# What each says of itself: everything, much, or little, unless it stands in its place.
_PHRASE = re.compile(
    rf"(?<![^\W_])(?:(?P<full>{_FULL})|(?P<letter>[tkm] {_KRONOR})|(?P<number>{_NUMBER} ?{_KRONOR})"
    rf"|(?P<times>{_TIMES})|(?P<plain>{_KRONOR}|öre))(?![^\W_])",
    re.IGNORECASE,
)
_IS_TENS = re.compile(_TENS, re.IGNORECASE)
_IS_LARGE = re.compile(either(*LARGE), re.IGNORECASE)

# What stands before a phrase, and ends there.
_PLACE = re.compile(
    r"(?<![^\W_])(?:in?|enhet|unit|sort|skala|(?P<amounts>belopp|amounts?|utfall|kostnad(?:er)?|budget)"
    r"|(?P<currency>valuta|currency))[\s:=(\[]{1,3}$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[(\[]\s*$")
_APART = re.compile(r"(?:^|[,;\u2013-])\s*$")
_ROUNDED = re.compile(r"avrund\w+(?: till)?:? (?:hela |närmaste )?(?:in? )?$|rounded to $", re.IGNORECASE)
_LIMIT = re.compile(
    r"(?:(?<![^\W_])(?:över|under|minst|högst|lägst|från|till|än|max|min|överstig\w+|understig\w+|mellan [\d .]+ och"
    r"|above|below|over|least|most|exceed\w+|en|ett|två|tre|fyra|fem|tio|hundra)|gräns|[<>\u2265\u2264])"
    r"[ :]*(?:\d[\d .,]*)?$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d(?:[-/]?(?:0[1-9]|1[0-3])(?:[-/]?[0-3]\d)?)?"
    r"|(?<![^\W_])(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*[ .'-]*\d\d) ?$",
    re.IGNORECASE,
)
# No unit of the amounts at all: "ej i tkr", "timmar i tusental", and the end of "0 - 1 000 kr".
_NOT = re.compile(
    r"(?<![^\W_])(?:(?:ej|inte|icke|not|från)(?: i| in)?|(?:timmar|timme|invånare|personer|besök)\b[^,;]{0,12}) ?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d(?: ?(?:kr|kronor|sek))?\s*[-\u2013]\s*$", re.IGNORECASE)
# But not those of "R12" and "Q1".
_DIGITS = re.compile(r"(?<![^\W_])\d+(?:[ .,'\u2019]\d+)*[ .,'\u2019]?$")
_COUNT = re.compile(r"(?<![\w.,])(?<!\d )\d{1,3} ?$")

# What stands after a phrase.
_CLOSING, _ENDING = re.compile(r"\s*[)\],;]"), re.compile(r"\s*(?:$|[)\],.;:])")
_YES, _NO = (
    re.compile(rf"\s*[:=]\s*(?:{words})(?![^\W_])", re.IGNORECASE)
    for words in ("ja|yes|x|sant|true", "nej|no|falskt|false")
)
_SEPARATOR = re.compile(r"avgräns|separat|skilje|mellanslag|blanksteg|punkt|komma|apostrof", re.IGNORECASE)


class _Surety(IntEnum):
    """How sure it is that a phrase is the unit of the amounts; the surest count alone."""

    SURE, UNSURE = 1, 2


def named_units(texts: Iterable[str]) -> set[str]:
    """Give every unit of money that is named, in small letters; with a question mark after what may be one or not."""
    found = [(surety, match[0].lower()) for text in texts for surety, match in _phrases(text)]
    surest = min((surety for surety, _ in found), default=None)
    mark = "?" if surest is _Surety.UNSURE else ""
    return {phrase + mark for surety, phrase in found if surety is surest}


def _phrases(text: str) -> Iterator[tuple[_Surety, re.Match[str]]]:
    for match in _PHRASE.finditer(text):
        surety = _surety(match, text[: match.start()], text[match.end() :])
        if surety is not None:
            yield surety, match


def _surety(match: re.Match[str], before: str, after: str) -> _Surety | None:
    if _NO.match(after) or _NOT.search(before) or (match["number"] and _RANGE.search(before)):
        return None
    if _ROUNDED.search(before):  # of kronor or of thousands?
        return None if match["plain"] else _Surety.UNSURE
    if _is_amount(match[0], before):
        return _Surety.UNSURE if _may_be_counted(match[0], before, after) else None
    if match["full"]:
        return _Surety.SURE
    return _where_placed(match, before, after) or _where_not(match, before, after)


def _is_amount(phrase: str, before: str) -> bool:
    """Tell whether a number or a limit stands before: "poster över 500 tkr"."""
    if _DATE.search(before) or _IS_TENS.match(phrase):
        return False
    return bool(_DIGITS.search(before) or (_LIMIT.search(before) and not _IS_LARGE.fullmatch(phrase)))


def _may_be_counted(phrase: str, before: str, after: str) -> bool:
    """Tell whether the number may be another thing's: "Prognos 2 tkr"."""
    is_small = _COUNT.search(before) and not _LIMIT.search(before)
    return bool(is_small and _IS_LARGE.fullmatch(phrase) and _ENDING.match(after))


def _where_placed(match: re.Match[str], before: str, after: str) -> _Surety | None:
    """Judge what stands within brackets, or after a word that tells a unit."""
    if _OPENING.search(before) and _CLOSING.match(after):
        return _Surety.SURE
    place = _PLACE.search(before)
    if place is None or (match["number"] and place["amounts"]):  # "Belopp: 1000 kr"
        return None
    return None if match["plain"] and place["currency"] else _Surety.SURE  # SEK may well be written in thousands


def _where_not(match: re.Match[str], before: str, after: str) -> _Surety | None:
    """Judge what stands by itself: apart from the words before it, at the end, or in the midst of a sentence."""
    is_apart = bool(_APART.search(before) or _DATE.search(before))
    is_last = not after.strip(" .:")
    if match["letter"] or (match["number"] and is_last):
        return _Surety.SURE if is_apart else _Surety.UNSURE
    return _of_times(match, is_apart, is_last or bool(_YES.match(after))) if match["times"] else None


def _of_times(match: re.Match[str], is_apart: bool, is_said: bool) -> _Surety | None:  # noqa: FBT001 -- what was found
    """Judge a number without its kronor; "Tusental: mellanslag" is about how numbers are written."""
    if _SEPARATOR.search(match.string):
        return None
    is_tens = _IS_TENS.fullmatch(match[0])
    if is_said and (is_apart or is_tens):
        return _Surety.SURE
    return _Surety.UNSURE if is_tens else None
