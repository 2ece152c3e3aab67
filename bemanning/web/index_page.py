"""The HTML that every address answers with: Swedish, and in the right theme before the first paint."""

from __future__ import annotations

from typing import Any

from dash import Dash

from bemanning.presentation.texts import frame as texts
from bemanning.presentation.texts.common import PRODUCT_NAME
from bemanning.web.skeleton import skeleton_page

# Loaded from the head, ahead of everything; Dash must not load it a second time.
THEME_SCRIPT = "theme-before-paint.js"

_PAGE = """<!DOCTYPE html>
<html lang="sv" data-mantine-color-scheme="light">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{%title%}</title>
<script src="THEME_URL"></script>
{%favicon%}
{%css%}
</head>
<body>
{%app_entry%}
<noscript><p class="first-load">NOSCRIPT</p></noscript>
<footer hidden>
{%config%}
{%scripts%}
{%renderer%}
</footer>
</body>
</html>"""


_ENTRY = f'<div id="react-entry-point">{skeleton_page()}</div>'


class SwedishDash(Dash):
    """Dash whose page is ours; its own first words are English, and no setting changes them."""

    def interpolate_index(self, *_places: Any, **parts: Any) -> Any:  # noqa: ANN401 - as Dash declares it
        """Fill in the page's template, with a Swedish text until the application has started."""
        return super().interpolate_index(**{**parts, "app_entry": _ENTRY})


def index_page(app: Dash) -> str:
    """Give the page's template for Dash to fill in."""
    page = _PAGE.replace("THEME_URL", app.get_asset_url(THEME_SCRIPT))
    return page.replace("NOSCRIPT", texts.NO_SCRIPT.format(name=PRODUCT_NAME))
