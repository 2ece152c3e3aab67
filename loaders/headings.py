"""The heading tables: which column an export's heading means. Data, that a region can edit; see data/headings."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bemanning.domain.vocabulary import Source

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
    personal: normalised heading → kind of personal data. is_balance: a ledger is whole without ansvar.
    """

    columns: Mapping[Source, Mapping[str, Meaning]]
    words: Mapping[str, Mapping[str, str]]
    personal: Mapping[str, str]
    is_balance: bool = False


def normalised(text: str) -> str:
    """Write a heading without case, spaces and punctuation: "Kst_ID " and "KST-ID" are the same heading."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


def load_headings(folder: Path) -> Headings:
    """Read ledger.csv, heroma.csv, heroma_words.csv and personal.csv."""
    words: dict[str, dict[str, str]] = {}
    for row in _rows(folder / "heroma_words.csv"):
        words.setdefault(row["column"], {})[normalised(row["word"])] = row["meaning"]
    return Headings(
        columns={source: _meanings(folder / f"{source}.csv") for source in Source},
        words=words,
        personal={normalised(row["heading"]): row["kind"] for row in _rows(folder / "personal.csv")},
    )


def _meanings(path: Path) -> dict[str, Meaning]:
    return {normalised(row["heading"]): Meaning(row["column"], int(row["priority"])) for row in _rows(path)}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
