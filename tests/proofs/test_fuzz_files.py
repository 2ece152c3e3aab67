"""A fixed sample of the fuzzer's files, and that it would see what it looks for."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders.reader import FileReader
from tests.loaders.conftest import HEADINGS_FOLDER
from tests.proofs.fuzz_files import LIMITS, TODAY, judged, main
from tests.proofs.plain_readers import plain_sums
from tests.proofs.seeds import Seed, seeds

SEEDS = {seed.name: seed for seed in seeds()}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ParsedFile]:
    """Every seed as the reader reads it."""
    folder = tmp_path_factory.mktemp("seeds")
    for seed in SEEDS.values():
        (folder / seed.name).write_bytes(seed.content)
    requests = [ReadRequest(folder / name, name) for name in SEEDS]
    return {parsed.file_name: parsed for parsed in FileReader(HEADINGS_FOLDER, LIMITS, TODAY).read(requests)}


def test_a_sample_of_mutated_files_does_no_harm_and_goes_on_where_it_ended(tmp_path: Path) -> None:
    command = ["--folder", str(tmp_path), "--seed", "7", "--cases"]
    assert main([*command, "100"]) == 0
    assert main([*command, "50"]) == 0
    state = json.loads((tmp_path / "state-7.json").read_text())
    assert (state["next_case"], sum(state["counts"].values())) == (150, 150)
    # Most are refused; but a fuzzer whose every file is refused proves nothing about sums.
    assert Counter(state["counts"])["same"] > 15


@pytest.mark.parametrize("name", SEEDS)
def test_a_plain_reader_and_the_loaders_agree_on_each_seed(name: str, read: dict[str, ParsedFile]) -> None:
    assert judged(SEEDS[name], SEEDS[name].content, read[name]) == ("same", "")


FINDINGS = [
    ("a bug", {"faults": (Fault(FaultCode.READ_FAILED),)}, "bug"),
    ("too slow", {"faults": (Fault(FaultCode.READ_LIMIT, {"limit": "time"}),)}, "time"),
    ("a dead child", {"faults": (Fault(FaultCode.READ_BROKEN),)}, "died"),
    ("cells that sum to something else", {"per_month": {"2018-01": 1}, "total": 1}, "total"),
    ("a total of something else", {"total": 1}, "total"),
]


@pytest.mark.parametrize(("change", "kind"), [case[1:] for case in FINDINGS], ids=[case[0] for case in FINDINGS])
def test_what_no_file_may_do_is_seen(change: dict[str, object], kind: str, read: dict[str, ParsedFile]) -> None:
    seed = SEEDS["utf8.csv"]
    assert judged(seed, seed.content, replace(read[seed.name], **change))[0] == kind  # type: ignore[arg-type]


def test_another_sum_than_the_plain_readers_is_seen(read: dict[str, ParsedFile]) -> None:
    seed = SEEDS["utf8.csv"]
    other = seed.content.replace(b"320,00", b"321,00")
    assert judged(seed, other, read[seed.name])[0] == "sum"
    # Quotation marks are beyond a plain reader: where the sums are the seed's still, no harm is done.
    assert judged(seed, other.replace(b"101", b'"101"'), read[seed.name])[0] == "harmless"
    assert judged(SEEDS["hours.csv"], b"", read[seed.name])[0] == "unclear"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("utf8.csv", b"201801", b"201813"),
        ("utf8.csv", b"320,00", b"3.200"),
        ("type3.se", b"320.00", b"321.00"),
        ("page.xls", b"<td>101</td>", b""),
        ("xml2003.xls", b"101", b"1 01"),
    ],
)
def test_a_plain_reader_is_never_sure_of_what_is_not_plain(name: str, old: bytes, new: bytes) -> None:
    seed: Seed = SEEDS[name]
    assert old in seed.content
    assert plain_sums(seed, seed.content.replace(old, new, 1)) is None
