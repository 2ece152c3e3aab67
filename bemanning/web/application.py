"""The web application, built of parts that are handed in: services, pages and exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from dash import Dash
from flask import Response, request

from bemanning.presentation.addresses import HEALTH_PATH
from bemanning.presentation.screen import Screen
from bemanning.presentation.texts.common import PRODUCT_NAME
from bemanning.services.services import Services
from bemanning.web.actions import Action, register_actions
from bemanning.web.balance_checks import register_balance_checks
from bemanning.web.callbacks import register_frame
from bemanning.web.compression import compress
from bemanning.web.downloads import MakeDownload, register_downloads
from bemanning.web.error_pages import register_error_pages
from bemanning.web.frame import frame
from bemanning.web.index_page import THEME_SCRIPT, SwedishDash, index_page
from bemanning.web.mapping_actions import register_mapping_upload
from bemanning.web.security import ONE_YEAR_S, secure
from bemanning.web.unit_downloads import register_unit_downloads
from bemanning.web.uploads import register_uploads

# A page registers its own callbacks and gives its screen.
RegisterPage = Callable[[Dash, Services], Screen]


def create_app(
    services: Services,
    pages: Sequence[RegisterPage],
    assets: Path,
    downloads: Mapping[str, MakeDownload],
    actions: Mapping[str, Action],
) -> Dash:
    """Build the application. Nothing is shared between two that are built: each test has its own."""
    app = SwedishDash(
        PRODUCT_NAME,
        assets_folder=str(assets),
        assets_ignore=THEME_SCRIPT,
        title=PRODUCT_NAME,
        update_title="",
        suppress_callback_exceptions=True,
    )
    screens = [register(app, services) for register in pages]
    app.index_string = index_page(app)
    app.layout = partial(frame, services, screens)
    register_frame(app, services, screens)
    _serve(app, services, screens)
    register_downloads(app.server, services, downloads)
    register_actions(app.server, services, actions)
    register_uploads(app.server, services)
    return app


def _serve(app: Dash, services: Services, screens: Sequence[Screen]) -> None:
    app.server.config["SEND_FILE_MAX_AGE_DEFAULT"] = ONE_YEAR_S
    compress(app.server)
    register_unit_downloads(app.server, services)
    register_mapping_upload(app.server, services)
    register_balance_checks(app.server, services)
    register_error_pages(app.server)
    app.server.add_url_rule(HEALTH_PATH, "health", lambda: {"data_version": services.data_version()})
    _answer_unknown_addresses(app, {screen.path for screen in screens})
    secure(app)


def _answer_unknown_addresses(app: Dash, known: set[str]) -> None:
    """Give 404 for an address without a screen; its words are the same as for one met inside the application."""

    @app.server.after_request
    def mark_unknown(response: Response) -> Response:
        is_page = response.mimetype == "text/html" and response.status_code == 200  # noqa: PLR2004 - OK
        if is_page and request.path not in known:
            response.status_code = 404
        return response
