"""What is compressed how: assets once and small, screens fast."""

import gzip
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bemanning.web.compression import compress


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A server whose one screen says something else each time, and whose one asset grows."""
    server, words = Flask(__name__, static_folder=str(tmp_path), static_url_path="/assets"), iter("abca")
    compress(server)
    server.add_url_rule("/ord", "word", lambda: 1_000 * next(words))
    (tmp_path / "a.css").write_text("b {} " * 1_000)
    return server.test_client()


@pytest.mark.parametrize(
    ("accepted", "asset", "screen"),
    [
        ("gzip, deflate, br, zstd", "br", "zstd"),
        ("gzip, deflate, br", "br", "br"),
        ("gzip", "gzip", "gzip"),
        ("identity", None, None),
    ],
)
def test_each_browser_gets_what_it_knows(
    client: FlaskClient, accepted: str, asset: str | None, screen: str | None
) -> None:
    answers = [client.get(path, headers={"Accept-Encoding": accepted}) for path in ("/assets/a.css", "/ord")]
    assert [answer.headers.get("Content-Encoding") for answer in answers] == [asset, screen]
    assert all(len(answer.data) < 100 for answer in answers if answer.headers.get("Content-Encoding"))


def test_an_asset_is_compressed_once(client: FlaskClient, tmp_path: Path) -> None:
    first = client.get("/assets/a.css", headers={"Accept-Encoding": "gzip"})
    # An asset that changes has another address; so the same address is never read again.
    (tmp_path / "a.css").write_text("c {} " * 1_000)
    again = client.get("/assets/a.css", headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(first.data) == gzip.decompress(again.data) == b"b {} " * 1_000


def test_answers_of_one_address_say_each_their_own(client: FlaskClient) -> None:
    answers = [gzip.decompress(client.get("/ord", headers={"Accept-Encoding": "gzip"}).data) for _ in range(4)]
    assert answers == [1_000 * word for word in (b"a", b"b", b"c", b"a")]
