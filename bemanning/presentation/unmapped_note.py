"""The sentence that must stand beside every figure that unmapped accounts may be missing from."""

from bemanning.presentation.numbers import amount_text
from bemanning.services.unmapped import Unmapped


def unmapped_note(unmapped: Unmapped) -> str:
    """Say how much lies on accounts that no mapping knows; empty where all accounts are mapped."""
    count = len(unmapped.accounts)
    if not count:
        return ""
    accounts = "1 konto" if count == 1 else f"{count} konton"
    amount = amount_text(unmapped.accounts_ore, "mkr")
    return f"{amount} på {accounts} utan mappning räknas inte med: kostnader och andelar kan vara för låga."
