"""What is sent is what Dash itself would send."""

import json
from typing import Any

import dash_mantine_components as dmc
import pytest
from dash import Dash, dcc, html
from plotly.io.json import to_json_plotly

from app import PAGES
from bemanning.presentation.blocks import aria
from bemanning.presentation.sent import as_sent
from bemanning.presentation.theme import Theme
from bemanning.web.render import Renderer
from tests.builders.services import BuiltServices

DATA: dict[str, Any] = {"data-z": "1"}
_APP, _SERVICES = Dash(__name__), BuiltServices()
SCREENS = [register(_APP, _SERVICES) for register in PAGES]


@pytest.mark.parametrize("path", [screen.path for screen in SCREENS])
@pytest.mark.parametrize("theme", Theme)
def test_every_screen_is_sent_as_dash_would(path: str, theme: Theme) -> None:
    view = Renderer(_SERVICES, SCREENS).view(path, "", theme)
    content = getattr(view, "content", None)
    assert content is not None
    assert as_sent(content) == json.loads(to_json_plotly(content))


@pytest.mark.parametrize(
    "part",
    [
        None,
        "ord",
        1.5,
        ["a", html.P("b"), None],
        html.Div(),
        html.Div(["a", html.P(["b", 3])], id="x", **aria(label="y"), **DATA),
        html.Div(hidden=False, tabIndex=0, style={"--depth": 2}),
        dcc.Store(id="s", data={"a": [1, None], "b": {"c": True}}),
        dmc.Select(id="d", data=[{"value": "a", "label": "b"}], leftSection=html.Span("c")),
    ],
)
def test_a_part_is_sent_as_dash_would(part: Any) -> None:
    assert as_sent(part) == json.loads(to_json_plotly(part))
