"""A new workbook in memory, and sheets set up for print: what every exported workbook has in common."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

A4 = 9
_STOCKHOLM = ZoneInfo("Europe/Stockholm")


def new_workbook(buffer: BytesIO, title: str, subject: str, made_at: datetime) -> Workbook:
    """Start a workbook that gives the same bytes for the same content: its clock is `made_at`."""
    # Data is written with write_string throughout; the options hold should a plain write slip in.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = Workbook(buffer, options)
    workbook.set_size(2400, 1400)
    workbook.set_properties(
        {"title": title, "subject": subject, "author": "Bemanning", "created": swedish_time(made_at)}
    )
    return workbook


def swedish_time(moment: datetime) -> datetime:
    """Give the moment as a Swedish clock shows it, without zone: Excel knows none."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(_STOCKHOLM).replace(tzinfo=None)


def set_up_print(sheet: Worksheet, header: str, footer: str) -> None:
    """Set A4 landscape, one page wide, no gridlines, a header and a footer with the page number."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.set_header(f"&L&9{_plain(header)}&R&9&A")
    sheet.set_footer(f"&L&9{_plain(footer)}&R&9Sida &P av &N")


def _plain(text: str) -> str:
    """Keep data from being read as header codes."""
    return text.replace("&", "&&")
