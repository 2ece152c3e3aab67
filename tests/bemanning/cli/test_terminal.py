"""Nothing that came with a file, or is its name, steers the terminal: it is written as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from bemanning.cli.printed import text_table
from bemanning.cli.session import print_json
from bemanning.cli.terminal import Terminal
from bemanning.services.drop_folder import DONE
from tests.bemanning.cli.conftest import Run

CLEAR = "\x1b[2J"
ACCOUNT = f"46[/b]{CLEAR}:smile:"
SHOWN = "46[/b]\ufffd[2J:smile:"


def csv(path: Path, headings: str = "PERIOD;KONTO_ID;KST_ID;UTFALL_V") -> Path:
    """Write one row on an account that would clear the screen."""
    path.write_text(f"{headings}\n201812;{ACCOUNT};0101;1000,00\n", "utf-8")
    return path


@pytest.mark.parametrize("is_stderr", [False, True])
@pytest.mark.parametrize(
    ("text", "written"),
    [
        (ACCOUNT, SHOWN),
        ("[red]rött[/red] [/] :smile:", "[red]rött[/red] [/] :smile:"),
        ("två\nrader\toch\x9bmer", "två\ufffdrader\ufffdoch\ufffdmer"),
        ("fil\udcf6n\u202e.csv", "fil\ufffdn\ufffd.csv"),
        ("1\u00a0000,00 kr: åäö", "1\u00a0000,00 kr: åäö"),
    ],
)
def test_text_is_written_as_it_stands(
    text: str, written: str, capsys: pytest.CaptureFixture[str], *, is_stderr: bool
) -> None:
    table = text_table(text)
    table.add_row(text)
    terminal = Terminal(is_stderr=is_stderr)
    terminal.print(text)
    terminal.print(table)
    said, silent = capsys.readouterr()[:: -1 if is_stderr else 1]
    first, _, heading, _, cell, _ = said.splitlines()
    assert (first, heading, cell, silent) == (written, f"┃ {written} ┃", f"│ {written} │", "")


def test_json_says_the_same_without_a_letter_that_steers(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"konto": f"{ACCOUNT}\x9b\u202e\udcf6\nö"})
    assert capsys.readouterr().out == (
        r'{"konto": "46[/b]\u001b[2J:smile:\u009b\u202e\udcf6\nö"}' + "\n"  # read back, it is what it was
    )


def test_what_a_file_says_is_harmless_on_the_screen_and_exact_in_json(run: Run, tmp_path: Path) -> None:
    path = str(csv(tmp_path / "[b]fil:smile:.csv"))
    loaded = run("load", path)
    assert f"    konto {SHOWN}: " in loaded.out
    assert "\x1b" not in loaded.out + loaded.err
    rows = [line.split("│") for line in run("loads").out.splitlines() if line.startswith("│")]
    assert "".join(cells[2].strip() for cells in rows) == "[b]fil:smile:.csv"  # on as many lines as it takes
    assert run("check", path, "--json").record["unmapped"][0]["code"] == ACCOUNT
    (tmp_path / "saldo.csv").write_text("KONTO_ID;PERIOD;UTFALL_V\n4110;201812;1,00\n", "utf-8")
    found = run("check-balance", "saldo.csv")
    assert (found.status, f"│ {SHOWN} │" in found.out) == (1, True)


def test_headings_are_harmless_in_profiles_and_where_one_is_named_wrong(run: Run, tmp_path: Path) -> None:
    path = str(csv(tmp_path / "fil.csv", f"PERIOD;KONTO_ID;KST_ID;Kr{CLEAR}"))
    wrong = run("save-profile", "R", path, "--source", "ledger", "--column", "Kr=utfall")
    assert (wrong.status, "Kr\ufffd[2J. Fält: " in wrong.err) == (2, True)
    assert run("save-profile", "R", path, "--source", "ledger", "--column", f"Kr{CLEAR}=utfall").status == 0
    head, columns = run("profiles").out.splitlines()
    assert head.startswith("R, version 1: ekonomi")
    assert columns == "  PERIOD = Period, KONTO_ID = Konto, KST_ID = Ansvar, Kr\ufffd[2J = Utfall"


def test_the_report_beside_a_watched_file_is_harmless(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    csv(folder / "fil.csv")
    assert run("watch", str(folder), "--once", "--interval", "0.01").status == 0
    report = (folder / DONE / "fil.csv.rapport.txt").read_text("utf-8")
    assert f"    konto {SHOWN}: " in report
