"""Jobs without processes: launched ones are remembered, and uploads are made of bytes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from bemanning.services.loading_jobs import LoadingJobs
from bemanning.services.upload import Upload
from bemanning.services.upload_folder import UploadFolder
from bemanning.store import Store, utc_now


class BuiltLauncher:
    """Remembers what was launched."""

    def __init__(self) -> None:
        self.launched: list[int] = []

    def launch(self, job_id: int) -> None:
        self.launched.append(job_id)


def no_files(store: Store) -> LoadingJobs:
    """Jobs of a store that no file is sent to."""
    return LoadingJobs(store, UploadFolder(Path("/no/such/folder")), BuiltLauncher(), utc_now)


def upload(content: bytes = b"content", name: str = "fil.xlsx", size_bytes: int | None = None) -> Upload:
    """A sent file, of the size it has where no other is said."""
    return Upload(name, BytesIO(content).read, len(content) if size_bytes is None else size_bytes)


def rename(store: Store, old: str, new: str) -> None:
    """Take a table away, or bring it back."""
    with store.jobs._noting() as connection:  # noqa: SLF001 -- what no one else ever does
        connection.exec_driver_sql(f"ALTER TABLE {old} RENAME TO {new}")
