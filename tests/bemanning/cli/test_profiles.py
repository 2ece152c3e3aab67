from __future__ import annotations

from pathlib import Path

import pytest

from tests.bemanning.cli.conftest import HEROMA_HEADINGS, Run, heroma, ledger, write_xlsx

HEADINGS = ("Kto", "Avd", "P", "Värde")
ROW = ("4110", "0101", "201801", 12.5)
COLUMNS = ("--column", "Kto=konto", "--column", "Avd=ansvar", "--column", "P=period", "--column", "Värde=utfall")


@pytest.fixture
def odd(tmp_path: Path) -> str:
    """A file whose headings nothing knows."""
    return str(write_xlsx(tmp_path / "udda.xlsx", HEADINGS, ROW))


def save(run: Run, path: str, *more: str) -> None:
    assert run("save-profile", "Raindance", path, "--source", "ledger", *COLUMNS, *more).status == 0


def test_a_profile_is_saved_and_used_without_a_question(run: Run, odd: str) -> None:
    assert run("load", odd).status == 1
    saved = run("save-profile", "Raindance", odd, "--source", "ledger", *COLUMNS, "--unit", "tkr", "--flip-sign")
    assert (saved.status, saved.out) == (0, "Profilen Raindance är sparad, version 1.\n")
    loaded = run("load", odd)
    assert loaded.status == 0
    assert "summa \u221212 500,00 kr\n  läst enligt profilen Raindance, version 1\n".replace(" ", "\u00a0") in (
        loaded.out.replace(" ", "\u00a0")
    )
    record = run("check", odd, "--json").record
    assert (record["total"], record["profile"], record["profile_version"]) == ("-12500.00", "Raindance", 1)
    assert run("loads", "--json").record["profile_version"] == 1


def test_profiles_are_listed(run: Run, odd: str) -> None:
    assert run("profiles").out == "Inga profiler är sparade.\n"
    save(run, odd, "--unit", "tkr", "--flip-sign", "--scope", "ALLA", "--sheet", "Export")
    head, columns = run("profiles").out.splitlines()
    assert head.startswith("Raindance, version 1: ekonomi, Export, tkr, vänt tecken, ALLA (sparad ")
    assert head.endswith(" av Kim Kontrollant)")
    assert columns == "  Kto = Konto, Avd = Ansvar, P = Period, Värde = Utfall"
    record = run("profiles", "--json").record
    assert record.pop("saved_at")
    assert record == {
        "name": "Raindance", "version": 1, "source": "ledger",
        "columns": [
            {"heading": "Kto", "field": "account"}, {"heading": "Avd", "field": "ansvar"},
            {"heading": "P", "field": "month"}, {"heading": "Värde", "field": "actual"},
        ],
        "sheets": ["Export"], "unit": "tkr", "flipped": True, "scope": "ALLA", "words": [], "actor": "Kim Kontrollant",
    }  # fmt: skip


def test_what_the_tables_recognise_is_saved_as_it_is(run: Run, tmp_path: Path) -> None:
    path = str(heroma(tmp_path / "h.xlsx"))
    assert run("save-profile", "Heroma", path).status == 0
    record = run("profiles", "--json").record
    assert (record["source"], record["columns"][0]) == ("heroma", {"heading": "PERIOD", "field": "month"})


def test_a_moved_layout_says_what_moved(run: Run, odd: str, tmp_path: Path) -> None:
    save(run, odd)
    moved = str(write_xlsx(tmp_path / "ny.xlsx", (*HEADINGS[:3], "Kr netto"), ROW))
    ran = run("load", moved)
    assert ran.status == 1
    assert "Rubriker som inte finns längre: ”Värde”. Rubriker som är nya: ”Kr netto”." in ran.err
    assert run("save-profile", "Raindance", moved, "--column", "Kr netto=utfall").out.endswith("version 2.\n")
    assert run("load", moved, "--profile", "Raindance").status == 0


