"""A balance list is received, held against what is loaded, and answered. Nothing is kept, so readers may ask too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from io import BytesIO
from urllib.parse import unquote

from flask import Flask, Response, jsonify, request, send_file

from bemanning.domain.errors import UserError
from bemanning.export.balance_workbook import balance_workbook
from bemanning.presentation.addresses import BALANCE_PATH, BALANCE_WORKBOOK_PATH
from bemanning.presentation.balance_panel import SCOPE, balance_answer
from bemanning.presentation.balance_words import balance_sentence
from bemanning.presentation.fault_texts import placed_text
from bemanning.presentation.sent import as_sent
from bemanning.presentation.texts import actions as texts
from bemanning.services.balance_check import BalanceCheck
from bemanning.services.services import Services
from bemanning.services.upload import Upload
from bemanning.web.actions import is_ours, problems

# What was found → what is sent back.
_Answer = Callable[[BalanceCheck], Response]


def register_balance_checks(server: Flask, services: Services) -> None:
    """Receive lists, by POST alone. Answers {answer: components, words: the sentence}, or {problems: […]}.

    The workbook of the answer is made of the same file, sent once more.
    """
    for path, name, answer in ((BALANCE_PATH, "balance", _drawn), (BALANCE_WORKBOOK_PATH, "balance_xlsx", _workbook)):
        server.add_url_rule(path, name, partial(_receive, services, answer), methods=["POST"])


def _receive(services: Services, answer: _Answer) -> Response | tuple[Response, int]:
    if not is_ours():
        return problems([texts.NOT_OURS], HTTPStatus.FORBIDDEN)
    upload = Upload(unquote(request.headers.get("X-File-Name", "")), request.stream.read, request.content_length)
    try:
        check = services.check_balance(upload, request.args.get(SCOPE) or None)
    except UserError as error:
        # The request went well: this is the answer to what the file holds, and no error in the browser's log.
        return problems([placed_text(fault) for fault in error.faults], HTTPStatus.OK)
    return answer(check)


def _drawn(check: BalanceCheck) -> Response:
    return jsonify({"answer": as_sent(balance_answer(check)), "words": balance_sentence(check)})


def _workbook(check: BalanceCheck) -> Response:
    made = balance_workbook(check, datetime.now(UTC))
    return send_file(BytesIO(made.content), mimetype=made.media_type, as_attachment=True, download_name=made.file_name)
