"""Files to take away: the same selection words in the address as on the screens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO

from flask import Flask, Response, request, send_file

from bemanning.domain.errors import UserError
from bemanning.domain.selection import Selection
from bemanning.export.exported_file import ExportedFile
from bemanning.presentation.address import read_address
from bemanning.presentation.fault_texts import fault_text
from bemanning.services.services import Services
from bemanning.web.error_pages import refusal_page

# What a selection is asked for → its file. Raises UserError for a selection that can't be answered.
MakeDownload = Callable[[Services, Selection], ExportedFile]


def register_downloads(server: Flask, services: Services, downloads: Mapping[str, MakeDownload]) -> None:
    """Serve each of the downloads on its path."""
    for path, make in downloads.items():
        server.add_url_rule(path, f"download{path}", partial(_download, services, make))


def _download(services: Services, make: MakeDownload) -> Response:
    address = read_address(request.query_string.decode())
    if address.problems:
        return refusal_page(address.problems)
    try:
        made = make(services, address.selection)
    except UserError as error:
        return refusal_page([fault_text(fault) for fault in error.faults])
    return send_file(BytesIO(made.content), mimetype=made.media_type, as_attachment=True, download_name=made.file_name)
