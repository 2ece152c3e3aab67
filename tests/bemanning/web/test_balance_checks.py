"""A balance list is received from our own page, held against what is loaded, and answered with what to draw."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from bemanning.export.exported_file import XLSX
from bemanning.presentation.balance_panel import balance_answer
from bemanning.presentation.balance_words import balance_sentence
from bemanning.presentation.sent import as_sent
from bemanning.services.balance_check import BalanceCheck
from bemanning.web.balance_checks import register_balance_checks
from tests.builders import balances
from tests.builders.services import BuiltServices

PATH, OURS = "/avstamning/saldolista", {"X-Requested-With": "bemanning", "X-File-Name": "saldo%20%C3%A5r.xlsx"}


@pytest.fixture
def client() -> FlaskClient:
    server = Flask(__name__)
    register_balance_checks(server, BuiltServices())
    return server.test_client()


@pytest.mark.parametrize(
    ("query", "check"),
    [("", balances.check()), ("?omfattning=", balances.check()), ("?omfattning=PV", balances.agreeing())],
)
def test_the_answer_is_what_to_draw_and_what_to_say(client: FlaskClient, query: str, check: BalanceCheck) -> None:
    answer = client.post(PATH + query, data=b"PK", headers=OURS).json
    assert answer == {"answer": as_sent(balance_answer(check)), "words": balance_sentence(check)}


def test_the_workbook_of_an_answer_is_of_the_same_file(client: FlaskClient) -> None:
    answer = client.post("/avstamning/saldolista.xlsx?omfattning=PV", data=b"PK", headers=OURS)
    assert answer.mimetype == XLSX
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=saldolista_2018-01_2018-12_pv_")
    assert load_workbook(BytesIO(answer.data)).sheetnames == ["Avstämning", "Stämmer"]
    assert client.post("/avstamning/saldolista.xlsx", data=b"", headers=OURS).json == {
        "problems": client.post(PATH, data=b"", headers=OURS).json["problems"]  # type: ignore[index]  # as below
    }


def test_what_is_wrong_with_the_file_is_told(client: FlaskClient) -> None:
    refused = client.post(PATH, data=b"", headers=OURS)
    assert refused.status_code == 200
    assert refused.json is not None
    assert refused.json["problems"][0].startswith("Filen är tom")


def test_a_page_of_another_host_is_refused(client: FlaskClient) -> None:
    assert client.post(PATH, data=b"PK").status_code == 403
    assert client.get(PATH).status_code == 405
