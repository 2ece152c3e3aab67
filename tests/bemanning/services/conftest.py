from collections.abc import Callable
from pathlib import Path

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.mapping import MappingSet
from bemanning.domain.parsed_file import ParsedFile
from bemanning.services.file_report import FileReport
from bemanning.services.ingest import LoadOptions
from bemanning.services.loading_jobs import LoadingJobs
from bemanning.services.region_services import RegionServices
from bemanning.services.upload_folder import UploadFolder
from bemanning.store import Store
from tests.builders.files import MAPPINGS, BuiltReader, paths
from tests.builders.jobs import BuiltLauncher
from tests.conftest import Clock

Loader = Callable[..., list[FileReport]]


def no_mapping_files(path: Path, file_name: str) -> MappingSet:
    """These tests change mappings directly."""
    raise AssertionError(path, file_name)


@pytest.fixture
def launcher() -> BuiltLauncher:
    """Stands where processes are started."""
    return BuiltLauncher()


@pytest.fixture
def sent(store: Store, tmp_path: Path, clock: Clock, launcher: BuiltLauncher) -> LoadingJobs:
    """Sent files and their jobs, none of which runs by itself."""
    return LoadingJobs(store, UploadFolder(tmp_path / "uploads"), launcher, clock)


@pytest.fixture
def services(store: Store, actor: Actor, sent: LoadingJobs) -> RegionServices:
    """Services on an empty store that knows two units of health care and one of the staff."""
    with store.writing(actor) as session:
        session.mappings.replace(MAPPINGS)
        session.log.add("mappings", "mappings", {})
    return RegionServices(store, BuiltReader(), no_mapping_files, sent)


@pytest.fixture
def load(services: RegionServices, actor: Actor) -> Loader:
    """Load parsed files, as if they had been read."""

    def load_now(*files: ParsedFile, options: LoadOptions | None = None) -> list[FileReport]:
        services.reader = BuiltReader(*files)
        return list(services.load(paths(*files), options or LoadOptions(), actor))

    return load_now
