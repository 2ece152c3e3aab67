"""Headers that keep the browser to this host."""

from __future__ import annotations

from http import HTTPStatus

from dash import Dash
from flask import Response, request

from bemanning.web.addresses import is_asset

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# Mantine and Plotly set styles from script, which a hash can't allow; scripts themselves stay strict.
_POLICY = (
    "default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
ONE_YEAR_S = 365 * 24 * 3600


def content_security_policy(app: Dash) -> str:
    """Give the policy that holds now: callbacks that are added later add inline scripts, each with its own hash."""
    # The scripts are gathered in a list that only grows; the same hash is said once.
    return _POLICY.format(scripts=" ".join(dict.fromkeys(["'self'", *app.csp_hashes()])))


def secure(app: Dash) -> None:
    """Set the headers on every response, and keep anything but assets out of caches."""

    @app.server.after_request
    def set_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers["Content-Security-Policy"] = content_security_policy(app)
        if not _may_be_kept(response):
            response.headers["Cache-Control"] = "no-store" if request.path.startswith("/_dash-") else "no-cache"
        return response


def _may_be_kept(response: Response) -> bool:
    return is_asset(request.path) and response.status_code in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}
