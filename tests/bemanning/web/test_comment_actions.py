"""Comments written, reworded and withdrawn by what a form posts."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from bemanning.domain.actor import Actor
from bemanning.domain.comment import Comment
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Profession
from bemanning.web.actions import register_actions
from bemanning.web.comment_actions import COMMENT_ACTIONS
from tests.builders.services import BuiltServices

KIM = Actor("Kim", "skärm")


def post(services: BuiltServices, path: str, **fields: str) -> TestResponse:
    server = Flask(__name__)
    register_actions(server, services, COMMENT_ACTIONS)
    headers = {"X-Requested-With": "bemanning"}
    return server.test_client().post(f"/kommentarer/{path}", data={"namn": "Kim", **fields}, headers=headers)


@pytest.mark.parametrize(
    ("path", "fields", "done", "message"),
    [
        (
            "skriv",
            {"enhet": "HS", "manad": "2018-12", "yrkesgrupp": "ssk", "text": "Två vakanser"},
            ("write_comment", Comment("HS", Month(2018, 12), Profession.NURSE, "Två vakanser"), KIM),
            "Kommentaren är sparad.",
        ),
        (
            "skriv",
            {"enhet": "HS", "manad": "2018-12", "yrkesgrupp": "", "text": "Två vakanser"},
            ("write_comment", Comment("HS", Month(2018, 12), None, "Två vakanser"), KIM),
            "Kommentaren är sparad.",
        ),
        ("andra", {"kommentar": "7", "text": "Tre"}, ("reword_comment", 7, "Tre", KIM), "Kommentaren är ändrad."),
        ("ta-bort", {"kommentar": "7"}, ("withdraw_comment", 7, KIM), "Kommentaren är borttagen."),
    ],
)
def test_what_is_posted_is_done(path: str, fields: dict[str, str], done: tuple[object, ...], message: str) -> None:
    services = BuiltServices()
    response = post(services, path, **fields)
    assert services.done == [done]
    assert response.json is not None
    assert response.json["message"].startswith(message)
    assert response.json["href"] is None


@pytest.mark.parametrize(
    ("path", "fields", "words"),
    [
        ("skriv", {"enhet": "HS", "manad": "december", "text": "Hej"}, "December är ingen månad"),
        ("skriv", {"enhet": "HS", "manad": "2018-12", "yrkesgrupp": "kock"}, "Kock är inget av formulärets val."),
        ("andra", {"kommentar": "sju", "text": "Hej"}, "har ändrats eller tagits bort"),
        ("ta-bort", {}, "har ändrats eller tagits bort"),
    ],
)
def test_what_no_form_of_ours_posts_is_refused_in_words(path: str, fields: dict[str, str], words: str) -> None:
    services = BuiltServices()
    response = post(services, path, **fields)
    assert (response.status_code, services.done) == (409, [])
    assert response.json is not None
    assert words in response.json["problems"][0]
