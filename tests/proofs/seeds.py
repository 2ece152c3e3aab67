"""One small file in each format, with rows whose sums a plain reader can tell."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.loaders import ods_files, sie_files, test_markup_sheets, test_sie5, xls_files, xlsb_files
from tests.loaders.conftest import write_workbook
from tests.proofs.mutations import packed

LEDGER_HEADER = ("KONTO_ID", "KST_ID", "PERIOD", "TEXT", "UTFALL")
HOURS_HEADER = ("ENHET_ID", "BEF_KOD", "PERIOD", "ANSTFORM", "TIDSTYP", "TIMMAR")
SUM_WORD = "Summa"
Row = tuple[str | float, ...]
_MADE_AT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

_LEDGER: list[Row] = [
    ("0501", "007", "201801", "Läkare Åre", 1234.5),
    ("5011", "101", "201801", "Sköterska", -250.25),
    ("5011", "102", "201802", "Jämförelse", 87654.0),
    ("4610", "101", "201802", "Hyrläkare", 1000000.01),
    ("4610", "1a2", "201803", "Östersund", 0.5),
    ("4611", "101", "201803", "Övrigt", 320.0),
]
_HOURS: list[Row] = [
    ("101", "L1", "201801", "Extern", "Ordinarie", 37.5),
    ("101", "L1", "201801", "Anställd", "Ordinarie", 1502.25),
    ("102", "S1", "201802", "Extern", "Jour", 8.0),
    ("102", "S2", "201802", "Anställd", "Frånvaro", 16.75),
]


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to mutate. kind says how a plain reader reads it; encoding, of text."""

    name: str
    kind: str
    content: bytes
    encoding: str = ""


def seeds() -> tuple[Seed, ...]:
    """Give every seed, the same each time they are made."""
    with TemporaryDirectory() as folder:
        return (*_texts(), *_sie(), *_markup(), *_workbooks(Path(folder)))


def _texts() -> list[Seed]:
    ledger, hours = _lines(LEDGER_HEADER, _LEDGER), _lines(HOURS_HEADER, _HOURS)
    summed = ledger + f"{SUM_WORD};;;;{_swedish(sum(float(row[-1]) for row in _LEDGER))}\r\n"
    return [
        Seed("utf8.csv", "text", ledger.encode(), "utf-8"),
        Seed("summed.csv", "text", summed.encode("utf-8-sig"), "utf-8-sig"),
        Seed("utf16.txt", "text", ledger.replace(";", "\t").encode("utf-16"), "utf-16"),
        Seed("cp1252.csv", "text", ledger.encode("cp1252"), "cp1252"),
        Seed("cp437.csv", "text", ledger.encode("cp437"), "cp437"),
        Seed("hours.csv", "text", hours.encode("cp1252"), "cp1252"),
    ]


def _lines(header: Row, rows: list[Row]) -> str:
    return "".join(";".join(map(_swedish, row)) + "\r\n" for row in [header, *rows])


def _swedish(cell: str | float) -> str:
    return cell if isinstance(cell, str) else f"{cell:.2f}".replace(".", ",")


def _sie() -> list[Seed]:
    four = '#FNAMN "Region Ö"\n#DIM 1 "Kostnadsställe"\n' + "".join(map(_sie_4_voucher, _LEDGER))
    balances = [
        f"#PSALDO 0 {row[2]} {row[0]} {{{unit}}} {row[-1]:.2f}" for row in _LEDGER for unit in ("", f'1 "{row[1]}"')
    ]
    three = sie_files.sie_3("#RAR 0 20180101 20181231", '#DIM 1 "Kostnadsställe"', *balances)
    entries = "\n".join(_sie_5_entry(row) for row in _LEDGER)
    return [
        Seed("type4.se", "sie4", sie_files.sie_4(four).encode("cp437"), "cp437"),
        Seed("type3.se", "sie3", three.encode("cp437"), "cp437"),
        Seed("books.sie", "sie5", test_sie5.sie_5(entries, before=test_sie5.INFO).encode(), "utf-8"),
    ]


def _sie_4_voucher(row: Row) -> str:
    account, unit, month, _, amount = row
    owed = f"2440 {{}} {-float(amount):.2f}"
    return sie_files.voucher(f'{account} {{1 "{unit}"}} {amount:.2f}', owed, date=f"{month}15")


def _sie_5_entry(row: Row) -> str:
    account, unit, month, _, amount = row
    cost = f'<LedgerEntry accountId="{account}" amount="{amount:.2f}"><ObjectReference dimensionId="1" objectId="{unit}"/></LedgerEntry>'  # noqa: E501 - one element
    owed = f'<LedgerEntry accountId="2440" amount="{-float(amount):.2f}"/>'
    return test_sie5.entry(cost, owed, day=f"{str(month)[:4]}-{str(month)[4:]}-15")


def _markup() -> list[Seed]:
    rows = [LEDGER_HEADER, *_LEDGER]
    html = "".join(f"<tr>{''.join(f'<td>{_swedish(cell)}</td>' for cell in row)}</tr>\n" for row in rows)
    data, line = test_markup_sheets.data, test_markup_sheets.row
    xml = [
        line("".join(data("String" if isinstance(cell, str) else "Number", str(cell)) for cell in row)) for row in rows
    ]
    book = test_markup_sheets.workbook(test_markup_sheets.sheet(*xml))
    return [
        Seed("page.xls", "html", f"<html><body><table>{html}</table></body></html>".encode(), "utf-8"),
        Seed("xml2003.xls", "xml2003", book.encode(), "utf-8"),
    ]


def _workbooks(folder: Path) -> list[Seed]:
    rows = [LEDGER_HEADER, *_LEDGER]
    xls = b"".join(
        xls_files.label(at, column, cell) if isinstance(cell, str) else xls_files.number(at, column, cell)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
    )
    ods = [
        ods_files.row(*(ods_files.text(cell) if isinstance(cell, str) else ods_files.number(cell) for cell in row))
        for row in rows
    ]
    return [
        _kept("xlsx", write_workbook(folder / "ledger.xlsx", rows)),
        _kept("xlsx", write_workbook(folder / "hours.xlsx", [HOURS_HEADER, *_HOURS])),
        _kept("xlsb", xlsb_files.xlsb(folder / "ledger.xlsb", {"Blad1": xlsb_files.sheet(rows)})),
        _kept("ods", ods_files.ods(folder / "ledger.ods", ods_files.table(*ods))),
        Seed("ledger.xls", "xls", xls_files.xls({"Blad1": xls_files.sheet(xls)})),
    ]


def _kept(kind: str, path: Path) -> Seed:
    """Pack the file's parts again without the time that it was made at."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: _MADE_AT.sub(b"2018-01-01T00:00:00Z", archive.read(name)) for name in archive.namelist()}
    return Seed(path.name, kind, packed(parts))
