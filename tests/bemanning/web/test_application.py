import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from dash import Dash, html
from flask.testing import FlaskClient
from plotly.offline import get_plotlyjs_version

import pages
from app import ASSETS, PAGES
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.selection import Selection
from bemanning.export.exported_file import ExportedFile
from bemanning.presentation.addresses import GOAL_WORKBOOK_PATH
from bemanning.presentation.screen import Screen, View
from bemanning.presentation.theme import Theme
from bemanning.services.overview import Overview
from bemanning.services.services import Services
from bemanning.web.application import create_app
from bemanning.web.callbacks import choices
from bemanning.web.downloads import MakeDownload
from bemanning.web.frame import frame, navigation
from bemanning.web.render import Renderer
from tests.builders.seen import by_class, by_type, parts, text
from tests.builders.services import BuiltServices, EmptyServices


def named_workbook(services: Services, selection: Selection) -> ExportedFile:
    return ExportedFile(f"mal-{services.goal_table(selection).selection.month}.xlsx", b"content")


DOWNLOADS: dict[str, MakeDownload] = {GOAL_WORKBOOK_PATH: named_workbook}


@pytest.fixture
def app() -> Dash:
    return create_app(BuiltServices(), PAGES, ASSETS, DOWNLOADS, {})


@pytest.fixture
def client(app: Dash) -> Iterator[FlaskClient]:
    with app.server.test_client() as client:
        yield client


def renderer(services: BuiltServices) -> Renderer:
    app = Dash(__name__)
    return Renderer(services, [register(app, services) for register in PAGES])


def test_the_page_is_swedish_and_sets_its_theme_first(client: FlaskClient) -> None:
    page = client.get("/").text
    assert '<html lang="sv"' in page
    assert page.index("theme-before-paint.js") < page.index(".css")
    assert "Hämtar uppgifter" in page
    assert "Loading..." not in page


def test_the_policy_allows_the_scripts_of_the_page_and_no_others(client: FlaskClient) -> None:
    response = client.get("/")
    scripts = re.search(r"script-src ([^;]*);", response.headers["Content-Security-Policy"])
    assert scripts is not None
    sources = scripts[1].split()
    assert sources[0] == "'self'"
    assert all(source.startswith("'sha256-") for source in sources[1:])
    assert len(sources) == len(set(sources)) > 1
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-cache"


def test_nothing_in_the_page_points_off_the_host(client: FlaskClient) -> None:
    assert re.findall(r'(?:src|href)="(?:https?:)?//', client.get("/").text) == []


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/maluppfyllelse", 200, "Hämtar uppgifter"),
        ("/finns-inte", 404, "Hämtar uppgifter"),
        ("/assets/finns-inte.js", 404, "Sidan finns inte"),
        ("/_dash-component-suites/finns/inte.js", 404, "Sidan finns inte"),
        ("/_dash-component-suites/dash/deps/finns-inte.js", 404, "Sidan finns inte"),
        ("/_dash-component-suites/dash/..%2fdash.py", 404, "Sidan finns inte"),
        ("/_dash-component-suites/dash/dash", 404, "Sidan finns inte"),
        ("/halsa", 200, '{"data_version":1}'),
    ],
)
def test_addresses(client: FlaskClient, path: str, status: int, words: str) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert words in response.text


