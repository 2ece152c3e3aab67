"""The application in a real browser. A page that logs an error or leaves the host fails its test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from dash import Dash
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize, expect
from werkzeug.serving import BaseWSGIServer, make_server
from werkzeug.wrappers import Response

from app import build_app
from bemanning.services.services import Services
from tests.builders.browser import chromium
from tests.builders.services import BuiltServices, EmptyServices

# A bound on a hang, not a measure of speed: the machine may be busy.
expect.set_options(timeout=30_000)

DESKTOP: ViewportSize = {"width": 1440, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # All pages of a context share a process: see `SharedProcess`.
    with chromium("--process-per-site") as browser:
        yield browser


def served(services: Services) -> Iterator[str]:
    """Serve the product's application on a port of its own while the test runs."""
    yield from served_app(build_app(services))


def served_app(app: Dash) -> Iterator[str]:
    """Serve an application on a port of its own while the test runs."""
    server = _idle.pop() if _idle else _started()
    server.app = app.server
    yield f"http://127.0.0.1:{server.server_port}"
    server.app = _CLOSED
    _idle.append(server)


# A port serves one application after the other: the browser keeps compiled scripts by their address, and a page that
# comes from a new one takes twice the processor time.
_idle: list[BaseWSGIServer] = []
_CLOSED = Response("closed", 503)


def _started() -> BaseWSGIServer:
    server = make_server("127.0.0.1", 0, _CLOSED, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


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

    def __init__(self, page: Page) -> None:
        self.noted: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.noted.append(f"error: {error}"))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.noted.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname != "127.0.0.1":
            self.noted.append(f"off the host: {request.url}")


class SharedProcess:
    """The context of each test's first page, whose pages share a process while one of them stays open.

    Scripts that are compiled there already make a page twice as cheap to open.
    """

    # What closed pages leave behind is cleared away with their process, before it grows.
    MOST_PAGES = 20

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self._left = 0
        self._context: BrowserContext | None = None

    @property
    def is_free(self) -> bool:
        """Whether no test's page is open."""
        return self._context is None or len(self._context.pages) == 1

    def new_page(self) -> Page:
        if self._context is None or not self._left:
            self._context = self._renewed()
        self._left -= 1
        return self._context.new_page()

    def _renewed(self) -> BrowserContext:
        self.close()
        self._left = self.MOST_PAGES
        context = self._browser.new_context(locale="sv-SE")
        context.new_page().goto(f"{self._address}/hjalp")
        return context

    def close(self) -> None:
        if self._context is not None:
            self._context.close()


@pytest.fixture(scope="session")
def shared_process(browser: Browser, address: str) -> Iterator[SharedProcess]:
    shared = SharedProcess(browser, address)
    yield shared
    shared.close()


@pytest.fixture
def open_page(browser: Browser, shared_process: SharedProcess) -> Iterator[Callable[..., Page]]:
    """Open pages that remember nothing of one another; at the end none may have noted anything."""
    watches: list[Watch] = []
    own = ExitStack()

    def open_page(
        url: str, *, viewport: ViewportSize = DESKTOP, permissions: list[str] | None = None, **media: Any
    ) -> Page:
        if permissions or not shared_process.is_free:
            page = own.enter_context(browser.new_context(locale="sv-SE", permissions=permissions)).new_page()
        else:
            page = shared_process.new_page()
            _forget(page, url)
            own.callback(page.close)
        watches.append(Watch(page))
        page.set_viewport_size(viewport)
        page.emulate_media(**{"color_scheme": "light", "reduced_motion": "no-preference", **media})
        page.goto(url)
        page.wait_for_selector("h1")
        return page

    with own:
        yield open_page
    assert [noted for watch in watches for noted in watch.noted] == []


def _forget(page: Page, url: str) -> None:
    """Clear what earlier tests' pages of the address have kept in the browser."""
    parts = urlsplit(url)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.clearDataForOrigin", {"origin": f"{parts.scheme}://{parts.netloc}", "storageTypes": "all"})
    devtools.detach()
