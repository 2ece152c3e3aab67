"""The demo region's files, read by a reader that knows only their cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from bemanning.demo import DemoRegion

Cells = list[list[object]]


def hundredths(cell: object) -> int:
    """Turn a number cell, or Swedish number text, into hundredths."""
    text = str(cell).replace("\u00a0", "").replace("\u2212", "-").replace(",", ".")
    scaled = Decimal(text).scaleb(2)
    assert scaled == scaled.to_integral_value(), f"more than two decimals: {cell!r}"
    return int(scaled)


@dataclass(frozen=True)
class LedgerCell:
    file: str
    account: str
    unit: str
    month: str
    supplier: str
    text: str
    ore: int
    budget_ore: int


@dataclass(frozen=True)
class HoursCell:
    file: str
    month: str
    unit: str
    code: str
    employment: str
    kind: str
    supplier: str
    centihours: int
    cost_ore: int
    persons: int


_MONTH_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"), start=1
    )
}


def _below(cells: Cells, first_heading: str) -> Cells:
    heads = [row[0] for row in cells]
    return cells[heads.index(first_heading) + 1 :]


@dataclass(frozen=True)
class NaiveRegion:
    """Everything in the files, read straight from the cells."""

    written: DemoRegion
    read: Callable[[Path, str | None], Cells]

    def sheet(self, name: str) -> Cells:
        return self.read(self.written.mapping_workbook, name)[1:]

    @cached_property
    def files(self) -> dict[str, Cells]:
        return {f"{file.path.parent.name}/{file.path.name}": self.read(file.path, None) for file in self.written.files}

    @cached_property
    def ledger(self) -> list[LedgerCell]:
        return [
            cell for name, cells in self.files.items() if name.startswith("ledger/") for cell in _ledger(name, cells)
        ]

    @cached_property
    def hours(self) -> list[HoursCell]:
        aliases = {str(row[0]): str(row[1]) for row in self.sheet("Heromaenheter")}
        return [
            HoursCell(
                name, str(row[0]), aliases.get(str(row[1]), str(row[1])), str(row[3]), str(row[5]), str(row[6]),
                str(row[7]), hundredths(row[8]), hundredths(row[9]), int(float(str(row[10]))),
            )
            for name, cells in self.files.items()
            if name.startswith("heroma/")
            for row in _below(cells, "PERIOD")
        ]  # fmt: skip

    @cached_property
    def account_meaning(self) -> dict[str, tuple[str, str]]:
        return {str(row[0]): (str(row[2]), str(row[3])) for row in self.sheet("Konton")}

    @cached_property
    def edges(self) -> list[tuple[str, str]]:
        """Every edge, whenever it holds: the moved clinic stays inside the hospital."""
        return [(str(row[0]), str(row[1])) for row in self.sheet("Organisation")]

    def units_under(self, node: str) -> set[str]:
        found: set[str] = set()
        waiting = [node]
        while waiting:
            parent = waiting.pop()
            found.add(parent)
            waiting += [child for child, above in self.edges if above == parent]
        return found

    def cost_ore(self, kinds: str, profession: str, node: str, *months: str) -> int:
        """Sum the kinds ("a+b") from the first to the last of the months."""
        under = self.units_under(node)
        meanings = {(kind, profession) for kind in kinds.split("+")}
        return sum(
            cell.ore
            for cell in self.ledger
            if cell.unit in under
            and months[0] <= cell.month <= months[-1]
            and self.account_meaning[cell.account] in meanings
        )


def _ledger(name: str, cells: Cells) -> list[LedgerCell]:
    if cells[0][0] == "KONTO_ID":
        return [_long(name, row, f"{str(row[4])[:4]}-{str(row[4])[4:6]}") for row in cells[1:]]
    if any(row[0] == "KTO_ID" for row in cells):
        return [_long(name, row, str(row[4])) for row in _below(cells, "KTO_ID")]
    return _wide(name, cells)


def _long(name: str, row: list[object], month: str) -> LedgerCell:
    return LedgerCell(
        name, str(row[0]), str(row[2]), month, str(row[6]), str(row[8]), hundredths(row[9]), hundredths(row[10])
    )


def _wide(name: str, cells: Cells) -> list[LedgerCell]:
    head = next(row for row in cells if row[0] == "Konto")
    months = {
        place: f"20{str(cell)[-2:]}-{_MONTH_NUMBERS[str(cell)[:3]]:02d}"
        for place, cell in enumerate(head)
        if "-" in str(cell)
    }
    return [
        LedgerCell(name, str(row[0]), str(row[2]), month, "", "", hundredths(row[place]), 0)
        for row in _below(cells, "Konto")
        if str(row[0]).isdigit()
        for place, month in months.items()
    ]
