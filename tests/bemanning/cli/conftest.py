import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from bemanning.cli.application import main


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def record(self) -> dict[str, Any]:
        (record,) = self.lines
        return record


Run = Callable[..., Ran]


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command on the test's own database, in the test's own folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEMANNING_DATABASE", database_url)
    monkeypatch.setenv("BEMANNING_USER", "Kim Kontrollant")
    monkeypatch.setenv("COLUMNS", "200")

    def run_now(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["bemanning", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Ran(int(ended.value.code or 0), printed.out, printed.err)

    return run_now


def write_xlsx(path: Path, *rows: tuple[object, ...]) -> Path:
    """Write rows on the first sheet: text as text, numbers as numbers."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Export")
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, value)
                else:
                    sheet.write_number(number, column, value)
    return path


LEDGER_HEADINGS = ("PERIOD", "KONTO_ID", "KST_ID", "UTFALL_V")
HEROMA_HEADINGS = ("PERIOD", "ENHET_ID", "BEFATTNING_KOD", "ANSTFORM", "TIDSTYP", "TIMMAR")


def ledger(path: Path, year: int, *, agency_kr: float = 20.5) -> Path:
    """A year of one own and one agency account, 1 000 kr and `agency_kr` a month."""
    rows = [
        row
        for month in range(1, 13)
        for row in (
            (f"{year}{month:02}", "4110", "0101", 1000),
            (f"{year}{month:02}", "4610", "0101", agency_kr),
        )
    ]
    return write_xlsx(path, LEDGER_HEADINGS, *rows)


def heroma(path: Path) -> Path:
    """One month of own and external hours."""
    return write_xlsx(
        path,
        HEROMA_HEADINGS,
        ("201812", "0101", "D1", "Anställd", "Ordinarie", 160),
        ("201812", "0101", "D1", "Extern", "Ordinarie", 40.25),
    )


def mappings(path: Path) -> Path:
    """What the accounts and the code above mean; no organisation, so the region is everything."""
    with xlsxwriter.Workbook(path) as book:
        accounts = book.add_worksheet("Konton")
        accounts.write_row(0, 0, ("Konto", "Benämning", "Kostnadsslag", "Yrkesgrupp", "Från", "Till"))
        accounts.write_row(1, 0, ("4110", "Lön läkare", "egen personal", "läkare"))
        accounts.write_row(2, 0, ("4610", "Inhyrda läkare", "hyrpersonal", "läkare"))
        codes = book.add_worksheet("Befattningar")
        codes.write_row(0, 0, ("Kod", "Benämning", "Yrkesgrupp", "Från", "Till"))
        codes.write_row(1, 0, ("D1", "Läkare", "läkare"))
    return path
