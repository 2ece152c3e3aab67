"""Which files in a watched folder have come whole, and where they go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.services.drop_folder import DONE, FAILED, TAKEN, DropFolder


def written(path: Path, text: str = "x", changed_s: int = 1_000) -> Path:
    path.write_text(text, "utf-8")
    os.utime(path, (changed_s, changed_s))
    return path


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_a_file_is_taken_once_it_looks_the_same_twice(tmp_path: Path) -> None:
    drop = DropFolder(tmp_path)
    growing, whole = written(tmp_path / "växer.csv"), written(tmp_path / "hel.csv")
    assert drop.arrived() == []
    written(growing, "xx")
    assert names(drop.arrived()) == ["hel.csv"]
    written(growing, "xx", changed_s=1_001)
    assert names(drop.arrived()) == ["hel.csv"]
    whole.unlink()
    assert names(drop.arrived()) == ["växer.csv"]


def test_the_oldest_comes_first(tmp_path: Path) -> None:
    drop = DropFolder(tmp_path)
    for name, changed_s in (("a", 3), ("b", 1), ("c", 2), ("d", 1)):
        written(tmp_path / name, changed_s=changed_s)
    drop.arrived()
    assert names(drop.arrived()) == ["b", "d", "c", "a"]


@pytest.mark.parametrize("name", [".dold.xlsx", "~$öppen.xlsx", "a.xlsx.tmp", "a.PART", "a.crdownload", "a.filepart"])
def test_what_is_not_finished_is_left_alone(tmp_path: Path, name: str) -> None:
    drop = DropFolder(tmp_path)
    written(tmp_path / name)
    assert (drop.arrived(), drop.arrived()) == ([], [])


def test_folders_links_and_what_has_gone_are_no_files(tmp_path: Path) -> None:
    drop = DropFolder(tmp_path / "in")
    (tmp_path / "in" / "mapp").mkdir(parents=True)
    (tmp_path / "in" / "länk.csv").symlink_to(written(tmp_path / "annan.csv"))
    assert (drop.arrived(), drop.arrived()) == ([], [])
    with drop.held():
        assert drop.take(tmp_path / "in" / "borta.csv") is None


def test_a_file_that_goes_while_the_folder_is_looked_through_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop = DropFolder(tmp_path)
    gone = tmp_path / "borta.csv"
    monkeypatch.setattr(Path, "iterdir", lambda _folder: iter([gone]))
    assert (drop.arrived(), drop.arrived()) == ([], [])


def test_a_finished_file_has_its_report_beside_it_and_nothing_is_written_over(tmp_path: Path) -> None:
    drop = DropFolder(tmp_path)
    with drop.held():
        for text in ("ett", "två", "tre"):
            taken = drop.take(written(tmp_path / "fil.csv", text))
            assert taken is not None
            drop.finish(taken, f"om {text}", is_loaded=text != "tre")
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / DONE).iterdir()} == {
        "fil.csv": "ett",
        "fil.csv.rapport.txt": "om ett",
        "fil (2).csv": "två",
        "fil (2).csv.rapport.txt": "om två",
    }
    assert sorted(path.name for path in (tmp_path / FAILED).iterdir()) == ["fil.csv", "fil.csv.rapport.txt"]


def test_what_a_killed_process_had_taken_waits_again(tmp_path: Path) -> None:
    drop = DropFolder(tmp_path)
    with drop.held():
        taken = drop.take(written(tmp_path / "fil.csv", "förr"))
    written(tmp_path / "fil.csv", "nu")
    with DropFolder(tmp_path).held():
        assert taken is not None
        assert not taken.exists()
        assert (tmp_path / "fil (2).csv").read_text("utf-8") == "förr"
        assert list((tmp_path / TAKEN).iterdir()) == []


def test_a_folder_is_watched_by_one_process_and_must_be_there(tmp_path: Path) -> None:
    with DropFolder(tmp_path).held():
        with pytest.raises(UserError) as caught, DropFolder(tmp_path).held():
            pass
        assert [fault.code for fault in caught.value.faults] == [FaultCode.FOLDER_WATCHED]
    with DropFolder(tmp_path).held():
        pass
    with pytest.raises(UserError) as caught, DropFolder(tmp_path / "fel stavat").held():
        pass
    assert [fault.code for fault in caught.value.faults] == [FaultCode.FOLDER_MISSING]
