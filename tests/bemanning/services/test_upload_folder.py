"""Sent files: kept whole or not at all, for this program alone, and no longer than they are needed."""

from __future__ import annotations

import errno
import os
import stat
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.services.upload import Upload
from bemanning.services.upload_folder import PIECE_BYTES, SPARE_BYTES, UploadFolder
from tests.builders.jobs import upload

MEBIBYTE = 1024 * 1024


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "uploads"


def refused(folder: UploadFolder, sent: Upload) -> tuple[Fault, ...]:
    with pytest.raises(UserError) as caught:
        folder.keep(sent)
    return caught.value.faults


def test_a_file_is_kept_as_it_was_sent_under_a_name_that_says_nothing(path: Path) -> None:
    folder = UploadFolder(path)
    first, second = (folder.keep(upload(b"a" * 10, "../../etc/passwd")) for _ in range(2))
    assert (folder.path(first.key).read_bytes(), first.size_bytes) == (b"a" * 10, 10)
    assert first.key != second.key
    assert {file.name for file in path.iterdir()} == {first.key, second.key}
    assert all(len(key) == 32 and key.isalnum() for key in (first.key, second.key))


def test_no_one_else_may_look(path: Path) -> None:
    path.mkdir(parents=True, mode=0o777)
    kept = UploadFolder(path).keep(upload())
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, path / kept.key)] == [0o700, 0o600]


def test_a_file_without_a_told_size_is_kept_too(path: Path) -> None:
    sent = upload(b"12345")
    assert UploadFolder(path).keep(Upload(sent.file_name, sent.read)).size_bytes == 5


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        (upload(b"", size_bytes=0), Fault(FaultCode.FILE_EMPTY)),
        (upload(b"123", size_bytes=5), Fault(FaultCode.UPLOAD_BROKEN, {"received": 3, "size": 5})),
        (upload(b"", size_bytes=2 * MEBIBYTE + 1), Fault(FaultCode.FILE_TOO_LARGE, {"size": 3, "limit": 2})),
        (
            Upload("a", upload(b"x" * (2 * MEBIBYTE + 1)).read),
            Fault(FaultCode.FILE_TOO_LARGE, {"size": 3, "limit": 2}),
        ),
    ],
)
def test_nothing_is_left_of_what_does_not_come_whole_or_is_too_large(path: Path, sent: Upload, fault: Fault) -> None:
    assert refused(UploadFolder(path, limit_bytes=2 * MEBIBYTE), sent) == (fault,)
    assert not path.exists() or list(path.iterdir()) == []


def test_a_file_of_just_the_limit_is_kept(path: Path) -> None:
    assert UploadFolder(path, limit_bytes=7).keep(upload(b"1234567")).size_bytes == 7


def test_a_file_that_there_is_no_room_for_is_refused_before_it_is_sent(path: Path) -> None:
    folder = UploadFolder(path, free=lambda _folder: SPARE_BYTES + 9)
    assert refused(folder, upload(b"0123456789")) == (Fault(FaultCode.UPLOAD_NO_SPACE, {"free": 64}),)
    assert folder.keep(upload(b"012345678")).size_bytes == 9


def test_a_folder_that_can_not_be_used_is_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"a file")
    (fault,) = refused(UploadFolder(path), upload())
    assert fault == Fault(FaultCode.UPLOAD_FOLDER, {"folder": str(path), "reason": "File exists"})
    assert path.read_bytes() == b"a file"


def failing(number: int) -> Iterator[bytes]:
    yield b"some"
    raise OSError(number, "said by the system")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_fills_up_meanwhile_is_told(path: Path, number: int) -> None:
    pieces = failing(number)
    (fault,) = refused(UploadFolder(path), Upload("a", lambda _size: next(pieces)))
    assert fault.code is FaultCode.UPLOAD_NO_SPACE
    assert list(path.iterdir()) == []


def test_any_other_failure_leaves_nothing_either(path: Path) -> None:
    pieces = failing(errno.EIO)
    with pytest.raises(OSError, match="said by the system"):
        UploadFolder(path).keep(Upload("a", lambda _size: next(pieces)))
    assert list(path.iterdir()) == []


def test_memory_does_not_grow_with_the_file(path: Path) -> None:
    left = [64 * MEBIBYTE]

    def read(size: int) -> bytes:
        piece = min(size, left[0])
        left[0] -= piece
        return bytes(piece)

    tracemalloc.start()
    kept = UploadFolder(path).keep(Upload("a", read))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept.size_bytes == 64 * MEBIBYTE
    assert most < 8 * PIECE_BYTES


class TestSweep:
    """What no one needs goes."""

    def test_old_files_go_whatever_they_were(self, path: Path) -> None:
        folder = UploadFolder(path)
        old, new = folder.keep(upload()).key, folder.keep(upload()).key
        at = datetime(2019, 1, 1, tzinfo=UTC)
        os.utime(folder.path(old), (at.timestamp(), at.timestamp()))
        assert folder.kept_since(old) == at
        folder.sweep(at)
        assert folder.kept_since(old) == at
        folder.sweep(at + timedelta(seconds=1))
        assert folder.kept_since(old) is None
        assert folder.kept_since(new) is not None

    def test_a_folder_that_is_not_there_is_empty(self, path: Path) -> None:
        UploadFolder(path).sweep(datetime.now(UTC))
        assert not path.exists()

    def test_what_another_server_removes_meanwhile_is_no_trouble(self, path: Path) -> None:
        folder = UploadFolder(path)
        key = folder.keep(upload()).key
        (path / "borta").symlink_to(path / "ingenstans")
        folder.sweep(datetime.now(UTC) - timedelta(days=1))
        folder.remove("ingenting")
        assert folder.kept_since(key) is not None


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("huvudbok 2018-12.xlsx", "huvudbok 2018-12.xlsx"),
        ("C:\\fakepath\\å.csv", "å.csv"),
        ("../../etc/passwd", "passwd"),
        ("lön 18900101-9802.xlsx", "lön (dolt).xlsx"),
        ("a\x00b\n\u202ec.xlsx", "a b c.xlsx"),
        ("mapp/", "fil"),
        ("", "fil"),
        ("x" * 300, "x" * 200),
    ],
)
def test_a_name_is_shown_without_what_must_not_be(sent: str, shown: str) -> None:
    assert upload(name=sent).shown_name == shown
