"""The AID codes that are nationally known, shipped with the product: a new database begins with them."""

from __future__ import annotations

import csv
from pathlib import Path

from bemanning.domain.mapping import CodeRule
from bemanning.domain.month import ALWAYS_FROM, Month
from bemanning.domain.vocabulary import Profession


def read_default_codes(path: Path) -> tuple[CodeRule, ...]:
    """Read a table of code, name, profession and valid_from (blank: always). The region edits its copy, not the file.

    Nurses' AID codes are not publicly known and are left out: what the table lacks is shown as unmapped.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            CodeRule(
                code=row["code"],
                profession=Profession(row["profession"]),
                name=row["name"],
                valid_from=Month.parse(row["valid_from"]) if row["valid_from"] else ALWAYS_FROM,
            )
            for row in csv.DictReader(file)
        )
