"""Enheter's files: the same words in the address as on the screen, so that the file is what was seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

from flask import Flask, Response, request, send_file

from bemanning.domain.errors import UserError
from bemanning.domain.selection import Selection
from bemanning.export.exported_file import ExportedFile
from bemanning.export.unit_files import unit_csv, unit_workbook
from bemanning.presentation.address import read_address
from bemanning.presentation.addresses import UNITS_CSV_PATH, UNITS_XLSX_PATH
from bemanning.presentation.fault_texts import fault_text
from bemanning.presentation.unit_words import TreeWords, read_tree_words, tree_word_problems
from bemanning.services.comments import Comments
from bemanning.services.services import Services
from bemanning.web.error_pages import refusal_page

# What is asked for → the file.
Make = Callable[[Selection, TreeWords], ExportedFile]


def register_unit_downloads(server: Flask, services: Services) -> None:
    """Serve the workbook and the CSV file."""

    def said(selection: Selection) -> Comments:
        return services.comments(selection.alone())

    def workbook(selection: Selection, words: TreeWords) -> ExportedFile:
        drill = services.drill_down(selection, words.cell, None) if words.cell else None
        return unit_workbook(services.unit_tree(selection), drill, words, said(selection), datetime.now(UTC))

    def text(selection: Selection, words: TreeWords) -> ExportedFile:
        return unit_csv(services.unit_tree(selection), words, said(selection), datetime.now(UTC))

    server.add_url_rule(UNITS_XLSX_PATH, "units_xlsx", lambda: _download(workbook))
    server.add_url_rule(UNITS_CSV_PATH, "units_csv", lambda: _download(text))


def _download(make: Make) -> Response:
    address = read_address(request.query_string.decode())
    if problems := (*address.problems, *tree_word_problems(address.words)):
        return refusal_page(problems)
    try:
        made = make(address.selection, read_tree_words(address.words))
    except UserError as error:
        return refusal_page([fault_text(fault) for fault in error.faults])
    return send_file(BytesIO(made.content), mimetype=made.media_type, as_attachment=True, download_name=made.file_name)
