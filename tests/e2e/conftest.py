"""The application in a real browser. A page that logs an error or leaves the host fails its test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Thread
from urllib.parse import urlsplit

import pytest
from dash import Dash
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect
from werkzeug.serving import make_server

from app import build_app
from bemanning.services.services import Services
from tests.builders.browser import chromium
from tests.builders.services import BuiltServices, EmptyServices

# A bound on a hang, not a measure of speed: the machine may be busy.
expect.set_options(timeout=30_000)

DESKTOP = {"width": 1440, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def served(services: Services) -> Iterator[str]:
    """Serve the product's application on a port of its own while the test runs."""
    yield from served_app(build_app(services))


def served_app(app: Dash) -> Iterator[str]:
    """Serve an application on a port of its own while the test runs."""
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The application on built answers."""
    yield from served(BuiltServices())


@pytest.fixture(scope="session")
def empty_address() -> Iterator[str]:
    """The application on an empty store."""
    yield from served(EmptyServices())


class Watch:
    """What a page must never do, noted as it happens."""

    def __init__(self, context: BrowserContext) -> None:
        self.noted: list[str] = []
        context.on("console", self._console)
        context.on("weberror", lambda error: self.noted.append(f"error: {error.error}"))
        context.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.noted.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname != "127.0.0.1":
            self.noted.append(f"off the host: {request.url}")


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages in contexts of their own; at the end none may have noted anything."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def open_page(url: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": DESKTOP, "locale": "sv-SE", **options})  # type: ignore[arg-type]  # the builder takes any field
        opened.append((context, Watch(context)))
        page = context.new_page()
        page.goto(url)
        page.wait_for_selector("h1")
        return page

    yield open_page
    for context, _ in opened:
        context.close()
    assert [noted for _, watch in opened for noted in watch.noted] == []
