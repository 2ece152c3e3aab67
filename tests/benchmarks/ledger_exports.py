"""A ledger export of any number of rows, twelve columns wide: what the ingestion benchmarks read.

Of two kinds. "distinct": every row is a cell of its own, the most that a file can ask for. "vouchers": as an export of
vouchers is, ten rows share month, account, unit and the rest of their key, and are stored as one cell.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import xlsxwriter
from numpy.random import default_rng

COLUMNS = (
    "Period", "Konto", "Ansvar", "Verksamhet", "Projekt", "Motpart", "Leverantör", "Verifikation", "Bokföringsdatum",
    "Kontonamn", "Antal rader", "Belopp",
)  # fmt: skip
# Every other code, as those of the first scope in the made-up regions: a file speaks for one.
_UNITS, _SUPPLIERS, _PROJECTS, _ACCOUNTS = 500, 200, 50, 60
_MONTHS, _AMOUNT, _AMOUNT_PICK = 12, 11, 6
_TRANSACTIONS = 2
_ROWS_PER_CELL = 10
KINDS = ("distinct", "vouchers")

Row = tuple[str | int | float, ...]


def export_file(form: str, rows: int, folder: Path, kind: str = "distinct") -> Path:
    """Give the file of a form ("xlsx", "csv", "sie"), size and kind, written unless it is there."""
    path = folder / (f"{rows}.{form}" if kind == "distinct" else f"{rows}-{kind}.{form}")
    if not path.exists():
        part = path.with_suffix(".part")
        WRITERS[form](part, export_rows(rows, kind))
        part.rename(path)
    return path


def export_rows(count: int, kind: str = "distinct") -> Iterator[Row]:
    """Give rows of one year in the order of their months; the same count and kind give the same rows."""
    chance = default_rng(count)
    picks = chance.integers(0, (_ACCOUNTS, _UNITS, 90, _PROJECTS, 12, _SUPPLIERS, 10_000_000), size=(count, 7))
    if kind == "vouchers":
        keys = max(count // (_MONTHS * _ROWS_PER_CELL), 1)
        picks[:, :_AMOUNT_PICK] = picks[chance.integers(0, keys, size=count), :_AMOUNT_PICK]
    for at, (account, unit, activity, project, partner, supplier, amount) in enumerate(picks.tolist()):
        month = 1 + at * _MONTHS // count
        yield (
            f"2018{month:02d}", 4_000 + account, f"{10_000 + 2 * unit}", f"{300 + activity}", f"P{project:03d}",
            f"{100 + partner}", f"Bolag {supplier} AB", f"V{at:07d}", f"2018-{month:02d}-{1 + at % 28:02d}",
            f"Konto {4_000 + account}", 1, (amount - 500_000) / 100,
        )  # fmt: skip


def _write_xlsx(path: Path, rows: Iterator[Row]) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("Utfall")
    sheet.write_row(0, 0, COLUMNS)
    for at, row in enumerate(rows, 1):
        sheet.write_row(at, 0, row)
    book.close()


def _write_csv(path: Path, rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(COLUMNS)
        writer.writerows((*row[:_AMOUNT], f"{row[_AMOUNT]:.2f}".replace(".", ",")) for row in rows)


def _write_sie(path: Path, rows: Iterator[Row]) -> None:
    """Write vouchers of one row of cost and its counterpart."""
    with path.open("w", encoding="cp437", newline="\r\n") as file:
        file.write("#FLAGGA 0\n#PROGRAM Mätning 1\n#FORMAT PC8\n#SIETYP 4\n#RAR 0 20180101 20181231\n")
        file.write('#DIM 1 "Ansvar"\n#KONTO 2440 "Leverantörsskulder"\n#KTYP 2440 S\n')
        while voucher := list(islice(rows, _TRANSACTIONS)):
            file.write(f'#VER A {voucher[0][7]} {str(voucher[0][8]).replace("-", "")} "Faktura"\n{{\n')
            file.writelines(f'#TRANS {row[1]} {{1 "{row[2]}"}} {row[_AMOUNT]:.2f}\n' for row in voucher)
            file.write(f"#TRANS 2440 {{}} {-sum(round(float(row[_AMOUNT]) * 100) for row in voucher) / 100:.2f}\n}}\n")


WRITERS: dict[str, Callable[[Path, Iterator[Row]], None]] = {"xlsx": _write_xlsx, "csv": _write_csv, "sie": _write_sie}
