"""Compressed answers: assets small, once each; screens fast, each time."""

from __future__ import annotations

from flask import Flask, Request, Response, request
from flask_compress import Compress

from bemanning.domain.recent import Recent
from bemanning.web.addresses import is_asset

# The screens use some twenty assets; the bound keeps made-up addresses from filling the memory.
ASSETS_KEPT = 64
# Assets are fetched cold once per visitor and version, so a few milliseconds more at the first are well spent.
BROTLI_LEVEL = 6


class CompressedAssets(Recent[str, bytes]):
    """The cache that flask-compress asks, by "algorithm;path"."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(ASSETS_KEPT)


def compress(server: Flask) -> None:
    """Compress what the server answers.

    A screen is new with nearly every question: zstd takes a tenth of brotli's time and sends a sixth more. Browsers
    that don't know it get brotli.
    """
    server.config.update(COMPRESS_REGISTER=False, COMPRESS_STREAMS=False, COMPRESS_BR_LEVEL=BROTLI_LEVEL)
    answers = _compressing(server, ["zstd", "br", "gzip"])
    # An asset's path holds its version.
    server.config.update(COMPRESS_CACHE_BACKEND=CompressedAssets, COMPRESS_CACHE_KEY=_path)
    assets = _compressing(server, ["br", "gzip"])

    @server.after_request
    def compressed(response: Response) -> Response:
        if not is_asset(request.path):
            return answers.after_request(response)
        # flask-compress would leave the streamed file open when it compresses it itself.
        if response.is_streamed:
            response.direct_passthrough = False
            response.make_sequence()
            response.close()
        return assets.after_request(response)


def _compressing(server: Flask, algorithms: list[str]) -> Compress:
    server.config["COMPRESS_ALGORITHM"] = algorithms
    return Compress(server)


def _path(asked: Request) -> str:
    return asked.path
