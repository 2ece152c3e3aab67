"""What a SIE file says, before it is decided which of it makes the cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from bemanning.domain.vocabulary import AmountMeasure
from loaders.sie_line import Objects

# Where the file does not say what an account is, its first digit does (BAS, and the regions' own chart alike).
_BALANCE_CLASSES = ("1", "2")
_BALANCE_KINDS, _RESULT_KINDS = ("T", "S"), ("K", "I")


@dataclass(slots=True)
class Entries:
    """Rows of vouchers, column by column. objects: as written between the braces; see `SieBooks.objects`.

    taken: a hash of each numbered voucher, with its rows.
    """

    months: list[str] = field(default_factory=list)
    accounts: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    amounts: list[int] = field(default_factory=list)
    vouchers: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def take(self, voucher: object) -> bool:
        """Take a numbered voucher in. False: the same one has been taken before."""
        before = len(self.taken)
        self.taken.add(hash(voucher))
        return len(self.taken) > before


@dataclass(frozen=True, slots=True)
class Balance:
    """A month's change of an account, as a whole or for the objects named."""

    line: int
    measure: AmountMeasure
    month: str
    account: str
    objects: Objects
    amount_ore: int


@dataclass(slots=True)
class SieBooks:
    """The records that are read.

    form: what the profile begins with. kind: SIE type, "1" to "4", "" where it is not said. dimensions: number → name.
    account_kinds: account → T, S, K or I (asset, liability, cost, income), where it is said.
    year: first and last month of the current year. until: the day that balances are of, as written, where it is.
    results: account → the year's result in öre.
    objects: object list as written → its pairs, and the line where it is first.
    """

    form: str = "sie4"
    kind: str = ""
    program: str = ""
    currency: str = ""
    dimensions: dict[str, str] = field(default_factory=dict)
    account_kinds: dict[str, str] = field(default_factory=dict)
    year: tuple[str, str] | None = None
    until: str = ""
    results: dict[str, int] = field(default_factory=dict)
    balances: list[Balance] = field(default_factory=list)
    entries: Entries = field(default_factory=Entries)
    objects: dict[str, tuple[Objects, int]] = field(default_factory=dict)
    other_years: int = 0

    def is_balance_account(self, account: str) -> bool:
        """Tell an account of what is owned and owed from one of income and cost."""
        kind = self.account_kinds.get(account, "")
        return kind in _BALANCE_KINDS or (kind not in _RESULT_KINDS and account.startswith(_BALANCE_CLASSES))
