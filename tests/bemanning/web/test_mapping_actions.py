"""Saving a proposal and receiving a workbook: the same words as the address, from our own page alone."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bemanning.domain.actor import Actor
from bemanning.domain.mapping import AccountRule
from bemanning.domain.vocabulary import CostKind, Profession
from bemanning.services.mapping_proposal import MappingEdit, Restoration
from bemanning.web.actions import register_actions
from bemanning.web.mapping_actions import MAPPING_ACTIONS, register_mapping_upload
from tests.builders.services import BuiltServices

OURS = {"X-Requested-With": "bemanning"}
EDIT = {"rad": "konton:40119", "gor": "spara", "slag": "hyr", "grupp": "ssk"}


@pytest.fixture
def services() -> BuiltServices:
    return BuiltServices()


@pytest.fixture
def client(services: BuiltServices) -> FlaskClient:
    server = Flask(__name__)
    register_actions(server, services, MAPPING_ACTIONS)
    register_mapping_upload(server, services)
    return server.test_client()


def test_an_edit_is_saved_as_it_was_shown(client: FlaskClient, services: BuiltServices) -> None:
    fields = {**EDIT, "namn": "Karin Ek", "sedan": "31", "enhet": "HS", "sok": "40"}
    response = client.post("/mappning/spara", data=fields, headers=OURS)
    assert response.json == {
        "message": "Sparat: 1 rad i Konton. 2 inläsningar räknades om.",
        "href": "/mappning?enhet=HS&sok=40",
    }
    edit = MappingEdit("accounts", "40119", AccountRule("40119", CostKind.AGENCY, Profession.NURSE))
    assert services.done == [("save_mappings", edit, 31, Actor("Karin Ek", "skärm"))]


def test_a_way_back_is_saved(client: FlaskClient, services: BuiltServices) -> None:
    client.post("/mappning/spara", data={"aterstall": "17", "namn": "Karin Ek", "sedan": "31"}, headers=OURS)
    assert services.done == [("save_mappings", Restoration(17), 31, Actor("Karin Ek", "skärm"))]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({**EDIT, "sedan": "30"}, "Uppgifterna har ändrats"),
        ({**EDIT, "sedan": "²"}, "Uppgifterna har ändrats"),
        ({**EDIT, "sedan": "9" * 5000}, "Uppgifterna har ändrats"),
        (EDIT, "Uppgifterna har ändrats"),
        ({"sedan": "31"}, "Uppgifterna har ändrats"),
        ({**EDIT, "slag": "", "sedan": "31"}, "Kostnadsslag saknas"),
    ],
)
def test_what_cannot_be_saved_is_told(
    client: FlaskClient, services: BuiltServices, fields: dict[str, str], problem: str
) -> None:
    response = client.post("/mappning/spara", data={**fields, "namn": "Karin Ek"}, headers=OURS)
    assert response.status_code == 409
    assert response.json is not None
    assert response.json["problems"][0].startswith(problem)
    assert services.done == []


def test_a_workbook_is_received_as_it_is(client: FlaskClient) -> None:
    headers = {**OURS, "X-File-Name": "mappning%20%C3%A5r.xlsx"}
    response = client.post("/mappning/fil?enhet=HS&tabell=organisation", data=b"PK...", headers=headers)
    # The built services give the file's name as its token.
    assert response.json == {"href": "/mappning?enhet=HS&tabell=organisation&forslag=mappning+%C3%A5r.xlsx"}


def test_a_workbook_with_faults_and_one_from_elsewhere(client: FlaskClient) -> None:
    refused = client.post("/mappning/fil", data=b"", headers=OURS)
    assert refused.status_code == 200
    assert refused.json is not None
    assert refused.json["problems"][0].startswith("Filen är tom.")
    assert client.post("/mappning/fil", data=b"PK").status_code == 403
    assert client.get("/mappning/fil", headers=OURS).status_code == 405
