from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bemanning.web.unit_downloads import register_unit_downloads
from tests.builders.services import BuiltServices, EmptyServices


@pytest.fixture
def client() -> Iterator[FlaskClient]:
    server = Flask(__name__)
    register_unit_downloads(server, BuiltServices())
    with server.test_client() as client:
        yield client


@pytest.mark.parametrize("query", ["manad=2018-09", "manad=2018-09&underlag=PV&period=2018-09"])
@pytest.mark.parametrize("extension", ["xlsx", "csv"])
def test_the_file_is_named_by_what_and_when(client: FlaskClient, query: str, extension: str) -> None:
    response = client.get(f"/export/enheter.{extension}?{query}")
    assert response.status_code == 200
    assert "filename=enheter_2018-09_hs_" in response.headers["Content-Disposition"]
    assert response.headers["Content-Disposition"].endswith(f".{extension}")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("manad=september", "kan inte läsas"),
        ("sortera=storlek", "”storlek” finns inte"),
        ("period=nov", "”nov” kan inte läsas"),
        ("enhet=X", "Enheten X finns inte"),
    ],
)
def test_what_cannot_be_handed_out_is_told(client: FlaskClient, query: str, words: str) -> None:
    response = client.get(f"/export/enheter.xlsx?{query}")
    assert (response.status_code, words in response.text) == (400, True)


def test_an_empty_store_has_no_file() -> None:
    server = Flask(__name__)
    register_unit_downloads(server, EmptyServices())
    assert "Ingenting är inläst" in server.test_client().get("/export/enheter.csv").text
