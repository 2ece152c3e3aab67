"""The way in for files: streamed as they are, in constant memory, and guarded as every other change is."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from urllib.parse import unquote

from flask import Flask, Response, jsonify, request

from bemanning.domain.errors import UserError
from bemanning.presentation.addresses import UPLOAD_PATH
from bemanning.presentation.fault_texts import fault_text
from bemanning.presentation.texts import actions as action_texts
from bemanning.presentation.texts import upload as texts
from bemanning.services.services import Services
from bemanning.services.upload import Upload
from bemanning.web.actions import is_ours, problems, signed

# The body is the file and nothing else; what else there is to say is percent-encoded, since headers are not Swedish.
FILE_NAME, SIGNATURE = "X-File-Name", "X-Signature"


def register_uploads(server: Flask, services: Services) -> None:
    """Receive files, one a request: POST alone."""
    server.add_url_rule(UPLOAD_PATH, "upload", partial(_receive, services), methods=["POST"])


def _receive(services: Services) -> Response | tuple[Response, int]:
    """Answer {job: number}, or {problems: […]} in Swedish."""
    if not is_ours():
        return problems([action_texts.NOT_OURS], HTTPStatus.FORBIDDEN)
    actor = signed(unquote(request.headers.get(SIGNATURE, "")))
    if actor is None:
        return problems([texts.NAME_MISSING], HTTPStatus.BAD_REQUEST)
    name = unquote(request.headers.get(FILE_NAME, ""))
    if not name:
        return problems([texts.FILE_NAME_MISSING], HTTPStatus.BAD_REQUEST)
    upload = Upload(name, request.stream.read, request.content_length)
    try:
        job = services.receive(upload, actor)
    except UserError as error:
        words = [f"{upload.shown_name}: {fault_text(fault)}" for fault in error.faults]
        return problems(words, HTTPStatus.CONFLICT)
    return jsonify({"job": job.id})
