"""The heading tables: which column an export's heading means. Data, that a region can edit; see data/headings."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bemanning.domain.vocabulary import Source

# What balance.csv calls the change of a balance under a heading that elsewhere is the month.
CHANGE = "change"
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading means. Of two headings for the same column the lower priority wins; equal ones are a fault."""

    column: str
    priority: int


@dataclass(frozen=True, slots=True)
class Headings:
    """The tables, read once per process.

    columns: per source, normalised heading → meaning. words: column → normalised word → meaning.
    personal: normalised heading → kind of personal data. balance: what a balance list's headings mean beside the
    ledger's. is_balance: a ledger is whole without ansvar.
    """

    columns: Mapping[Source, Mapping[str, Meaning]]
    words: Mapping[str, Mapping[str, str]]
    personal: Mapping[str, str]
    balance: Mapping[str, Meaning] = field(default_factory=dict)
    is_balance: bool = False

    def for_balance(self) -> Headings:
        """Give the tables by which a balance list is read."""
        own = {heading: meaning for heading, meaning in self.balance.items() if meaning.column != CHANGE}
        columns = {**self.columns, Source.LEDGER: {**self.columns[Source.LEDGER], **own}}
        return replace(self, columns=columns, is_balance=True)

    def may_be_change(self, heading: str) -> bool:
        """Tell a heading of the month that means the change, where the balances before and after it stand beside it."""
        meaning = self.balance.get(normalised(heading))
        return meaning is not None and meaning.column == CHANGE


def normalised(text: str) -> str:
    """Write a heading without case, spaces and punctuation: "Kst_ID " and "KST-ID" are the same heading."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


def load_headings(folder: Path) -> Headings:
    """Read ledger.csv, heroma.csv, heroma_words.csv, personal.csv and balance.csv."""
    words: dict[str, dict[str, str]] = {}
    for row in _rows(folder / "heroma_words.csv"):
        words.setdefault(row["column"], {})[normalised(row["word"])] = row["meaning"]
    return Headings(
        columns={source: _meanings(folder / f"{source}.csv") for source in Source},
        words=words,
        personal={normalised(row["heading"]): row["kind"] for row in _rows(folder / "personal.csv")},
        balance=_meanings(folder / "balance.csv"),
    )


def _meanings(path: Path) -> dict[str, Meaning]:
    return {normalised(row["heading"]): Meaning(row["column"], int(row["priority"])) for row in _rows(path)}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
