import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bemanning.domain.parsed_file import ReadRequest
from loaders.reader import FileReader
from tests.benchmarks.ledger_exports import KINDS, WRITERS, export_file, export_rows
from tests.loaders.conftest import HEADINGS_FOLDER


def test_every_screen_is_measured() -> None:
    options = ("--count", "2", "--users", "2", "--pause", "0", "--visits", "1", "--visit", "/enheter")
    command = [sys.executable, "-m", "tests.benchmarks.screens", "12x1", *options]
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout  # noqa: S603 - our own
    for words in (
        "# 12x1",
        "| Översikt |",
        "| Hjälp |",
        "| 2, 0 s apart |",
        "| /enheter |",
        "plotly-1-cartesian",
        "Asked at once",
    ):
        assert words in printed


@pytest.mark.parametrize("form", WRITERS)
def test_the_exports_that_are_measured_hold_the_same(tmp_path: Path, form: str) -> None:
    path = export_file(form, 60, tmp_path)
    (parsed,) = FileReader(HEADINGS_FOLDER).read([ReadRequest(path, path.name)])
    assert (parsed.faults, parsed.total) == ((), sum(round(float(row[-1]) * 100) for row in export_rows(60)))


def test_ten_vouchers_share_a_cell() -> None:
    every, vouchers = (Counter(row[:7] for row in export_rows(6000, kind)) for kind in KINDS)
    assert (len(every), len(vouchers)) == (6000, 600)
    assert vouchers.total() == 6000


def test_ingestion_is_measured(tmp_path: Path) -> None:
    options = ("--rows", "50", "--forms", "csv", "--times", "1", "--loaded", "12x1", "--no-pandas")
    command = [sys.executable, "-m", "tests.benchmarks.ingest", *options, "--keep", str(tmp_path)]
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout  # noqa: S603 - our own
    for words in ("| 50.csv |", "| 50-vouchers.csv |", "bare_csv", "| 12x1 |"):
        assert words in printed
