"""The composition root: settings, store, services, application. A server is given `create_server` to call."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from dash import Dash
from flask import Flask

import pages
from bemanning.export.goal_workbook import goal_workbook
from bemanning.services.goal_attainment import GoalTable
from bemanning.services.services import Services
from bemanning.web.application import create_app
from bemanning.wiring import open_services, settings_from
from pages import goal_attainment, overview, units

# In the order of the menu.
PAGES = (overview.register, units.register, goal_attainment.register)
ASSETS = Path(pages.__file__).parent / "assets"


def build_app(services: Services) -> Dash:
    """Build the application on services that are open: the demo's, a test's, or `create_server`'s."""
    return create_app(services, PAGES, ASSETS, _named_workbook)


def create_server() -> Flask:
    """Open what the environment says and give the WSGI server: granian --interface wsgi --factory app:create_server.

    Raises UserError: DATABASE_UNREACHABLE, DATABASE_NEWER.
    """
    server: Flask = build_app(open_services(settings_from(os.environ))).server
    return server


def _named_workbook(table: GoalTable) -> tuple[str, bytes]:
    made = goal_workbook(table, datetime.now(UTC))
    return made.file_name, made.content
