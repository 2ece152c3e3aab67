"""The way in for files: guarded, streamed, and answered in words."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from bemanning.domain.actor import Actor
from bemanning.services.loading_jobs import LoadingJobs
from bemanning.services.upload_folder import UploadFolder
from bemanning.store import Store, utc_now
from bemanning.web.uploads import register_uploads
from tests.builders.jobs import BuiltLauncher
from tests.builders.services import BuiltServices

PATH = "/inlasning/fil"
MEBIBYTE = 1024 * 1024
HEADERS = {
    "X-Requested-With": "bemanning",
    "X-File-Name": quote("huvudbok å 2018.xlsx"),
    "X-Signature": quote("Åsa  Öberg"),
}


class Receiving(BuiltServices):
    """Services that really receive, in a folder."""

    def __init__(self, sent: LoadingJobs) -> None:
        super().__init__()
        self.receive = sent.receive  # type: ignore[method-assign]  # the real one in the built one's place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "uploads"


@pytest.fixture
def server(store: Store, folder: Path) -> Flask:
    made = Flask(__name__)
    kept = UploadFolder(folder, limit_bytes=70 * MEBIBYTE)
    register_uploads(made, Receiving(LoadingJobs(store, kept, BuiltLauncher(), utc_now)))
    return made


def send(server: Flask, content: bytes, headers: dict[str, str], size: int | None = None) -> TestResponse:
    """Post a body; with `size`, of that length as it says itself."""
    told = {} if size is None else {"CONTENT_LENGTH": str(size)}
    return server.test_client().post(PATH, data=content, headers=headers, environ_overrides=told)


def problem_of(response: TestResponse) -> str:
    assert response.json is not None
    (problem,) = response.json["problems"]
    assert isinstance(problem, str)
    return problem


def test_a_file_is_received_in_the_name_that_signs(store: Store, server: Flask, folder: Path) -> None:
    response = send(server, b"\x00PK innehall", HEADERS)
    assert response.json == {"job": 1}
    record = store.jobs.get(1)
    assert record is not None
    assert (record.file_name, record.size_bytes) == ("huvudbok å 2018.xlsx", 12)
    assert Actor(record.actor_name, record.actor_role) == Actor("Åsa Öberg", "skärm")
    assert (folder / record.file_key).read_bytes() == b"\x00PK innehall"


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [
        ({"X-Requested-With": ""}, 403, "egen sida"),
        ({"X-Requested-With": "XMLHttpRequest"}, 403, "egen sida"),
        ({"X-Signature": " "}, 400, "Skriv ditt namn"),
        ({"X-File-Name": ""}, 400, "Filens namn"),
    ],
)
def test_what_does_not_say_what_it_must_is_not_received(
    server: Flask, folder: Path, changed: dict[str, str], status: int, words: str
) -> None:
    response = send(server, b"x", HEADERS | changed)
    assert (response.status_code, folder.exists()) == (status, False)
    assert words in problem_of(response)


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "huvudbok å 2018.xlsx: Filen är tom"), (71 * MEBIBYTE, "Filen är 71 MB, men högst 70 MB")],
)
def test_a_file_that_cannot_be_kept_is_told_by_its_name(
    store: Store, server: Flask, folder: Path, size: int, words: str
) -> None:
    response = send(server, b"", HEADERS, size)
    assert (response.status_code, store.jobs.get(1)) == (409, None)
    assert words in problem_of(response)
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_sender_who_hangs_up_leaves_nothing(store: Store, server: Flask, folder: Path) -> None:
    response = send(server, b"half", HEADERS, 8)
    assert (response.status_code, store.jobs.get(1), list(folder.iterdir())) == (400, None, [])


def test_a_link_sends_nothing(server: Flask) -> None:
    assert server.test_client().get(PATH, headers=HEADERS).status_code == 405


class Body:
    """A long body that is made as it is read."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, size: int = -1) -> bytes:
        assert 0 < size <= MEBIBYTE
        piece = min(size, self.left)
        self.left -= piece
        return bytes(piece)


def test_memory_does_not_grow_with_the_file(server: Flask, folder: Path) -> None:
    size = 64 * MEBIBYTE
    client, body = server.test_client(), {"wsgi.input": Body(size), "CONTENT_LENGTH": str(size)}
    tracemalloc.start()
    response = client.post(PATH, headers=HEADERS, environ_overrides=body)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert response.json == {"job": 1}
    (kept,) = folder.iterdir()
    assert kept.stat().st_size == size
    assert most < 8 * MEBIBYTE
