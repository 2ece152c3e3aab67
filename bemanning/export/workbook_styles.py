"""The look of every workbook: colours, number formats and cell formats, by name."""

from __future__ import annotations

from functools import cache
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

FONT = "Calibri"
# Navy on white carries 12:1; the pale fills keep dark text above 9:1. Blue and orange are told apart by everyone.
NAVY, INK, GREY, RULE = "#1F3A5F", "#1B1B1B", "#595959", "#BFC8D2"
PALE, MET_FILL, NOT_MET_FILL, BLANK_FILL = "#EEF2F6", "#DCE9F7", "#FCE4D0", "#FFF3C4"
MET_INK, NOT_MET_INK = "#0B3C6F", "#7A3300"

# Units as number formats write them. ",," shows an amount in kronor as millions, "%" a fraction as percent.
MKR_BARE, MKR_UNIT, PERCENT_UNIT = ",,", ',,"\u00a0mkr"', '"\u00a0"%'
POINTS_UNIT, WEEKS_UNIT = '"\u00a0procentenheter"', '"\u00a0veckor"'
# Swedish: LibreOffice takes decimal comma and thousands' spaces from it, Excel from the reader's own settings.
_SWEDISH = "[$-41D]"


def number_format(decimals: int = 0, unit: str = "", *, plus: bool = False, word: str = "") -> str:
    """Give a number format with a true minus sign, a unit, a plus where asked and a word before the number."""
    number = "#,##0" + ("." + "0" * decimals if decimals else "") + unit
    signs = ("+", "\u2212", "") if plus else ("", "\u2212")
    # Word and sign share one pair of quotes: two pairs side by side would be read as a quote inside the text.
    starts = (f"{word} {sign}" if word else sign for sign in signs)
    return ";".join(_SWEDISH + (f'"{start}"' if start else "") + number for start in starts)


MKR = number_format(1, MKR_BARE)
PERCENT = number_format(0, PERCENT_UNIT)
KR, KR_ORE = number_format(), number_format(2, '"\u00a0kr"')
HOURS, HOURS_UNIT = number_format(2), number_format(2, '"\u00a0timmar"')
MOMENT = "yyyy-mm-dd hh:mm"

_BASE: dict[str, Any] = {"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "vcenter"}
_NAMED: dict[str, dict[str, Any]] = {
    "text": {},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "title": {"font_size": 20, "bold": True, "font_color": NAVY},
    "section": {"font_size": 14, "bold": True, "font_color": NAVY},
    "label": {"font_color": GREY},
    "fact": {"bold": True, "align": "left"},
    "note": {"font_color": GREY, "font_size": 10, "text_wrap": True, "valign": "top"},
    "small": {"font_color": GREY, "font_size": 10, "text_wrap": True, "valign": "top", "indent": 1},
    "heading": {"indent": 1, "bold": True, "font_color": "#FFFFFF", "bg_color": NAVY, "text_wrap": True},
    "number_heading": {
        "bold": True, "font_color": "#FFFFFF", "bg_color": NAVY, "text_wrap": True, "align": "right", "indent": 1,
    },
    "cell": {"indent": 1, "bottom": 1, "bottom_color": RULE},
    "blank": {"indent": 1, "bottom": 1, "bottom_color": RULE, "bg_color": BLANK_FILL},
    "strong": {"indent": 1, "bold": True, "bottom": 1, "bottom_color": RULE},
    "part": {"indent": 3, "bottom": 1, "bottom_color": RULE},
    "sum": {"indent": 1, "bold": True, "top": 2, "top_color": NAVY, "bottom": 2, "bottom_color": NAVY,
            "bg_color": PALE},
    "cell_text": {"indent": 1, "bottom": 1, "bottom_color": RULE, "text_wrap": True, "valign": "top", "align": "left"},
    "goal": {"indent": 1, "bold": True, "top": 1, "top_color": RULE, "text_wrap": True},
    "goal_number": {"indent": 1, "top": 1, "top_color": RULE, "align": "right"},
    "goal_text": {"indent": 1, "top": 1, "top_color": RULE, "align": "left", "text_wrap": True},
    "offered": {"indent": 3, "text_wrap": True},
    "offered_number": {"indent": 1, "align": "right"},
    "offered_text": {"indent": 1, "align": "left", "text_wrap": True},
    "optional": {"indent": 1, "bold": True, "font_color": NAVY, "bg_color": PALE, "text_wrap": True},
    "plain": {"align": "left"},
    "to_fill": {"align": "left", "bg_color": BLANK_FILL, "bottom": 1, "bottom_color": RULE},
    "met": {"font_color": MET_INK, "bg_color": MET_FILL, "bold": True},
    "not_met": {"font_color": NOT_MET_INK, "bg_color": NOT_MET_FILL, "bold": True},
}  # fmt: skip


class Styles:
    """The cell formats of one workbook, made when first asked for."""

    def __init__(self, workbook: Workbook) -> None:
        """Belong to a workbook: a format can't be shared between two."""
        self._workbook = workbook
        self._made = cache(self._make)

    def get(self, name: str, number_format: str = "") -> Format:
        """Give a named format; with a number format its numbers stand to the right ("@": text)."""
        return self._made(name, number_format)

    def _make(self, name: str, number_format: str) -> Format:
        extra: dict[str, Any] = {"num_format": number_format} if number_format else {}
        if number_format not in {"", "@"}:
            extra["align"] = "right"
        return self._workbook.add_format({**_BASE, **_NAMED[name], **extra})
