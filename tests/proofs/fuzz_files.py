"""Mutated files of every format: python -m tests.proofs.fuzz_files --minutes 60 --folder /tmp/fuzz.

Looks for what a file must never do: break the reader's parent, hang it, meet a bug, or come in with another sum than
a plain reader gives. What was found is kept in the folder with what was said of it, and so is what a person must judge:
files that killed the child (`died`: refused, but not in its own words), and some that came in with other sums than
their seed's although no plain reader could be sure of them (`unclear`). The next run goes on where the last one ended.
Ends with status 1 where anything was ever found.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import polars as pl

from bemanning.domain.faults import FaultCode
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.vocabulary import Source
from loaders.limits import MEBIBYTE, Limits
from loaders.reader import FileReader
from tests.loaders.conftest import HEADINGS_FOLDER
from tests.proofs.mutations import mutated
from tests.proofs.plain_readers import plain_sums
from tests.proofs.seeds import Seed, seeds

# A small file that needs more than this is a finding.
LIMITS = Limits(memory_bytes=2_048 * MEBIBYTE, seconds=20, cpu_seconds=10)
_BATCH = 200
_FOUND = frozenset({"crash", "bug", "time", "total", "sum"})
_TO_JUDGE = frozenset({"died", "unclear"})
_MOST_TO_JUDGE = 300
TODAY = date(2019, 1, 15)


@dataclass
class Progress:
    """Where a run stands; kept in the folder between runs."""

    seed: int
    next_case: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    @classmethod
    def read(cls, path: Path, seed: int) -> Progress:
        if not path.exists():
            return cls(seed)
        kept = json.loads(path.read_text())
        return cls(kept["seed"], kept["next_case"], Counter(kept["counts"]))

    def write(self, path: Path) -> None:
        path.write_text(json.dumps({"seed": self.seed, "next_case": self.next_case, "counts": self.counts}, indent=1))

    @property
    def found(self) -> int:
        """How many files did what none may."""
        return sum(count for what, count in self.counts.items() if what in _FOUND)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run cases until the time or the number is up; gives the exit status."""
    warnings.simplefilter("ignore")  # openpyxl's, of the harm that was done
    options = _options(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    state = options.folder / f"state-{options.seed}.json"
    progress = Progress.read(state, options.seed)
    until, last = time.monotonic() + options.minutes * 60, progress.next_case + (options.cases or sys.maxsize)
    while time.monotonic() < until and progress.next_case < last:
        _batch(progress, min(_BATCH, last - progress.next_case), options.folder)
        progress.write(state)
        _print(f"{progress.next_case} files: {dict(sorted(progress.counts.items()))}")
    return 1 if progress.found else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.proofs.fuzz_files", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("fuzz"), help="where findings and progress are kept")
    parser.add_argument("--minutes", type=float, default=60.0, help="how long to run")
    parser.add_argument("--cases", type=int, help="how many files, whatever the time")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other files: several can run side by side")
    return parser.parse_args(arguments)


def _batch(progress: Progress, count: int, folder: Path) -> None:
    reader = FileReader(HEADINGS_FOLDER, LIMITS, TODAY)
    with TemporaryDirectory() as work:
        cases = [_case(progress.seed, progress.next_case + offset, Path(work)) for offset in range(count)]
        answers = reader.read([ReadRequest(path, path.name) for _, path in cases])
        for seed, path in cases:
            try:
                kind, told = judged(seed, path.read_bytes(), next(answers))
            except Exception:  # noqa: BLE001 - the parent must survive any file: this is what is looked for
                kind, told = "crash", traceback.format_exc()
                left = cases[cases.index((seed, path)) + 1 :]
                answers = reader.read([ReadRequest(each, each.name) for _, each in left])
            _note(progress, folder, (kind, told), path)
            progress.next_case += 1


def _case(seed: int, number: int, folder: Path) -> tuple[Seed, Path]:
    chance = Random(f"{seed}-{number}")  # noqa: S311 - the same files each time
    chosen = chance.choice(_SEEDS)
    path = folder / f"{seed}-{number}-{chosen.name}"
    path.write_bytes(mutated(chosen.content, chance))
    return chosen, path


_SEEDS = seeds()


def judged(seed: Seed, content: bytes, parsed: ParsedFile) -> tuple[str, str]:
    """Say what a file's answer was: a kind, and what is to be kept of it."""
    codes = {fault.code for fault in parsed.faults}
    if FaultCode.READ_FAILED in codes:
        return "bug", repr(parsed.faults)
    if codes & {FaultCode.READ_LIMIT, FaultCode.READ_BROKEN}:
        is_slow = any(fault.params.get("limit") == "time" for fault in parsed.faults)
        return ("time" if is_slow else "died"), repr(parsed.faults)
    if codes:
        return "refused", ""
    if _cell_sums(parsed) != parsed.per_month or sum(parsed.per_month.values()) != parsed.total:
        return "total", repr(parsed.per_month)
    plain, seed_sums = plain_sums(seed, content), plain_sums(seed, seed.content)
    told = f"seed:  {seed_sums}\nplain: {plain}\nread:  {parsed.per_month}\n" + "\n".join(map(repr, parsed.warnings))
    if plain is not None:
        return ("same", "") if plain == parsed.per_month else ("sum", told)
    return ("harmless", "") if parsed.per_month == seed_sums else ("unclear", told)


def _cell_sums(parsed: ParsedFile) -> dict[str, int]:
    cells = pl.read_ipc_stream(BytesIO(parsed.cells))
    if parsed.source is Source.LEDGER:
        cells = cells.filter(pl.col("measure") == "actual")
    amount = "amount_ore" if parsed.source is Source.LEDGER else "centihours"
    return dict(cells.group_by("month").agg(pl.col(amount).sum()).iter_rows())


def _note(progress: Progress, folder: Path, found: tuple[str, str], path: Path) -> None:
    kind, told = found
    progress.counts[kind] += 1
    if kind not in _FOUND and (kind not in _TO_JUDGE or progress.counts[kind] > _MOST_TO_JUDGE):
        return
    kept = folder / kind
    kept.mkdir(exist_ok=True)
    (kept / path.name).write_bytes(path.read_bytes())
    (kept / f"{path.name}.said").write_text(told)


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
