"""Asks the frame's callback, as the browser does: in this process, or over HTTP."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http.client import HTTPConnection
from typing import Any

from flask.testing import FlaskClient

from tests.benchmarks.addresses import Asked

CALLBACK, DEPENDENCIES = "/_dash-update-component", "/_dash-dependencies"
CONTENT = "frame-content.children"
HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate, br, zstd"}


class Question:
    """The callback's body. Made from what the application says of its callbacks, so that it follows them."""

    def __init__(self, dependencies: Sequence[Mapping[str, Any]]) -> None:
        found = next(each for each in dependencies if CONTENT in each["output"] and not each["clientside_function"])
        self._output: str = found["output"]
        self._inputs: list[dict[str, Any]] = found["inputs"]

    def body(self, asked: Asked) -> bytes:
        values = {"pathname": asked.path, "search": asked.query, "frame-theme": "light"}
        inputs = [each | {"value": values.get(each["property"], values.get(each["id"]))} for each in self._inputs]
        outputs = [each.rsplit(".", 1) for each in self._output.strip(".").split("...")]
        body = {
            "output": self._output,
            "outputs": [{"id": name, "property": key} for name, key in outputs],
            "inputs": inputs,
            "changedPropIds": ["frame-url.search"],
        }
        return json.dumps(body).encode()


def ask_here(client: FlaskClient, body: bytes) -> int:
    """Ask in this process. Gives the answer's size as sent."""
    response = client.post(CALLBACK, data=body, headers=HEADERS)
    assert response.status_code == 200, response.text
    return len(response.data)


def ask_over_http(connection: HTTPConnection, body: bytes) -> int:
    """Ask a server. Gives the answer's size as sent."""
    connection.request("POST", CALLBACK, body, HEADERS)
    response = connection.getresponse()
    assert response.status == 200, response.status
    return len(response.read())


def question_over_http(connection: HTTPConnection) -> Question:
    connection.request("GET", DEPENDENCIES)
    return Question(json.loads(connection.getresponse().read()))
