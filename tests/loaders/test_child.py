"""The child's own side, in the test's process."""

from __future__ import annotations

import io
import json
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from loaders import child
from loaders.limits import Limits
from loaders.parse_file import FileParser
from loaders.wire import LENGTH_BYTES, read_faults, read_file, request_line

_KINDS = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE)


@pytest.fixture(autouse=True)
def _limits_put_back() -> Iterator[None]:
    before = {kind: resource.getrlimit(kind) for kind in _KINDS}
    yield
    for kind, limits in before.items():
        resource.setrlimit(kind, limits)


def answers_to(parser: FileParser, *lines: bytes) -> bytes:
    written = io.BytesIO()
    child.serve(parser, lines, written)
    return written.getvalue()


def unpacked(answer: bytes) -> ParsedFile:
    end = LENGTH_BYTES + int.from_bytes(answer[:LENGTH_BYTES], "big")
    head = json.loads(answer[LENGTH_BYTES:end])
    cells, _ = head["lengths"]
    return read_file(head, [answer[end : end + cells], answer[end + cells :]])


def test_answers_a_file_request_as_the_parser_does(
    parser: FileParser, text_file: Callable[..., Path], parse: Callable[..., ParsedFile]
) -> None:
    path = text_file("Konto;Kst;Period;Belopp\n1;2;201801;5\n")
    parsed = parse(path)
    assert unpacked(answers_to(parser, request_line("file", ReadRequest(path, path.name), parsed.sha256))) == parsed


def test_a_bug_is_told_by_kind_and_place_alone(parser: FileParser, tmp_path: Path) -> None:
    (fault,) = unpacked(answers_to(parser, request_line("file", ReadRequest(tmp_path, "mapp"), ""))).faults
    assert fault.code is FaultCode.READ_FAILED
    assert fault.params["error"] == "IsADirectoryError"
    assert str(tmp_path) not in str(fault.params)


def test_a_lack_of_memory_that_is_caught_is_the_limit(parser: FileParser, text_file: Callable[..., Path]) -> None:
    # More at once than a long test process may have freed and kept: 32 MB and more is always asked of the system anew.
    path = text_file("Konto;Kst;Period;Belopp\n" + "1;2;201801;5\n" * 12_000_000)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + 20 * 1024 * 1024, resource.getrlimit(resource.RLIMIT_AS)[1]))
    answer = answers_to(parser, request_line("file", ReadRequest(path, "stor"), ""))
    assert unpacked(answer).faults == (Fault(FaultCode.READ_LIMIT, {"limit": "memory"}),)


def test_a_workbook_is_given_as_text(parser: FileParser, workbook: Callable[..., Path]) -> None:
    path = workbook({"A": [[], [None, "x", 412, 2.5]]})
    answer = answers_to(parser, request_line("workbook", ReadRequest(path, "x"), ""))
    head = json.loads(answer[LENGTH_BYTES:])
    assert head["sheets"] == [{"name": "A", "first_column": 1, "rows": [["", "", ""], ["x", "412", "2.5"]]}]


def test_a_workbook_that_is_no_workbook_is_a_fault(parser: FileParser, text_file: Callable[..., Path]) -> None:
    answer = answers_to(parser, request_line("workbook", ReadRequest(text_file("a;b"), "x"), ""))
    assert unpacked(answer).faults == (Fault(FaultCode.FORMAT_UNKNOWN, {"format": "text_not_workbook"}),)


@pytest.mark.parametrize("with_headings", [True, False])
def test_main_sets_limits_and_serves_until_input_ends(
    headings_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    with_headings: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    output = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    monkeypatch.setattr(sys, "stdout", output)
    limits = {field: getattr(Limits(), field) for field in Limits.__slots__}
    child.main([str(headings_folder) if with_headings else "", "2019-01", json.dumps(limits)])
    assert output.buffer.getvalue() == b""
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == Limits().memory_bytes


def test_a_limit_never_passes_the_one_the_process_was_given() -> None:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    child._limit(resource.RLIMIT_NOFILE, hard + 1)  # noqa: SLF001 -- no other limit has a hard one everywhere
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (hard, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_faults_come_back_as_they_went() -> None:
    faults = (Fault(FaultCode.KEY_MISSING, {"column": "account"}, "Blad", "A1"),)
    texts = [{"code": "key_missing", "params": {"column": "account"}, "sheet": "Blad", "cell": "A1"}]
    assert read_faults(texts) == faults
