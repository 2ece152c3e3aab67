"""Compressed answers; assets are compressed once, not for every visitor."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from flask import Flask, Request, Response, request
from flask_compress import Compress

from bemanning.web.addresses import is_asset

# The screens use some twenty; the bound keeps made-up addresses from filling the memory.
ASSETS_KEPT = 64
# Assets are fetched cold once per visitor and version, so a few milliseconds more at the first are well spent.
BROTLI_LEVEL = 6
# The key of an answer that is made anew each time.
_NOT_KEPT = ""


class KeptAssets:
    """The cache that flask-compress asks: the most recently used compressed assets."""

    def __init__(self) -> None:
        """Start empty."""
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        """Give what is kept under "algorithm;path", None where nothing is."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def set(self, key: str, content: bytes) -> None:
        """Keep an asset; anything else has no path in its key and is let go."""
        if key.endswith(f";{_NOT_KEPT}"):
            return
        with self._lock:
            self._kept[key] = content
            if len(self._kept) > ASSETS_KEPT:
                self._kept.popitem(last=False)


def compress(server: Flask) -> None:
    """Compress what the server answers."""
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=BROTLI_LEVEL,
        COMPRESS_CACHE_BACKEND=KeptAssets,
        COMPRESS_CACHE_KEY=_cache_key,
        COMPRESS_STREAMS=False,
    )
    Compress(server)

    # Runs before flask-compress, which leaves a streamed file open when it compresses it itself.
    @server.after_request
    def read_assets(response: Response) -> Response:
        if is_asset(request.path) and response.is_streamed:
            response.direct_passthrough = False
            response.make_sequence()
            response.close()
        return response


def _cache_key(asked: Request) -> str:
    return asked.path if is_asset(asked.path) else _NOT_KEPT
