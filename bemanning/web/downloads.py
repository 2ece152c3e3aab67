"""Files to take away: the same selection words in the address as on the screens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from flask import Flask, Response, request, send_file

from bemanning.domain.errors import UserError
from bemanning.domain.selection import Selection
from bemanning.presentation.address import read_address
from bemanning.presentation.addresses import GOAL_WORKBOOK_PATH
from bemanning.presentation.fault_texts import fault_text
from bemanning.services.goal_attainment import GoalTable
from bemanning.services.services import Services
from bemanning.web.error_pages import refusal_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Download:
    """A file as it is handed out."""

    name: str
    content: bytes
    media_type: str


# What a selection is asked for → its file. Raises UserError for a selection that can't be answered.
MakeDownload = Callable[[Services, Selection], Download]
# A goal table → the workbook's file name and content.
GoalWorkbook = Callable[[GoalTable], tuple[str, bytes]]


def register_downloads(
    server: Flask, services: Services, goal_workbook: GoalWorkbook, downloads: Mapping[str, MakeDownload]
) -> None:
    """Serve the goal workbook, and each of the downloads on its path."""

    def make_goal_workbook(asked: Services, selection: Selection) -> Download:
        return Download(*goal_workbook(asked.goal_table(selection)), XLSX)

    for path, make in {GOAL_WORKBOOK_PATH: make_goal_workbook, **downloads}.items():
        server.add_url_rule(path, f"download{path}", partial(_download, services, make))


def _download(services: Services, make: MakeDownload) -> Response:
    address = read_address(request.query_string.decode())
    if address.problems:
        return refusal_page(address.problems)
    try:
        made = make(services, address.selection)
    except UserError as error:
        return refusal_page([fault_text(fault) for fault in error.faults])
    return send_file(BytesIO(made.content), mimetype=made.media_type, as_attachment=True, download_name=made.name)
