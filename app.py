"""The composition root: settings, store, services, application. A server is given `create_server` to call."""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from dash import Dash
from flask import Flask

import pages
from bemanning.domain.selection import Selection
from bemanning.domain.vocabulary import Source
from bemanning.export.exported_file import ExportedFile
from bemanning.export.goal_csv import goal_csv
from bemanning.export.goal_workbook import goal_workbook
from bemanning.export.load_templates import load_template
from bemanning.export.mapping_workbook import mapping_workbook
from bemanning.export.overview_files import overview_csv, overview_workbook
from bemanning.export.reconciliation_files import reconciliation_csv, reconciliation_workbook
from bemanning.export.trend_csv import trend_csv
from bemanning.export.trend_workbook import trend_workbook
from bemanning.presentation.addresses import (
    GOAL_CSV_PATH,
    GOAL_WORKBOOK_PATH,
    HEROMA_TEMPLATE_PATH,
    LEDGER_TEMPLATE_PATH,
    MAPPING_WORKBOOK_PATH,
    OVERVIEW_CSV_PATH,
    OVERVIEW_WORKBOOK_PATH,
    RECONCILIATION_CSV_PATH,
    RECONCILIATION_WORKBOOK_PATH,
    TREND_CSV_PATH,
    TREND_WORKBOOK_PATH,
)
from bemanning.services.comments import Comments
from bemanning.services.goal_attainment import GoalTable
from bemanning.services.overview import Overview
from bemanning.services.preparation import Preparation
from bemanning.services.reconciliation import Reconciliation
from bemanning.services.services import Services
from bemanning.services.trend import Trend
from bemanning.web.actions import Action
from bemanning.web.application import create_app
from bemanning.web.comment_actions import COMMENT_ACTIONS
from bemanning.web.downloads import MakeDownload
from bemanning.web.loading_actions import LOADING_ACTIONS
from bemanning.web.mapping_actions import MAPPING_ACTIONS
from bemanning.web.reading_actions import READING_ACTIONS
from bemanning.wiring import open_services, settings_from
from pages import (
    goal_attainment,
    help,  # noqa: A004 - the screen Hjälp
    loading,
    mapping,
    overview,
    reconciliation,
    trend,
    units,
)

# In the order of the menu.
PAGES = (
    overview.register,
    trend.register,
    units.register,
    goal_attainment.register,
    loading.register,
    mapping.register,
    reconciliation.register,
    help.register,
)
# Where the server keeps what prepares it: see Flask.extensions.
PREPARATION = "bemanning-preparation"
ASSETS = Path(pages.__file__).parent / "assets"


def build_app(services: Services) -> Dash:
    """Build the application on services that are open: the demo's, a test's, or `create_server`'s."""
    return create_app(services, PAGES, ASSETS, DOWNLOADS, ACTIONS)


def create_server() -> Flask:
    """Open what the environment says and give the WSGI server: granian --interface wsgi --factory app:create_server.

    Raises UserError: DATABASE_UNREACHABLE, DATABASE_NEWER.
    """
    services = open_services(settings_from(os.environ))
    services.sent.watch.resume()
    server: Flask = build_app(services).server
    preparation = Preparation(services, on_prepared=keep_out_of_collections)
    preparation.start()
    # Stopped in good order: a thread that is cut off within a library of its own can take the process with it.
    atexit.register(preparation.stop)
    server.extensions[PREPARATION] = preparation
    return server


def keep_out_of_collections() -> None:
    """Let no later collection of garbage go through what is there to stay: modules, and the figures just read.

    A full one took a quarter of a second of whoever's question it fell into. What was kept before is collected first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _overview_download(export: Callable[[Overview, Comments, datetime], ExportedFile]) -> MakeDownload:
    def make(services: Services, selection: Selection) -> ExportedFile:
        return export(services.overview(selection), services.comments(selection.alone()), datetime.now(UTC))

    return make


def _goal_download(export: Callable[[GoalTable, Comments, datetime], ExportedFile]) -> MakeDownload:
    def make(services: Services, selection: Selection) -> ExportedFile:
        return export(services.goal_table(selection), services.comments(selection.of_goals()), datetime.now(UTC))

    return make


def _reconciliation_download(export: Callable[[Reconciliation, Comments, datetime], ExportedFile]) -> MakeDownload:
    def make(services: Services, selection: Selection) -> ExportedFile:
        return export(services.reconciliation(selection), services.comments(selection.alone()), datetime.now(UTC))

    return make


def _trend_download(export: Callable[[Trend, Comments, datetime], ExportedFile]) -> MakeDownload:
    def make(services: Services, selection: Selection) -> ExportedFile:
        return export(services.trend(selection), services.comments(selection), datetime.now(UTC))

    return make


def _template_download(source: Source) -> MakeDownload:
    """Hand out a template: the same file whatever is selected or loaded."""

    def make(_services: Services, _selection: Selection) -> ExportedFile:
        return load_template(source, datetime.now(UTC))

    return make


def _mapping_download(services: Services, _selection: Selection) -> ExportedFile:
    """Hand out the mapping workbook: every mapping, whatever is selected."""
    return mapping_workbook(services.mappings_to_edit(), services.unmapped(), datetime.now(UTC))


# What is handed out for a selection, by its path.
DOWNLOADS: dict[str, MakeDownload] = {
    OVERVIEW_WORKBOOK_PATH: _overview_download(overview_workbook),
    OVERVIEW_CSV_PATH: _overview_download(overview_csv),
    GOAL_WORKBOOK_PATH: _goal_download(goal_workbook),
    GOAL_CSV_PATH: _goal_download(goal_csv),
    TREND_WORKBOOK_PATH: _trend_download(trend_workbook),
    TREND_CSV_PATH: _trend_download(trend_csv),
    RECONCILIATION_WORKBOOK_PATH: _reconciliation_download(reconciliation_workbook),
    RECONCILIATION_CSV_PATH: _reconciliation_download(reconciliation_csv),
    MAPPING_WORKBOOK_PATH: _mapping_download,
    LEDGER_TEMPLATE_PATH: _template_download(Source.LEDGER),
    HEROMA_TEMPLATE_PATH: _template_download(Source.HEROMA),
}
# What changes data, by the path that its form is posted to.
ACTIONS: dict[str, Action] = {**COMMENT_ACTIONS, **LOADING_ACTIONS, **READING_ACTIONS, **MAPPING_ACTIONS}
