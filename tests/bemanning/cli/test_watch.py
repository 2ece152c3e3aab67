"""watch: what is dropped in a folder is loaded and moved; what can't be loaded now waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.services.drop_folder import DONE, FAILED, TAKEN
from bemanning.services.region_services import RegionServices
from tests.bemanning.cli.conftest import Run, ledger, write_xlsx


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def waiting(folder: Path) -> list[str]:
    return [name for name in names(folder) if name not in {DONE, FAILED, TAKEN, ".bemanning.lock"}]


def stop_after(calls: int) -> Callable[[float], None]:
    """Sleep so many times, then stop as Ctrl+C does."""
    left = iter(range(calls))

    def sleep(_seconds: float) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    return sleep


def test_a_good_file_goes_to_done_and_a_bad_one_to_failed_each_with_its_report(run: Run, folder: Path) -> None:
    ledger(folder / "bra.xlsx", 2018)
    write_xlsx(folder / "dålig.xlsx", ("PERIOD", "KONTO_ID", "KST_ID", "UTFALL_V"), ("201813x", "4110", "0101", 1))
    found = run("watch", str(folder), "--once", "--interval", "0.01")
    assert found.status == 0
    assert (names(folder / DONE), names(folder / FAILED), waiting(folder)) == (
        ["bra.xlsx", "bra.xlsx.rapport.txt"],
        ["dålig.xlsx", "dålig.xlsx.rapport.txt"],
        [],
    )
    good = (folder / DONE / "bra.xlsx.rapport.txt").read_text("utf-8")
    assert "bra.xlsx: godtagen, inläsning 1" in good
    assert "24 rader" in good
    assert "cell A2" in (folder / FAILED / "dålig.xlsx.rapport.txt").read_text("utf-8")
    assert "bra.xlsx: godtagen, inläsning 1" in found.out
    assert [row["file"] for row in run("loads", "--json").lines] == ["bra.xlsx"]


def test_it_goes_on_until_it_is_stopped(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger(folder / "bra.xlsx", 2018)
    monkeypatch.setattr(time, "sleep", stop_after(3))
    found = run("watch", str(folder))
    assert (found.status, "Bevakningen är avslutad." in found.out) == (0, True)
    assert names(folder / DONE) == ["bra.xlsx", "bra.xlsx.rapport.txt"]


def test_a_file_that_has_gone_is_passed_over(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = ledger(folder / "a.xlsx", 2017), ledger(folder / "b.xlsx", 2018)
    load = RegionServices.load

    def loading_as_the_next_one_goes(services: RegionServices, *given: object) -> object:
        (second if not first.exists() else first).unlink()
        return load(services, *given)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(RegionServices, "load", loading_as_the_next_one_goes)
    assert run("watch", str(folder), "--once", "--interval", "0.01").status == 0
    assert (len(names(folder / DONE)), waiting(folder)) == (2, [])


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (UserError([Fault(FaultCode.DATABASE_UNREACHABLE, {"reason": "borta"})]), 0, "borta"),
        (RuntimeError("nej"), 70, "internt fel"),
        (KeyboardInterrupt(), 0, ""),
    ],
)
def test_what_the_store_cannot_take_waits_in_the_folder(  # noqa: PLR0913, PLR0917 -- what is raised and what comes of it
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, told: str
) -> None:
    ledger(folder / "bra.xlsx", 2018)

    def load(*_given: object) -> object:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(RegionServices, "load", load)
        found = run("watch", str(folder), "--once", "--interval", "0.01")
    assert (found.status, told in found.err, waiting(folder)) == (status, True, ["bra.xlsx"])
    assert run("watch", str(folder), "--once", "--interval", "0.01").status == 0
    assert waiting(folder) == []


def test_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    found = run("watch", str(tmp_path / "saknas"))
    assert (found.status, "finns inte" in found.err) == (2, True)


def test_a_name_that_no_text_has_stops_nothing(run: Run, folder: Path) -> None:
    strange = [folder / b"l\xf6n.xlsx".decode("utf-8", "surrogateescape"), folder / "\x1b[2J\n.xlsx"]
    for path in strange:
        ledger(path, 2018)
        found = run("watch", str(folder), "--once", "--interval", "0.01")
        assert (found.status, waiting(folder), "\x1b" in found.out) == (0, [], False)
    assert sorted(names(folder / DONE)) == sorted(
        name for path in strange for name in (path.name, f"{path.name}.rapport.txt")
    )
    assert [row["file"] for row in run("loads", "--json").lines] == ["l\ufffdn.xlsx"]
