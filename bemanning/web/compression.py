"""Compressed answers; an asset is compressed once, and so is a screen that is asked for again."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from threading import Lock

from flask import Flask, Request, Response, g, request
from flask_compress import Compress

from bemanning.web.addresses import is_asset

# The screens use some twenty assets; the bounds keep made-up addresses from filling the memory.
ASSETS_KEPT, ANSWERS_KEPT = 64, 64
# Assets are fetched cold once per visitor and version, so a few milliseconds more at the first are well spent.
BROTLI_LEVEL = 6
_DIGEST_BYTES = 16


class Recent:
    """So many of the things that were used most recently. Thread-safe."""

    def __init__(self, most: int) -> None:
        """Start empty."""
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._most = most
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        """Give what is kept under the key, None where nothing is."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def set(self, key: str, content: bytes) -> None:
        """Keep the content, and let the one go that was longest unused where there is no room."""
        with self._lock:
            self._kept[key] = content
            self._kept.move_to_end(key)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)


class Compressed:
    """The cache that flask-compress asks, by "algorithm;path" for an asset and "algorithm;digest" for other answers.

    Apart, so that no number of answers drives the assets out.
    """

    def __init__(self) -> None:
        """Start empty."""
        self._assets, self._answers = Recent(ASSETS_KEPT), Recent(ANSWERS_KEPT)

    def get(self, key: str) -> bytes | None:
        """Give what is kept under the key, None where nothing is."""
        return self._among(key).get(key)

    def set(self, key: str, content: bytes) -> None:
        """Keep a compressed answer."""
        self._among(key).set(key, content)

    def _among(self, key: str) -> Recent:
        return self._assets if is_asset(key.partition(";")[2]) else self._answers


def compress(server: Flask) -> None:
    """Compress what the server answers."""
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=BROTLI_LEVEL,
        COMPRESS_CACHE_BACKEND=Compressed,
        COMPRESS_CACHE_KEY=_cache_key,
        COMPRESS_STREAMS=False,
    )
    Compress(server)

    # Runs before flask-compress, which leaves a streamed file open when it compresses it itself.
    @server.after_request
    def prepare(response: Response) -> Response:
        if is_asset(request.path) and response.is_streamed:
            response.direct_passthrough = False
            response.make_sequence()
            response.close()
        if not response.is_streamed:
            g.answer = response.get_data()
        return response


def _cache_key(asked: Request) -> str:
    """Name an answer: an asset by its path, which holds its version, and another by all that it says."""
    return asked.path if is_asset(asked.path) else blake2b(g.answer, digest_size=_DIGEST_BYTES).hexdigest()
