"""The reader with its real child process: limits, crashes and what comes after them."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bemanning.domain.faults import Fault
from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.month import Month
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.profile import Layout, Profile
from bemanning.domain.vocabulary import Source
from loaders.child_process import ChildError, ChildProcess, limit_passed
from loaders.limits import MEBIBYTE, Limits
from loaders.reader import FileReader
from loaders.wire import read_request, request_line
from tests.builders.slow_text import slow_ledger

HEADER = ["KONTO_ID", "KST_ID", "PERIOD", "UTFALL", "VERNR"]
ROW = ["5011", "101", 201801, 5, "V1"]
SHEET = "xl/worksheets/sheet1.xml"
Build = Callable[..., Path]


def request(path: Path) -> ReadRequest:
    return ReadRequest(path, path.name, frozenset({"5011"}))


@pytest.fixture
def sound(workbook: Build) -> Path:
    return workbook([HEADER, ROW], name="bra.xlsx")


@pytest.fixture
def stray_cell(sound: Path, tmp_path: Path) -> Path:
    """A workbook that the reading library dies of, once the guard lets it through."""
    path = tmp_path / "fälla.xlsx"
    with zipfile.ZipFile(sound) as archive, zipfile.ZipFile(path, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name)
            if name == SHEET:
                content = content.replace(b"</row></sheetData>", b'<c r="XFD1048576"><v>1</v></c></row></sheetData>')
            changed.writestr(name, content)
    return path


def test_gives_what_the_parser_gives_one_file_at_a_time(
    headings_folder: Path, sound: Path, text_file: Build, parse: Callable[..., ParsedFile]
) -> None:
    text = text_file("Konto;Kst;Period;Belopp\n1;2;201801;fel\n")
    answers = FileReader(headings_folder, today=date(2019, 1, 31)).read([request(sound), request(text)])
    first = next(answers)
    assert first == parse(sound, ["5011"])
    assert first.sha256 == hashlib.sha256(sound.read_bytes()).hexdigest()
    assert [fault.cell for fault in next(answers).faults] == ["D2"]
    assert next(answers, None) is None


def test_nothing_asked_starts_nothing(headings_folder: Path) -> None:
    assert list(FileReader(headings_folder).read([])) == []


def test_files_that_are_not_there_or_empty_or_too_large(headings_folder: Path, sound: Path, text_file: Build) -> None:
    limits = Limits(file_bytes=100)
    paths = [sound.with_name("borta.xlsx"), text_file("", "tom.csv"), sound]
    answers = list(FileReader(headings_folder, limits).read([request(path) for path in paths]))
    assert [[fault.code for fault in answer.faults] for answer in answers] == [
        [Code.FILE_MISSING], [Code.FILE_EMPTY], [Code.FILE_TOO_LARGE],
    ]  # fmt: skip
    assert answers[2].faults[0].params == {"size": 1, "limit": 0}


def test_months_more_than_a_year_ahead_are_misread_cells(headings_folder: Path, text_file: Build) -> None:
    path = text_file("Konto;Kst;Period;Belopp\n1;2;201901;5\n1;2;201902;5\n")
    reader = FileReader(headings_folder, today=date(2018, 1, 31))
    (answer,) = reader.read([request(path)])
    assert [(fault.code, fault.cell) for fault in answer.faults] == [(Code.PERIOD_FUTURE, "C3")]
    this_month = Month.parse(datetime.now(UTC).strftime("%Y-%m"))
    ahead = text_file(f"Konto;Kst;Period;Belopp\n1;2;{this_month.plus(12)};5\n1;2;{this_month.plus(14)};5\n")
    (answer,) = FileReader(headings_folder).read([request(ahead)])
    assert [(fault.code, fault.cell) for fault in answer.faults] == [(Code.PERIOD_FUTURE, "C3")]


def test_a_file_that_kills_the_child_is_refused_and_the_next_is_read(
    headings_folder: Path, sound: Path, stray_cell: Path
) -> None:
    careless = Limits(span_cells=10**12)
    requests = [request(path) for path in (sound, stray_cell, sound)]
    before, killer, after = FileReader(headings_folder, careless, date(2019, 1, 1)).read(requests)
    assert [(fault.code, fault.params) for fault in killer.faults] == [(Code.READ_BROKEN, {})]
    assert before == after
    assert before.total == 500


def test_too_little_memory_is_a_limit_not_a_crash_of_ours(headings_folder: Path, sound: Path, text_file: Build) -> None:
    limits = Limits(memory_bytes=1_100 * MEBIBYTE)
    large = text_file("Konto;Kst;Period;Belopp\n" + "€" * 60_000_000)
    requests = [request(path) for path in (sound, large, sound)]
    before, killer, after = FileReader(headings_folder, limits, date(2019, 1, 1)).read(requests)
    # A library that can't go on without memory breaks off, and doesn't say of what.
    assert killer.faults in ((Fault(Code.READ_LIMIT, {"limit": "memory"}),), (Fault(Code.READ_BROKEN),))
    assert before.total == after.total == 500


@pytest.mark.parametrize(
    ("does", "memory_bytes", "limit"),
    [
        ("time.sleep(0.1); os.abort()", 10**12, ""),
        ("time.sleep(0.1); os.abort()", 1, "memory"),
        ("os.kill(os.getpid(), 9)", 10**12, "memory"),
        ("os.kill(os.getpid(), 24)", 10**12, "processor"),
        ("os._exit(0)", 10**12, ""),
    ],
)
def test_how_a_child_ended_tells_what_it_lacked(does: str, memory_bytes: int, limit: str) -> None:
    program = f"import os, time; {does}"
    with subprocess.Popen([sys.executable, "-S", "-c", program]) as child:  # noqa: S603 -- our own interpreter
        assert limit_passed(child, memory_bytes) == limit


def test_too_little_processor_time_is_a_limit(headings_folder: Path, text_file: Build) -> None:
    path = text_file(slow_ledger())
    (answer,) = FileReader(headings_folder, Limits(cpu_seconds=0)).read([request(path)])
    assert answer.faults[0].params == {"limit": "processor"}


def test_too_little_time_is_a_limit(headings_folder: Path, sound: Path) -> None:
    (answer,) = FileReader(headings_folder, Limits(seconds=0)).read([request(sound)])
    assert answer.faults[0].params == {"limit": "time"}


def test_a_reading_that_is_broken_off_leaves_no_child(headings_folder: Path, sound: Path) -> None:
    with ChildProcess(headings_folder, Month(2019, 1), Limits()) as child:
        child.ask(request_line("file", request(sound), ""))
        process = child._process  # noqa: SLF001 -- what is under test is that it is gone
        assert process is not None
        assert process.poll() is None
    assert process.returncode is not None


def test_a_child_that_is_gone_is_told_before_it_is_asked(headings_folder: Path, sound: Path) -> None:
    with ChildProcess(headings_folder, Month(2019, 1), Limits()) as child:
        child.ask(request_line("file", request(sound), ""))
        process = child._process  # noqa: SLF001 -- nothing else ends it from outside
        assert process is not None
        process.kill()
        process.wait()
        with pytest.raises(ChildError):
            child.ask(request_line("file", request(sound), ""))


def test_the_child_is_not_told_the_parents_secrets(
    headings_folder: Path, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEMANNING_DATABASE", "postgresql://hemlig")
    with ChildProcess(headings_folder, Month(2019, 1), Limits()) as child:
        child.ask(request_line("file", request(sound), ""))
        process = child._process  # noqa: SLF001 -- its environment is what is under test
        assert process is not None
        assert b"hemlig" not in Path(f"/proc/{process.pid}/environ").read_bytes()


def test_a_request_is_one_line_and_is_read_as_it_was_made() -> None:
    profile = Profile("P", 2, Layout(Source.LEDGER, (("Konto", "account"), ("\n", ""))))
    requests = [
        ReadRequest(Path("a"), "b\n", frozenset("21")),
        ReadRequest(Path("a"), "b", profiles=(profile,), is_chosen=True, source=Source.HEROMA),
        ReadRequest(Path("a"), "b", source=Source.LEDGER, is_balance=True),
    ]
    for request in requests:
        line = request_line("file", request, "s")
        assert line.count(b"\n") == 1
        assert (json.loads(line)["kind"], json.loads(line)["sha256"]) == ("file", "s")
        assert read_request(json.loads(line)) == request


def test_a_profile_goes_to_the_child_and_what_was_seen_comes_back(headings_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "fil.csv"
    path.write_text("K;A;P;V\n1;2;201801;5\n", "utf-8")
    columns = (("K", "account"), ("A", "ansvar"), ("P", "month"), ("V", "actual"))
    profile = Profile("P", 2, Layout(Source.LEDGER, columns, is_flipped=True))
    (parsed,) = FileReader(headings_folder).read([ReadRequest(path, path.name, profiles=(profile,))])
    assert (parsed.total, parsed.profile, parsed.profile_version, parsed.faults) == (-500, "P", 2, ())
    assert parsed.seen is not None
    assert parsed.seen.as_layout() == profile.layout
