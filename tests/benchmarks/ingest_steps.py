"""One step of ingestion in a process of its own, so that its time and memory are its own:

python -m tests.benchmarks.ingest_steps STEP FILE [DATABASE] prints one line of JSON.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

# What a step needs it imports itself: a bare read's process has nothing in it but the library that reads.

_HEADINGS = Path(__file__).parents[2] / "data" / "headings"


def bare_fastexcel(path: Path) -> None:
    """Read an xlsx and do nothing with it."""
    import fastexcel  # noqa: PLC0415 - only this step needs it

    fastexcel.read_excel(path).load_sheet(0).to_polars()


def bare_polars(path: Path) -> None:
    """Read a csv and do nothing with it."""
    import polars as pl  # noqa: PLC0415 - as above

    pl.read_csv(path, separator=";", infer_schema=False)


def bare_lines(path: Path) -> None:
    """Decode a SIE file, and split its lines at spaces."""
    for line in path.read_text("cp437").splitlines():
        line.split()


def bare_csv(path: Path) -> None:
    """Read a csv with the standard library."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for _ in csv.reader(file, delimiter=";"):
            pass


def guard(path: Path) -> None:
    """Look an xlsx through."""
    from loaders.guard import guard_workbook  # noqa: PLC0415 - as above
    from loaders.limits import Limits  # noqa: PLC0415 - as above

    guard_workbook(path, Limits())


def calamine(path: Path) -> None:
    """Go through an xlsx's cells as our reader gets them."""
    from python_calamine import load_workbook  # noqa: PLC0415 - as above

    with path.open("rb") as file, load_workbook(file) as workbook:
        for _ in workbook.get_sheet_by_index(0).iter_rows():
            pass


def read(path: Path) -> None:
    """Guard, read, parse and check a file, in the child process that does so."""
    from bemanning.domain.parsed_file import ReadRequest  # noqa: PLC0415 - as above
    from loaders.reader import FileReader  # noqa: PLC0415 - as above

    (parsed,) = FileReader(_HEADINGS).read([ReadRequest(path, path.name)])
    assert not parsed.faults, parsed.faults


def load(path: Path, database: str) -> None:
    """Do all of it, into a database: guard, read, parse, check, store, cube."""
    from bemanning.domain.actor import Actor  # noqa: PLC0415 - as above
    from bemanning.services.file_report import Outcome  # noqa: PLC0415 - as above
    from bemanning.services.ingest import LoadOptions  # noqa: PLC0415 - as above
    from bemanning.wiring import AppSettings, open_services  # noqa: PLC0415 - as above

    services = open_services(AppSettings(database))
    with closing(services.store):
        (report,) = services.load([path], LoadOptions(allow_erase=True), Actor("Mätning", "system"))
        assert report.outcome is not Outcome.REJECTED, report.faults


def pandas(path: Path) -> None:
    """Do what is done without us: read, sum per key, write to SQLite."""
    import pandas as pd  # noqa: PLC0415 - as above
    from sqlalchemy import create_engine  # noqa: PLC0415 - as above

    frame = (
        pd.read_excel(path, engine="openpyxl") if path.suffix == ".xlsx" else pd.read_csv(path, sep=";", decimal=",")
    )
    keys = ["Period", "Konto", "Ansvar", "Verksamhet", "Projekt", "Motpart", "Leverantör"]
    with TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{folder}/new.db")
        frame.groupby(keys, as_index=False)["Belopp"].sum().to_sql("cells", engine, index=False)
        engine.dispose()


STEPS: dict[str, Callable[..., None]] = {
    step.__name__: step
    for step in (bare_fastexcel, bare_polars, bare_lines, bare_csv, guard, calamine, read, load, pandas)
}


def main(step: str, path: str, *database: str) -> None:
    """Take the step, and print its seconds by the clock, its processors' seconds and its memory at most."""
    begun = time.perf_counter()
    STEPS[step](Path(path), *database)
    seconds = time.perf_counter() - begun
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    # Parent and child hold theirs at the same time, or nearly.
    told = {
        "seconds": seconds,
        "cpu_seconds": sum(each.ru_utime + each.ru_stime for each in used),
        "memory_mb": sum(each.ru_maxrss for each in used) / 1024,
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
