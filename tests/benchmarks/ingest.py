"""How fast files come in: python -m tests.benchmarks.ingest. Prints ratios to bare reads of the same run.

Seconds are told by the clock; ratios are of the processors' time, which others on the machine disturb less.

Needs `.venv/bin/uv pip install --group bench` for what it is compared with.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bemanning.store import Store
from tests.benchmarks.ledger_exports import KINDS, WRITERS, export_file
from tests.benchmarks.regions import region_file

# What each form's whole load is held against, and what is told of where its time goes.
_BARE = {"xlsx": "bare_fastexcel", "csv": "bare_polars", "sie": "bare_lines"}
_PARTS = {"xlsx": ("guard", "calamine", "read"), "csv": ("bare_csv", "read"), "sie": ("read",)}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a step took: seconds by the clock, seconds of the processors, megabytes at most."""

    seconds: float
    cpu_seconds: float
    memory_mb: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every form and size that is named."""
    options = _options(arguments)
    with TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        _print("Whole loads into an empty SQLite store\n")
        _row("file", "load s", "× bare read", "MB", "× bare's MB", "µs a row", "parts, × bare read", "pandas, × load")
        _row(*["---"] * 8)
        empty = Path(scratch) / "empty.db"
        Store.open(f"sqlite:///{empty}").close()
        for form, rows, kind in product(options.forms, options.rows, options.kinds):
            _whole(export_file(form, rows, folder, kind), empty, rows, options)
        if options.loaded:
            _print("\nThe same file into a store that holds years already\n")
            _row("store", "load s")
            _row("---", "---")
            path = export_file("csv", min(options.rows), folder)
            for name in options.loaded:
                _row(name, f"{_into(region_file(name, folder), path, options.times).seconds:.2f}")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.ingest", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--forms", nargs="+", choices=list(WRITERS), default=list(WRITERS))
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), help="see ledger_exports")
    parser.add_argument("--times", type=int, default=3, help="runs of each step, the middle one told")
    parser.add_argument("--loaded", nargs="*", default=["1000x4", "1000x15"], metavar="UNITSxYEARS")
    parser.add_argument("--no-pandas", action="store_true", help="leave pandas out")
    parser.add_argument("--keep", type=Path, help="a folder where files and regions are kept between runs")
    return parser.parse_args(arguments)


def _whole(path: Path, empty: Path, rows: int, options: argparse.Namespace) -> None:
    form = path.suffix[1:]
    bare, load = _cost(_BARE[form], path, options.times), _into(empty, path, options.times)
    parts = [f"{step} {_cost(step, path, options.times).cpu_seconds / bare.cpu_seconds:.1f}" for step in _PARTS[form]]
    is_compared = form != "sie" and not options.no_pandas
    pandas = f"{_cost('pandas', path, 1).cpu_seconds / load.cpu_seconds:.1f}" if is_compared else "–"
    _row(
        path.name,
        f"{load.seconds:.2f}",
        f"{load.cpu_seconds / bare.cpu_seconds:.1f}",
        f"{load.memory_mb:.0f}",
        f"{load.memory_mb / bare.memory_mb:.1f}",
        f"{1e6 * load.cpu_seconds / rows:.1f}",
        ", ".join(parts),
        pandas,
    )


def _into(region: Path, path: Path, times: int) -> Cost:
    """Load into copies of a region."""
    with TemporaryDirectory() as folder:
        copies = [shutil.copy(region, Path(folder) / f"{number}.db") for number in range(times)]
        urls = [f"sqlite:///{copy}" for copy in copies]
        for url in urls:
            Store.open(url).close()  # one that an older version has kept is brought up to date first
        return _middle([_run("load", str(path), url) for url in urls])


def _cost(step: str, path: Path, times: int) -> Cost:
    return _middle([_run(step, str(path)) for _ in range(times)])


def _run(*arguments: str) -> Cost:
    command = [sys.executable, "-m", "tests.benchmarks.ingest_steps", *arguments]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout  # noqa: S603 - our own
    return Cost(**json.loads(told))


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(
        median(cost.seconds for cost in costs),
        median(cost.cpu_seconds for cost in costs),
        median(cost.memory_mb for cost in costs),
    )


def _row(*cells: object) -> None:
    _print(f"| {' | '.join(map(str, cells))} |")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
