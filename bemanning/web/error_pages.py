"""Whole pages, in Swedish and without script, for what goes wrong outside the screens."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dash.exceptions import DependencyException
from flask import Flask, Response

from bemanning.presentation.texts import frame as texts

_PAGE = """<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="stylesheet" href="/assets/app.css"></head>
<body><main class="content"><div class="notice"><h1>{title}</h1>{body}<p><a class="button" href="/">{home}</a></p></div>
</main></body></html>"""


def register_error_pages(server: Flask) -> None:
    """Answer a missing address and a bug with a page of our own; a component's file that Dash has not is no bug."""
    for missing in (404, DependencyException):
        server.register_error_handler(missing, lambda _error: page(404, texts.NOT_FOUND_TITLE, [texts.NOT_FOUND_LEAD]))
    server.register_error_handler(500, lambda _error: page(500, texts.ERROR_TITLE, [texts.ERROR_LEAD]))


def refusal_page(problems: Sequence[str]) -> Response:
    """Say why a file can't be handed out."""
    return page(400, texts.DOWNLOAD_REFUSED, problems)


def page(status: int, title: str, paragraphs: Sequence[str]) -> Response:
    """Give a page; what came from the address is escaped."""
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return Response(_PAGE.format(title=title, body=body, home=texts.NOT_FOUND_NEXT), status, mimetype="text/html")
