"""Inläsning's callbacks, asked as the browser asks them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from dash import Dash, html
from flask.testing import FlaskClient

from bemanning.domain.job import JobKind, JobStatus
from bemanning.presentation.loading_jobs import Seen, seen
from bemanning.services.job import Job
from bemanning.store import LoadRecord
from pages import loading
from tests.builders import answers
from tests.builders.loading import job, report
from tests.builders.services import BuiltServices

Ask = Callable[..., dict[str, Any]]


class ManyLoads(BuiltServices):
    """A finished check, and thirty loads."""

    shown: tuple[Job, ...] = (job(2), job(1))

    def jobs(self) -> tuple[Job, ...]:
        return self.shown

    def loads(self) -> list[LoadRecord]:
        return [replace(answers.load(1), id=number) for number in range(30, 0, -1)]


@pytest.fixture
def services() -> ManyLoads:
    return ManyLoads()


@pytest.fixture
def client(services: ManyLoads) -> Iterator[FlaskClient]:
    app = Dash(__name__, suppress_callback_exceptions=True)
    app.layout = html.Div()
    loading.register(app, services)
    with app.server.test_client() as opened:
        yield opened


def ask(client: FlaskClient, asked: str, value: Any, state: dict[str, Any] | None = None) -> dict[str, Any]:
    """Call the callback whose input this is; gives its answer, or nothing where nothing is to be drawn."""
    callbacks = json.loads(client.get("/_dash-dependencies").text)
    (found,) = (each for each in callbacks if [f"{i['id']}.{i['property']}" for i in each["inputs"]] == [asked])
    outputs = found["output"].strip(".").split("...")
    body = {
        "output": found["output"],
        "outputs": [dict(zip(("id", "property"), each.rsplit(".", 1), strict=True)) for each in outputs],
        "inputs": [{**found["inputs"][0], "value": value}],
        "state": [{**each, "value": (state or {}).get(each["id"])} for each in found["state"]],
        "changedPropIds": [asked],
    }
    if len(outputs) == 1:
        body["outputs"] = body["outputs"][0]
    answer: dict[str, Any] = json.loads(client.post("/_dash-update-component", json=body).text or "{}")
    return answer


def poll(client: FlaskClient, before: Seen) -> dict[str, Any]:
    return ask(client, "loading-poll.n_intervals", 1, {"loading-seen": before})


def test_nothing_is_drawn_while_nothing_happens(client: FlaskClient, services: ManyLoads) -> None:
    assert poll(client, seen(services.jobs()))["response"] == {}


def test_a_card_is_drawn_alone_when_its_check_ends(client: FlaskClient, services: ManyLoads) -> None:
    running = replace(job(2), status=JobStatus.RUNNING, report=None)
    answer = poll(client, seen((running, job(1))))
    assert list(answer["sideUpdate"]) == ['{"job":2,"type":"loading-card"}']
    response = answer["response"]
    assert response["loading-seen"]["data"] == seen(services.jobs())
    assert response["loading-poll"]["disabled"] is True
    assert response["loading-headline"]["children"] == "2 filer väntar på ditt beslut"
    assert "frame-redraw" not in response


def test_the_screen_is_drawn_anew_when_a_load_ends_or_a_file_comes(client: FlaskClient, services: ManyLoads) -> None:
    before = replace(job(2), kind=JobKind.LOAD, status=JobStatus.RUNNING, report=None)
    services.shown = (job(2, kind=JobKind.LOAD, report=report(load_id=3)), job(1))
    assert poll(client, seen((before, job(1))))["response"]["frame-redraw"]["data"] > 0
    new = poll(client, seen((job(1),)))
    assert new["response"]["frame-redraw"]["data"] > 0
    assert "sideUpdate" not in new


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ({"source": "ledger", "scope": "PV", "month": "2018-12"}, "ledger-pv-2018-12.xlsx"),
        ({"source": "ledger", "scope": "PV", "month": "1999-12"}, None),
        (None, None),
    ],
)
def test_a_cell_opens_its_month(client: FlaskClient, cell: dict[str, str] | None, words: str | None) -> None:
    shown = ask(client, "loading-cell.data", cell)["response"]["loading-month"]["children"]
    assert (shown is None) == (words is None)
    assert words is None or words in json.dumps(shown)


def test_older_loads_are_shown_on_demand(client: FlaskClient) -> None:
    for clicks, rows, is_all in ((1, 24, False), (2, 30, True)):
        answer = ask(client, "loading-more.n_clicks", clicks)["response"]
        assert json.dumps(answer["loading-history-rows"]).count('"has-detail"') == rows
        assert answer["loading-more"]["hidden"] is is_all
