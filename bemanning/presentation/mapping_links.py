"""Addresses of Mappning: seen in another way, with a row, a way back or a change opened, or with nothing proposed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from bemanning.domain.month import Month
from bemanning.domain.selection import Selection
from bemanning.presentation.address import write_query
from bemanning.presentation.addresses import MAPPING_PATH
from bemanning.presentation.mapping_words import MappingTable, MappingWords, RowWords, proposal_pairs, view_pairs


@dataclass(frozen=True, slots=True)
class MappingLinks:
    """Makes the screen's links: the selection as it was asked for, the screen's own words changed."""

    selection: Selection
    words: MappingWords

    def seen(self, **changes: Any) -> str:  # noqa: ANN401 - any field of MappingWords
        """Give the address with the tables seen in another way, and all else as it is."""
        return self._href(replace(self.words, **changes))

    def plain(self) -> str:
        """Give the address with nothing proposed and nothing opened."""
        return self._href(_only_seen(self.words))

    def row(self, row: RowWords) -> str:
        """Give the address with one row opened, in its own table."""
        return self._href(replace(_only_seen(self.words), row=row))

    def form(self, table: MappingTable, key: str, begins: Month | None = None) -> str:
        """Give the address of one row's form."""
        return self.row(RowWords(table, key, begins))

    def restore(self, change_id: int) -> str:
        """Give the address that shows what going back to before a change would do."""
        return self._href(replace(_only_seen(self.words), back=change_id))

    def page(self, before: int | None) -> str:
        """Give the address with the changes before one shown; None: the latest."""
        return self._href(replace(self.words, before=before, opened=None))

    def opened(self, change_id: int | None) -> str:
        """Give the address with the rows of a change shown; None: of no change."""
        return self._href(replace(_only_seen(self.words), opened=change_id))

    def workbook(self, token: str) -> str:
        """Give the address that shows what a sent workbook would do."""
        return self._href(replace(_only_seen(self.words), workbook=token))

    def pairs(self) -> list[tuple[str, str]]:
        """Give the selection and how the tables are seen, for a form to add its fields to."""
        return [*parse_qsl(write_query(self.selection)), *view_pairs(self.words)]

    def _href(self, words: MappingWords) -> str:
        own = urlencode([*view_pairs(words), *proposal_pairs(words)])
        query = "&".join(part for part in (write_query(self.selection), own) if part)
        return f"{MAPPING_PATH}?{query}" if query else MAPPING_PATH


def _only_seen(words: MappingWords) -> MappingWords:
    return replace(words, opened=None, row=None, workbook="", back=None)
