"""Files to take away: the same selection words in the address as on the screens."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from flask import Flask, Response, request, send_file

from bemanning.domain.errors import UserError
from bemanning.presentation.address import read_address
from bemanning.presentation.addresses import GOAL_WORKBOOK_PATH
from bemanning.presentation.fault_texts import fault_text
from bemanning.services.goal_attainment import GoalTable
from bemanning.services.services import Services
from bemanning.web.error_pages import refusal_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# A goal table → the workbook's file name and content.
GoalWorkbook = Callable[[GoalTable], tuple[str, bytes]]


def register_downloads(server: Flask, services: Services, goal_workbook: GoalWorkbook) -> None:
    """Serve the goal workbook."""

    @server.get(GOAL_WORKBOOK_PATH)
    def download_goal_workbook() -> Response:
        address = read_address(request.query_string.decode())
        if address.problems:
            return refusal_page(address.problems)
        try:
            name, content = goal_workbook(services.goal_table(address.selection))
        except UserError as error:
            return refusal_page([fault_text(fault) for fault in error.faults])
        return send_file(BytesIO(content), mimetype=XLSX, as_attachment=True, download_name=name)
