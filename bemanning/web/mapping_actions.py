"""Mappning's changes: a proposal is saved in somebody's name; a filled-in workbook is received and kept."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import unquote, urlencode

from flask import Flask, Response, jsonify, request

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.presentation.address import read_address
from bemanning.presentation.addresses import MAPPING_FILE_PATH, MAPPING_SAVE_PATH
from bemanning.presentation.fault_texts import placed_text
from bemanning.presentation.mapping_effect_panel import SEEN
from bemanning.presentation.mapping_links import MappingLinks
from bemanning.presentation.mapping_proposed import proposal_of
from bemanning.presentation.mapping_saved import saved_text
from bemanning.presentation.mapping_words import read_mapping_words, read_number
from bemanning.presentation.texts import actions as texts
from bemanning.services.services import Services
from bemanning.services.upload import Upload
from bemanning.web.actions import Action, Done, Form, is_ours, problems


def _save(services: Services, actor: Actor, form: Form) -> Done:
    """Save what the form's words propose: the same words as the address that showed the effect."""
    links = _links(urlencode(list(form.items(multi=True))))
    proposal = proposal_of(links.words, services.mapping_board().mappings)
    seen = read_number(form.get(SEEN))
    if proposal is None or seen is None:
        raise UserError([Fault(FaultCode.DATA_CHANGED)])
    return Done(saved_text(services.save_mappings(proposal, seen, actor)), links.plain())


MAPPING_ACTIONS: dict[str, Action] = {MAPPING_SAVE_PATH: _save}


def register_mapping_upload(server: Flask, services: Services) -> None:
    """Receive workbooks, as they are. Nothing is changed by it, so nobody signs."""

    def receive() -> Response | tuple[Response, int]:
        if not is_ours():
            return problems([texts.NOT_OURS], HTTPStatus.FORBIDDEN)
        upload = Upload(unquote(request.headers.get("X-File-Name", "")), request.stream.read, request.content_length)
        try:
            kept = services.keep_mapping_workbook(upload)
        except UserError as error:
            # The request went well: this is the answer to what the file holds, and no error in the browser's log.
            return problems([placed_text(fault) for fault in error.faults], HTTPStatus.OK)
        return jsonify({"href": _links(request.query_string.decode()).workbook(kept.token)})

    server.add_url_rule(MAPPING_FILE_PATH, "mapping_file", receive, methods=["POST"])


def _links(query: str) -> MappingLinks:
    address = read_address(query)
    return MappingLinks(address.selection, read_mapping_words(address.words))
