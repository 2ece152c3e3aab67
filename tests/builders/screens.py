"""Every screen of the application, so that a new one is tested with the others."""

from __future__ import annotations

from dash import Dash

from app import PAGES
from bemanning.presentation.screen import Screen
from tests.builders.services import BuiltServices


def screens() -> list[Screen]:
    """Register every page, in the order of the menu."""
    app, services = Dash(__name__), BuiltServices()
    return [register(app, services) for register in PAGES]


def screen_paths() -> list[str]:
    return [screen.path for screen in screens()]
