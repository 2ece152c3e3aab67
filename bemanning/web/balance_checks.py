"""A balance list is received, held against what is loaded, and answered. Nothing is kept, so readers may ask too."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import unquote

from flask import Flask, Response, jsonify, request

from bemanning.domain.errors import UserError
from bemanning.presentation.addresses import BALANCE_PATH
from bemanning.presentation.balance_panel import SCOPE, balance_answer
from bemanning.presentation.balance_words import balance_sentence
from bemanning.presentation.fault_texts import placed_text
from bemanning.presentation.sent import as_sent
from bemanning.presentation.texts import actions as texts
from bemanning.services.services import Services
from bemanning.services.upload import Upload
from bemanning.web.actions import is_ours, problems


def register_balance_checks(server: Flask, services: Services) -> None:
    """Receive lists, by POST alone. Answers {answer: components, words: the sentence}, or {problems: […]}."""

    def receive() -> Response | tuple[Response, int]:
        if not is_ours():
            return problems([texts.NOT_OURS], HTTPStatus.FORBIDDEN)
        upload = Upload(unquote(request.headers.get("X-File-Name", "")), request.stream.read, request.content_length)
        try:
            check = services.check_balance(upload, request.args.get(SCOPE) or None)
        except UserError as error:
            # The request went well: this is the answer to what the file holds, and no error in the browser's log.
            return problems([placed_text(fault) for fault in error.faults], HTTPStatus.OK)
        return jsonify({"answer": as_sent(balance_answer(check)), "words": balance_sentence(check)})

    server.add_url_rule(BALANCE_PATH, "balance", receive, methods=["POST"])