def test_a_bug_outside_the_screens_is_told_without_a_trace(app: Dash) -> None:
    app.server.add_url_rule("/brister", "brister", lambda: 1 // 0)
    response = app.server.test_client().get("/brister")
    assert response.status_code == 500
    assert "Något gick fel hos oss" in response.text
    assert "ZeroDivisionError" not in response.text


def test_callbacks_are_never_kept_and_assets_for_a_year(client: FlaskClient) -> None:
    assert client.get("/_dash-layout").headers["Cache-Control"] == "no-store"
    assert "max-age=31536000" in client.get("/assets/app.css").headers["Cache-Control"]


def test_the_plotly_bundle_is_the_version_that_plotly_expects() -> None:
    bundle = next((Path(pages.__file__).parent / "assets").glob("plotly-1-cartesian-*.min.js"))
    version = get_plotlyjs_version()
    assert bundle.name == f"plotly-1-cartesian-{version}.min.js"
    assert f"v{version}" in bundle.read_text(encoding="utf-8")[:200]


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("?manad=2018-09", 200, "content"),
        ("?manad=september", 400, "Månaden ”september” kan inte läsas"),
        ("?enhet=<b>", 400, "&lt;b&gt;"),
    ],
)
def test_the_workbook(client: FlaskClient, query: str, status: int, words: str) -> None:
    response = client.get(f"/export/maluppfyllelse.xlsx{query}")
    assert response.status_code == status
    assert words in response.text


def test_the_workbooks_name_holds_the_selection(client: FlaskClient) -> None:
    response = client.get("/export/maluppfyllelse.xlsx?manad=2018-09")
    assert response.headers["Content-Disposition"] == "attachment; filename=mal-2018-09.xlsx"


@pytest.mark.parametrize(
    ("path", "query", "words"),
    [
        ("/finns-inte", "", "Sidan finns inte"),
        ("/", "?manad=igår", "Månaden ”igår” kan inte läsas"),
        ("/", "?enhet=finns-inte", "finns-inte"),
    ],
)
def test_what_cannot_be_shown_is_explained_with_a_next_step(path: str, query: str, words: str) -> None:
    shown = renderer(BuiltServices()).view(path, query, Theme.LIGHT)
    assert words in text(shown)
    assert by_type(shown, "Link")


def test_an_empty_store_gives_the_commands_and_no_controls() -> None:
    assert "bemanning load" in text(renderer(EmptyServices()).view("/", "", Theme.LIGHT))
    layout = frame(EmptyServices(), [])
    (bar,) = (each for each in parts(layout) if getattr(each, "id", "") == "frame-selection")
    assert getattr(bar, "hidden", None) is True


def call_show(client: FlaskClient, query: str) -> str:
    ids = (
        ("frame-url", "pathname", "/"),
        ("frame-url", "search", query),
        ("frame-theme", "data", "light"),
        ("frame-redraw", "data", None),
    )
    outputs = [("frame-content", "children"), ("frame-navigation", "children"), ("frame-shown", "data")]
    body = {
        "output": ".." + "...".join(f"{each}.{key}" for each, key in outputs) + "..",
        "outputs": [{"id": each, "property": key} for each, key in outputs],
        "inputs": [{"id": each, "property": key, "value": value} for each, key, value in ids],
        "changedPropIds": ["frame-url.pathname"],
    }
    return client.post("/_dash-update-component", json=body).text


def test_the_callback_shows_what_the_address_says(client: FlaskClient) -> None:
    assert json.loads(call_show(client, "?manad=2018-09"))["response"]["frame-shown"]["data"]["words"]["manad"] == (
        "2018-09"
    )


