"""What a browser fetches and how long it takes to a drawn chart: a first visit, and the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from threading import Thread

from dash import Dash, html
from flask import Flask
from playwright.sync_api import Browser, BrowserContext
from werkzeug.serving import WSGIRequestHandler, make_server

from bemanning.web.compression import compress

# A screen without a chart is drawn when its heading is.
DRAWN = ".scatterlayer .trace, #frame-content h1"
CHART = ".scatterlayer .trace"


@dataclass(slots=True)
class Visit:
    """One visit: bytes as sent, headers included, by address; and the time to what was waited for."""

    bytes_by_path: Counter[str] = field(default_factory=Counter)
    drawn_ms: float = 0.0

    @property
    def total_bytes(self) -> int:
        return self.bytes_by_path.total()


@dataclass(frozen=True, slots=True)
class Visits:
    """The middle of several first visits, each in a browser that knows nothing, and of the visits after them."""

    cold: Visit
    warm: Visit


def visits(browser: Browser, url: str, drawn: str, count: int) -> Visits:
    """Visit the address so many times cold and warm; `drawn` is a selector of what is waited for."""
    pairs = [_pair(browser, url, drawn) for _ in range(count)]
    return Visits(*(_middle(list(kind)) for kind in zip(*pairs, strict=True)))


def _pair(browser: Browser, url: str, drawn: str) -> tuple[Visit, Visit]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="sv-SE")
    pair = _visit(context, url, drawn), _visit(context, url, drawn)
    context.close()
    return pair


def _middle(found: list[Visit]) -> Visit:
    middle = sorted(found, key=lambda visit: visit.total_bytes)[len(found) // 2]
    return Visit(middle.bytes_by_path, median(visit.drawn_ms for visit in found))


def _visit(context: BrowserContext, url: str, drawn: str) -> Visit:
    page, visit = context.new_page(), Visit()
    devtools, paths = context.new_cdp_session(page), dict[str, str]()
    devtools.on("Network.requestWillBeSent", lambda event: paths.update({event["requestId"]: event["request"]["url"]}))
    devtools.on(
        "Network.loadingFinished",
        lambda event: visit.bytes_by_path.update({paths[event["requestId"]]: int(event["encodedDataLength"])}),
    )
    devtools.send("Network.enable")
    page.goto(url)
    page.wait_for_selector(drawn, state="attached")
    visit.drawn_ms = page.evaluate("performance.now()")
    page.wait_for_load_state("networkidle")
    page.close()
    return visit


@contextmanager
def bare_page() -> Iterator[str]:
    """Serve what no page of Dash can be smaller than: one that says a word, compressed as ours."""
    app = Dash(__name__)
    app.layout = html.H1("Ord")
    compress(app.server)
    with _served(app.server) as url:
        yield url


class _Silent(WSGIRequestHandler):
    """Prints no line for each request between the tables."""

    def log_request(self, *_parts: object) -> None:
        return


@contextmanager
def _served(application: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=_Silent)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()
