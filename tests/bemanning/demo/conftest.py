"""The whole demo region, written once for every test that reads it."""

import pickle
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from bemanning.demo import DemoRegion, write_demo_region
from tests.builders.made_once import made_once

Cells = Sequence[Sequence[object]]
Told = list[tuple[int, int, str]]


@pytest.fixture(scope="session")
def written_region(tmp_path_factory: pytest.TempPathFactory) -> tuple[DemoRegion, Told]:
    """Give the region and what was told of the progress."""

    def make(folder: Path) -> None:
        told: Told = []
        region = write_demo_region(folder / "region", lambda done, total, name: told.append((done, total, name)))
        (folder / "written").write_bytes(pickle.dumps((region, told)))

    folder = made_once(tmp_path_factory, "demo_region", make)
    region, told = pickle.loads((folder / "written").read_bytes())  # noqa: S301 - written by a test process
    return region, told


@pytest.fixture(scope="session")
def read_sheet() -> Callable[[Path, str | None], Cells]:
    """Give the cells of a sheet (None: the first), as calamine reads them."""

    def read(path: Path, sheet: str | None) -> Cells:
        book = CalamineWorkbook.from_path(str(path))
        return book.get_sheet_by_name(sheet or book.sheet_names[0]).to_python(skip_empty_area=False)

    return read