def test_a_profile_is_asked_for_or_left(run: Run, odd: str, tmp_path: Path) -> None:
    save(run, odd)
    standard = str(ledger(tmp_path / "l.xlsx", 2018))
    assert run("check", standard).status == 0
    assert run("check", standard, "--profile", "Raindance").status == 1
    assert run("check", odd, "--profile", "-").status == 1
    unknown = run("check", odd, "--profile", "X")
    assert (unknown.status, unknown.err) == (2, "  Profilen X finns inte. De som finns är: Raindance.\n")


def test_a_file_of_another_source_is_refused(run: Run, tmp_path: Path) -> None:
    path = str(ledger(tmp_path / "l.xlsx", 2018))
    assert run("check", path, "--source", "ledger").status == 0
    ran = run("load", path, "--source", "heroma")
    assert (ran.status, "en annan källa begärdes" in ran.err) == (1, True)


def test_a_removed_profile_reads_nothing(run: Run, odd: str) -> None:
    save(run, odd)
    assert run("remove-profile", "Raindance").out == "Profilen Raindance är borttagen.\n"
    assert run("check", odd).status == 1
    assert run("remove-profile", "Raindance").status == 2


@pytest.mark.parametrize("column", ["Kto", "Kto=lön", "Konto=konto"])
def test_a_column_is_a_heading_and_a_field(run: Run, odd: str, column: str) -> None:
    ran = run("save-profile", "R", odd, "--source", "ledger", "--column", column)
    assert ran.status == 2
    assert "Avd" in ran.err


@pytest.mark.parametrize("more", [(), ("--source", "heroma"), ("--source", "ledger", *COLUMNS[:4])])
def test_what_can_not_be_read_is_not_saved(run: Run, odd: str, more: tuple[str, ...]) -> None:
    ran = run("save-profile", "R", odd, *more)
    assert (ran.status, "avvisad" in ran.out) == (1, True)
    assert run("profiles", "--json").out == ""


def test_nor_is_a_file_that_can_not_be_opened(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tom.xlsx"
    path.write_bytes(b"")
    assert run("save-profile", "R", str(path), "--column", "a=konto").status == 2
    assert run("save-profile", "R", str(path)).status == 1


def test_a_watched_folder_uses_what_is_saved(run: Run, odd: str, tmp_path: Path) -> None:
    save(run, odd)
    folder = tmp_path / "in"
    folder.mkdir()
    Path(odd).rename(folder / "udda.xlsx")
    assert run("watch", str(folder), "--once", "--interval", "0.01").status == 0
    assert "Raindance, version 1" in (folder / "klart" / "udda.xlsx.rapport.txt").read_text("utf-8")


def test_words_of_the_file_are_told_and_told_anew(run: Run, tmp_path: Path) -> None:
    row = ("201801", "1", "L1", "På lån", "Ordinarie", 8)
    path = str(write_xlsx(tmp_path / "h.xlsx", HEROMA_HEADINGS, row))
    assert run("save-profile", "Heroma", path).status == 1
    for meaning, means in (("anställd", "own"), ("Extern", "external")):
        assert run("save-profile", "Heroma", path, "--word", f"På lån={meaning}").status == 0
        told = {"field": "employment", "word": "På lån", "meaning": means}
        assert run("profiles", "--json").record["words"] == [told]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--word", "Komp=semester"), "Komp=semester går inte att läsa som ORD=BETYDELSE. Betydelser: anställd,"),
        (("--word", "=jour"), "=jour går inte att läsa som ORD=BETYDELSE."),
        (("--unit", "pund"), "pund är ingen enhet. Välj någon av: kr, tkr, mkr."),
        (("--sheet", "Blad9"), "Filen har inget blad som heter Blad9. Den har: Export."),
        (("--scope", "ZZ"), "Omfattningen ZZ finns inte. Välj någon av: ALLA."),
    ],
)
def test_nothing_is_saved_that_no_file_could_be_read_by(
    run: Run, odd: str, options: tuple[str, ...], words: str
) -> None:
    ran = run("save-profile", "R", odd, "--source", "ledger", *COLUMNS, *options)
    # The terminal's frame breaks lines.
    assert (ran.status, words in " ".join(ran.err.replace("│", " ").split())) == (2, True)
    assert run("profiles").out == "Inga profiler är sparade.\n"
