"""The whole demo region's files, as a test reads them."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

Cells = Sequence[Sequence[object]]


@pytest.fixture(scope="session")
def read_sheet() -> Callable[[Path, str | None], Cells]:
    """Give the cells of a sheet (None: the first), as calamine reads them."""

    def read(path: Path, sheet: str | None) -> Cells:
        book = CalamineWorkbook.from_path(str(path))
        return book.get_sheet_by_name(sheet or book.sheet_names[0]).to_python(skip_empty_area=False)

    return read
