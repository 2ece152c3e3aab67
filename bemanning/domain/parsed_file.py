"""What a loader is asked for and what it hands back: checked, typed, aggregated columns as Arrow IPC bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bemanning.domain.faults import Fault
from bemanning.domain.profile import Profile, Seen
from bemanning.domain.vocabulary import Source

# Columns of the Arrow tables, in order. Text is never null ("" = not in the file); amounts are int64, and only
# cost_ore and head_count of the hours may be null: an export without such a column says nothing, not zero.
COST_CELL_COLUMNS = (
    "month", "account", "ansvar", "activity", "project", "counterparty", "supplier", "measure", "amount_ore",
)  # fmt: skip
VOUCHER_COLUMNS = ("month", "account", "ansvar", "supplier", "voucher", "amount_ore")
HOURS_CELL_COLUMNS = (
    "month", "unit", "code", "employment", "time_kind", "supplier", "centihours", "cost_ore", "head_count",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """One file to read. Voucher rows are kept for `agency_accounts` only.

    profiles: those that may fit; with `is_chosen` the one that the file must fit. source: None for either.
    is_balance: a balance list of the ledger, whose cells come per month and account; ansvar may be there or not.
    """

    path: Path
    file_name: str
    agency_accounts: frozenset[str] = frozenset()
    profiles: tuple[Profile, ...] = ()
    is_chosen: bool = False
    source: Source | None = None
    is_balance: bool = False


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """One file, understood or refused. With any fault, `cells` is empty and nothing may be stored.

    per_month: "2018-12" → öre (ledger, measure actual) or centihours (Heroma, external and own, absence included).
    total: their sum. rows: detail rows read (Summa rows and blank rows are not detail rows).
    cells: Arrow IPC stream, COST_CELL_COLUMNS or HOURS_CELL_COLUMNS, one row per distinct key, sorted by key.
    vouchers: Arrow IPC stream, VOUCHER_COLUMNS.
    content_hash: sha256 over source and cells, the same for the same content in another format.
    dropped: what was left out before anything was handed on: kind of personal data → count.
    profile: the saved profile that it was read by, or a name of the layout by the headings that it was recognised by.
    span: of a balance list whose amounts are sums of several months, the first and the last; its cells are the last's.
    seen: what its headings were taken for; None for a file without headings (SIE), or that could not be opened.
    """

    file_name: str
    sha256: str
    source: Source | None = None
    profile: str = ""
    profile_version: int = 1
    rows: int = 0
    per_month: dict[str, int] = field(default_factory=dict)
    total: int = 0
    content_hash: str = ""
    cells: bytes = b""
    vouchers: bytes = b""
    dropped: dict[str, int] = field(default_factory=dict)
    warnings: tuple[Fault, ...] = ()
    faults: tuple[Fault, ...] = ()
    span: tuple[str, str] | None = None
    seen: Seen | None = None
