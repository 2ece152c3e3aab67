"""What changes data: from our own page alone, under a name, and told in words."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.services.services import Services
from bemanning.web.actions import LONGEST_NAME, Done, Form, register_actions
from tests.builders.services import BuiltServices

OURS = {"X-Requested-With": "bemanning"}


class Acted:
    """An action that notes who did what."""

    def __init__(self) -> None:
        self.noted: list[tuple[Actor, str]] = []

    def __call__(self, _services: Services, actor: Actor, form: Form) -> Done:
        if form["vad"] == "fel":
            raise UserError([Fault(FaultCode.LOAD_UNKNOWN, {"load": 7}), Fault(FaultCode.NODE_UNKNOWN, {"node": "X"})])
        self.noted.append((actor, form["vad"]))
        return Done("Klart.", "/nu")


def post(acted: Acted, fields: dict[str, str], headers: dict[str, str]) -> TestResponse:
    server = Flask(__name__)
    register_actions(server, BuiltServices(), {"/gor": acted})
    return server.test_client().post("/gor", data=fields, headers=headers)


def test_an_action_is_done_in_the_name_that_signs() -> None:
    acted = Acted()
    response = post(acted, {"namn": "  Kim  Kontrollant ", "vad": "sak"}, OURS)
    assert (response.status_code, response.json) == (200, {"message": "Klart.", "href": "/nu"})
    assert acted.noted == [(Actor("Kim Kontrollant", "skärm"), "sak")]


def test_what_no_database_or_terminal_takes_is_left_out() -> None:
    acted = Acted()
    assert post(acted, {"namn": "Kim\x00\x1b[2J Ek", "vad": "sa\x00k"}, OURS).status_code == 200
    assert acted.noted == [(Actor("Kim [2J Ek", "skärm"), "sak")]


@pytest.mark.parametrize(
    ("fields", "headers", "status", "words"),
    [
        ({"namn": "Kim", "vad": "sak"}, {}, 403, ["kom inte från Bemannings egen sida"]),
        ({"namn": "Kim", "vad": "sak"}, {"X-Requested-With": "XMLHttpRequest"}, 403, ["egen sida"]),
        ({"namn": "  ", "vad": "sak"}, OURS, 400, ["Skriv ditt namn"]),
        ({"vad": "sak"}, OURS, 400, ["Skriv ditt namn"]),
        ({"namn": "K" * (LONGEST_NAME + 1), "vad": "sak"}, OURS, 400, ["högst 100 tecken"]),
        ({"namn": "Kim", "vad": "fel"}, OURS, 409, ["7", "X"]),
    ],
)
def test_what_is_not_done_is_told_whole(
    fields: dict[str, str], headers: dict[str, str], status: int, words: list[str]
) -> None:
    acted = Acted()
    response = post(acted, fields, headers)
    assert (response.status_code, acted.noted) == (status, [])
    assert response.json is not None
    problems = response.json["problems"]
    assert len(problems) == len(words)
    assert all(word in problem for word, problem in zip(words, problems, strict=True))


def test_a_link_never_changes_anything() -> None:
    server = Flask(__name__)
    register_actions(server, BuiltServices(), {"/gor": Acted()})
    assert server.test_client().get("/gor", headers=OURS).status_code == 405
