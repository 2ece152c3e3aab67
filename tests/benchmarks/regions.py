"""The regions that are measured, each opened as a copy of its own, so that what is measured may change it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bemanning.services.region_services import RegionServices
from bemanning.store import Store
from bemanning.wiring import AppSettings, open_services
from tests.benchmarks.synthetic import Region, build


def region_file(name: str, folder: Path) -> Path:
    """Give a SQLite file: the one named, or for "1000x15" a made-up region, built in the folder unless it is there."""
    if Path(name).exists():
        return Path(name)
    path = folder / f"{name}.db"
    if not path.exists():
        units, years = map(int, name.split("x"))
        with closing(Store.open(_url(path))) as store:
            build(store, Region(units, years))
    return path


@contextmanager
def copied(path: Path) -> Iterator[str]:
    """Give the address of a copy."""
    with TemporaryDirectory() as folder:
        yield _url(Path(shutil.copy(path, folder)))


@contextmanager
def opened(path: Path) -> Iterator[RegionServices]:
    """Give services on a copy, which have answered nothing yet."""
    with copied(path) as url:
        services = open_services(AppSettings(url))
        with closing(services.store):
            yield services


def _url(path: Path) -> str:
    return f"sqlite:///{path}"
