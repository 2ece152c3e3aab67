"""What changes data from a screen: a form is posted, something is done in someone's name, words come back.

assets/actions.js posts the form's fields and shows the answer. Nothing else than these routes changes data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import TypeVar

from flask import Flask, Response, jsonify, request
from werkzeug.datastructures import MultiDict

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.month import Month
from bemanning.presentation.actions import SIGNATURE
from bemanning.presentation.fault_texts import fault_text
from bemanning.presentation.texts import actions as texts
from bemanning.services.services import Services

# A page of another host can't set it without asking this one first, and this one never says yes.
REQUESTED_WITH, OURS = "X-Requested-With", "bemanning"
# Until there is a sign-in, what is done on a screen is done in this role, in the name that was written there.
SCREEN_ROLE = "skärm"
LONGEST_NAME = 100

# So much of a word that no form of ours sends is told.
_SHOWN = 20

Choice = TypeVar("Choice")
Form = MultiDict[str, str]


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, in Swedish, and where to go. href: an address of ours; None: the screen is drawn anew."""

    message: str
    href: str | None = None


def chosen(form: Form, name: str, words: Mapping[str, Choice]) -> Choice | None:
    """Give what a field's word stands for; None where nothing is chosen. Raises UserError(CHOICE_TEXT) for another."""
    text = form.get(name, "")
    if text and text not in words:
        raise not_offered(text)
    return words.get(text)


def not_offered(text: str) -> UserError:
    """Give the error for a word that no form of ours offers."""
    return UserError([Fault(FaultCode.CHOICE_TEXT, {"text": text[:_SHOWN]})])


def no_month(text: str) -> UserError:
    """Give the error for what can't be read as a month."""
    return UserError([Fault(FaultCode.MONTH_TEXT, {"text": text[:_SHOWN]})])


def month_in(text: str) -> Month:
    """Read a field's month. Raises UserError(MONTH_TEXT)."""
    try:
        return Month.parse(text)
    except ValueError:
        raise no_month(text) from None


# Raises UserError for what can't be done; then nothing was changed.
Action = Callable[[Services, Actor, Form], Done]


def register_actions(server: Flask, services: Services, actions: Mapping[str, Action]) -> None:
    """Serve each action on its path, by POST alone."""
    for path, action in actions.items():
        server.add_url_rule(path, f"action{path}", partial(_act, services, action), methods=["POST"])


def is_ours() -> bool:
    """Tell whether a request that changes something comes from our own page."""
    return request.headers.get(REQUESTED_WITH) == OURS


def signed(name: str) -> Actor | None:
    """Give who signs, or None without a name that can stand in the log."""
    shown = " ".join("".join(character if character.isprintable() else " " for character in name).split())
    return Actor(shown, SCREEN_ROLE) if 0 < len(shown) <= LONGEST_NAME else None


def problems(words: Sequence[str], status: HTTPStatus) -> tuple[Response, int]:
    """Answer with what is wrong, for the form to show."""
    return jsonify({"problems": list(words)}), status


def _act(services: Services, action: Action) -> Response | tuple[Response, int]:
    if not is_ours():
        return problems([texts.NOT_OURS], HTTPStatus.FORBIDDEN)
    actor = signed(request.form.get(SIGNATURE, ""))
    if actor is None:
        return problems([texts.NAME_MISSING], HTTPStatus.BAD_REQUEST)
    try:
        done = action(services, actor, _typed(request.form))
    except UserError as error:
        return problems([fault_text(fault) for fault in error.faults], HTTPStatus.CONFLICT)
    return jsonify({"message": done.message, "href": done.href})


def _typed(form: Form) -> Form:
    """Give the fields without NUL: nobody types it, and PostgreSQL takes no text that holds one."""
    return MultiDict((name, text.replace("\0", "")) for name, text in form.items(multi=True))