def test_a_bug_in_a_screen_is_logged_and_told_without_a_trace(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(BuiltServices):
        def overview(self, selection: Selection) -> Overview:
            message = f"a secret detail of {selection}"
            raise ZeroDivisionError(message)

    app = create_app(Broken(), PAGES, ASSETS, DOWNLOADS, {})
    with caplog.at_level(logging.ERROR), app.server.test_client() as client:
        shown = call_show(client, "")
    assert "Något gick fel hos oss" in json.dumps(json.loads(shown), ensure_ascii=False)
    assert "a secret detail" not in shown
    assert "a secret detail" in caplog.text


def test_a_screen_within_anothers_item_marks_that_item_and_has_its_own_without_it() -> None:
    def screen(path: str, within: str = "") -> Screen:
        return Screen(path, path, (), lambda *_asked: View(html.Div(), None), within=within)

    def links(screens: list[Screen]) -> list[tuple[str, str]]:
        return [(link.href, link.className) for link in by_type(navigation(screens, "/b", ""), "Link")]

    assert links([screen("/a"), screen("/b", "/a")]) == [("/a", "nav-link nav-link-current")]
    assert links([screen("/c"), screen("/b", "/a")]) == [("/c", "nav-link"), ("/b", "nav-link nav-link-current")]


def test_the_choices_follow_the_data() -> None:
    months, nodes, compared, region, hidden = choices(BuiltServices())
    assert (months[0], region, hidden) == ({"value": "2018-12", "label": "dec 2018"}, "Region Demo", False)
    assert compared[1]["items"] == nodes
    assert choices(EmptyServices())[:2] == ([], [])
    assert choices(EmptyServices())[3:] == ("", True)


def test_a_reader_gets_the_screen_without_its_forms() -> None:
    class ForReaders(BuiltServices):
        def may_change(self) -> bool:
            return False

    seen = renderer(ForReaders()).view("/", "", Theme.LIGHT)
    assert isinstance(seen, View)
    assert getattr(seen.content, "className", "") == "read-only"


def test_what_was_known_on_a_day_is_told_above_every_screen_of_figures() -> None:
    services = BuiltServices()
    for path in ("/", "/trend", "/enheter", "/maluppfyllelse", "/avstamning"):
        view = renderer(services).view(path, "?enhet=HS&kand=2019-01-31", Theme.LIGHT)
        assert isinstance(view, View), path
        banner = by_class(view.content, "known-on")[0]
        assert text(banner).startswith("Visar det som var känt 31 jan 2019: inläsningar, mappningar"), path
        (back,) = by_class(banner, "known-on-back")
        assert (back.href, text(back)) == (f"{path}?enhet=HS", "Visa det som är känt nu")
        # What is over is not changed: see assets/actions.css.
        assert by_class(view.content, "read-only"), path
        links = [str(link.href) for link in by_type(view.content, "Link") if "?" in str(getattr(link, "href", ""))]
        assert all("kand=2019-01-31" in link for link in links if link != back.href), path


def test_a_screens_own_words_stay_on_the_way_back_to_now() -> None:
    view = renderer(BuiltServices()).view("/enheter", "?kand=2019-01-31&sok=vård&annat=x", Theme.LIGHT)
    assert isinstance(view, View)
    assert by_class(view.content, "known-on-back")[0].href == "/enheter?sok=v%C3%A5rd"
    plain = renderer(BuiltServices()).view("/maluppfyllelse", "?kand=2019-01-31", Theme.LIGHT)
    assert isinstance(plain, View)
    assert by_class(plain.content, "known-on-back")[0].href == "/maluppfyllelse"


def test_screens_that_change_things_are_about_now_and_say_so() -> None:
    for path in ("/inlasning", "/mappning"):
        view = renderer(BuiltServices()).view(path, "?kand=2019-01-31", Theme.LIGHT)
        assert isinstance(view, View)
        banner = by_class(view.content, "known-on")[0]
        assert text(banner).startswith("Den här sidan visar alltid det som gäller nu."), path
        assert not by_class(view.content, "read-only"), path
        links = [str(getattr(link, "href", "")) for link in by_type(view.content, "Link")]
        assert not any("kand=" in link for link in links), path


def test_hjalp_has_no_past() -> None:
    view = renderer(BuiltServices()).view("/hjalp", "?kand=2019-01-31", Theme.LIGHT)
    assert isinstance(view, View)
    assert not by_class(view.content, "known-on")


def test_a_day_before_anything_was_loaded_has_its_own_words() -> None:
    class YoungServices(BuiltServices):
        def overview(self, selection: Selection) -> Overview:
            assert selection.known_on is not None
            params: dict[str, str | int] = {"date": selection.known_on.isoformat()}
            raise UserError([Fault(FaultCode.NOTHING_KNOWN, params)])

    notice = renderer(YoungServices()).view("/", "?kand=2014-01-31&enhet=HS", Theme.LIGHT)
    assert text(notice).startswith("Den 31 jan 2014 var ingenting inläst")
    (back,) = by_type(notice, "Link")
    assert back.href == "/?enhet=HS"
