"""The server's own time per callback: processor time in this process, fresh and cached, and what bounds it below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from dash import Dash, Input, Output, dcc, html
from flask.testing import FlaskClient

from app import PAGES, build_app, keep_out_of_collections
from bemanning.domain.actor import Actor
from bemanning.presentation.screen import Screen
from bemanning.services.catalogue import Catalogue
from bemanning.services.figures import Figures
from bemanning.services.figures_read import read_figures
from bemanning.services.preparation import Preparation
from bemanning.services.region_services import RegionServices
from tests.benchmarks.addresses import Asked, fresh_addresses
from tests.benchmarks.asking import DEPENDENCIES, Question, ask_here
from tests.benchmarks.timing import Paced, Spread, cpu_ms, paced, spread

_ACTOR = Actor("Mätning", "system")


@dataclass(frozen=True, slots=True)
class ScreenTime:
    """One screen's callbacks. answer_bytes: a fresh answer as sent, the middle one."""

    title: str
    fresh: Sequence[Paced]
    cached: Spread
    answer_bytes: float


@dataclass(frozen=True, slots=True)
class FirstView:
    """Översikt, the first time after a start, and the first after a change of data, when it is asked at once.

    preparation_ms: what the server does by itself after a change, so that nobody asks first.
    """

    after_start_ms: float
    after_change_ms: float
    preparation_ms: float


def screens_of(services: RegionServices) -> list[Screen]:
    """Give every screen in the menu: one that is added there is measured too."""
    app = Dash(__name__)
    return [register(app, services) for register in PAGES]


def first_view(services: RegionServices) -> FirstView:
    """Ask services that have answered nothing yet; then change the data by undoing the latest load, and ask again."""
    with _client(services) as client:
        # What the frame asks first, its pickers, reads the figures too.
        frame_ms, question = cpu_ms(_question, client)
        body = question.body(Asked("/", ""))
        after_start, _ = cpu_ms(ask_here, client, body)
        services.undo(max(record.id for record in services.loads() if record.current_months), _ACTOR)
        after_change, _ = cpu_ms(ask_here, client, body)
    preparation_ms, _ = cpu_ms(Preparation(services).prepare)
    return FirstView(frame_ms + after_start, after_change, after_change + preparation_ms)


def screen_times(services: RegionServices, count: int) -> Iterator[ScreenTime]:
    """Ask each screen for so many addresses that are new, each at once asked for again, as a server is once it runs."""
    Preparation(services).prepare()
    keep_out_of_collections()
    with _client(services) as client:
        question, catalogue = _question(client), services.catalogue()
        for screen in screens_of(services):
            yield _screen_time(client, question, screen, catalogue, count)


def _screen_time(
    client: FlaskClient, question: Question, screen: Screen, catalogue: Catalogue, count: int
) -> ScreenTime:
    bodies = [question.body(asked) for asked in fresh_addresses(screen, catalogue, count)]
    fresh, cached = [], []
    for body in bodies:
        fresh.append(paced(ask_here, client, body))
        cached.append(cpu_ms(ask_here, client, body)[0])
    size = median(size for _, size in fresh)
    return ScreenTime(screen.title, [time for time, _ in fresh], spread(cached), size)


def empty_callback_ms(count: int) -> float:
    """Give the time of bare Dash's callback with an empty answer: what no screen can be faster than."""
    app = Dash(__name__)
    app.layout = html.Div([dcc.Location(id="frame-url"), html.Div(id="frame-content")])

    @app.callback([Output("frame-content", "children")], Input("frame-url", "search"))
    def empty(_search: str) -> list[html.Div]:
        return [html.Div()]

    with app.server.test_client() as client:
        body = _question(client).body(Asked("/", ""))
        return median(cpu_ms(ask_here, client, body)[0] for _ in range(count))


def bare_sum_ms(services: RegionServices, count: int) -> float:
    """Give the time to sum the last year of the whole cube in numpy: no organisation, no division, no words."""
    with services.store.reading() as session:
        figures = read_figures(session)
    assert figures is not None
    return median(cpu_ms(_bare_sum, figures)[0] for _ in range(count))


def _bare_sum(figures: Figures) -> int:
    return sum(int(np.sum(amounts[:, -12:])) for amounts in figures.cost.values())


def _client(services: RegionServices) -> FlaskClient:
    client: FlaskClient = build_app(services).server.test_client()
    return client


def _question(client: FlaskClient) -> Question:
    return Question(client.get(DEPENDENCIES).json or [])
