import gc
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app import PREPARATION, build_app, create_server, keep_out_of_collections
from tests.builders.services import BuiltServices, EmptyServices


def test_a_server_is_made_of_what_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEMANNING_DATABASE", f"sqlite:///{tmp_path / 'empty.db'}")
    server = create_server()
    with server.test_client() as client:
        assert client.get("/halsa").status_code == 200
    server.extensions[PREPARATION].stop()


def test_what_is_there_to_stay_is_left_out_of_later_collections() -> None:
    keep_out_of_collections()
    try:
        assert gc.get_freeze_count() > len(gc.get_objects())
    finally:
        gc.unfreeze()


@pytest.mark.parametrize(("extension", "media_type"), [("xlsx", "spreadsheetml"), ("csv", "text/csv")])
def test_a_trend_is_handed_out(extension: str, media_type: str) -> None:
    with build_app(BuiltServices()).server.test_client() as client:
        response = client.get(f"/export/trend.{extension}?matt=hyrkostnad&enhet=MED")
        assert "trend_hyrkostnad_2018-12_med_" in response.headers["Content-Disposition"]
        assert media_type in response.headers["Content-Type"]
        assert client.get(f"/export/trend.{extension}?enhet=nej").status_code == 400


@pytest.mark.parametrize(("extension", "media_type"), [("xlsx", "spreadsheetml"), ("csv", "text/csv")])
@pytest.mark.parametrize("screen", ["oversikt", "maluppfyllelse"])
def test_each_screen_of_figures_is_handed_out(screen: str, extension: str, media_type: str) -> None:
    with build_app(BuiltServices()).server.test_client() as client:
        response = client.get(f"/export/{screen}.{extension}?manad=2018-12&jamfor=PV")
        assert f"{screen}_2018-12_hs_" in response.headers["Content-Disposition"]
        assert media_type in response.headers["Content-Type"]
        assert client.get(f"/export/{screen}.{extension}?enhet=nej").status_code == 400


@pytest.mark.parametrize(("extension", "media_type"), [("xlsx", "spreadsheetml"), ("csv", "text/csv")])
def test_a_reconciliation_is_handed_out(extension: str, media_type: str) -> None:
    with build_app(BuiltServices()).server.test_client() as client:
        response = client.get(f"/export/avstamning.{extension}?yrkesgrupp=lakare")
        assert "avstamning_2018-12_hs_lakare_" in response.headers["Content-Disposition"]
        assert media_type in response.headers["Content-Type"]
        assert client.get(f"/export/avstamning.{extension}?enhet=nej").status_code == 400


def test_the_workbook_of_a_selection_is_handed_out() -> None:
    with build_app(BuiltServices()).server.test_client() as client:
        response = client.get("/export/maluppfyllelse.xlsx?manad=2018-12")
        assert "2018-12" in response.headers["Content-Disposition"]
        assert load_workbook(BytesIO(response.data)).sheetnames


@pytest.mark.parametrize("name", ["huvudbok.xlsx", "heroma.xlsx"])
def test_a_template_is_handed_out_whatever_is_loaded(name: str) -> None:
    with build_app(EmptyServices()).server.test_client() as client:
        response = client.get(f"/mallar/{name}")
        assert f"mall_{name}" in response.headers["Content-Disposition"]
        assert "Uppgifter" in load_workbook(BytesIO(response.data)).sheetnames
