"""Mappning's first sentence: how much no mapping knows, as a share of everything."""

from __future__ import annotations

from fractions import Fraction

from bemanning.domain.money import ORE_PER_KR
from bemanning.presentation.mapping_counts import counted
from bemanning.presentation.numbers import amount_text, hours_text, share_text
from bemanning.presentation.texts import mapping as texts
from bemanning.services.mapping_board import MappingBoard
from bemanning.services.unmapped import Unmapped

ORE_PER_MKR, ORE_PER_TKR = 1_000_000 * ORE_PER_KR, 1_000 * ORE_PER_KR
# The least share that one decimal shows.
LEAST_PCT = Fraction(1, 10)


def mapping_headline(board: MappingBoard) -> str:
    """Say the most important that is unmapped; that nothing is; or that nothing is loaded."""
    said = _said(board)
    if said:
        return said[0]
    return texts.ALL_MAPPED if board.is_loaded else texts.NOT_LOADED


def mapping_about(board: MappingBoard) -> str:
    """Say what else is unmapped, and what that means."""
    said = _said(board)
    parts = [texts.ABOUT_ALSO.format(also=texts.AND.join(said[1:]))] if said[1:] else []
    if said:
        parts.append(texts.ABOUT_MISSING)
    else:
        parts.append(texts.ABOUT_MAPPED if board.is_loaded else texts.ABOUT_NOT_LOADED)
    if board.suppliers:
        parts.append(texts.ABOUT_SUPPLIERS.format(suppliers=counted("supplier", len(board.suppliers))))
    return " ".join(f"{part}." for part in parts)


def unmapped_texts(unmapped: Unmapped) -> tuple[str, str, str]:
    """Say what is unmapped of accounts, codes and units, in so many words; "" of a kind that has nothing."""
    accounts, codes, units = (sum(item.kind == kind for item in unmapped.items) for kind in ("account", "code", "unit"))
    amount, hours = _amount(unmapped.accounts_ore), hours_text(unmapped.codes_centihours)
    return (
        texts.ON_ACCOUNTS.format(amount=amount, accounts=counted("account", accounts)) if accounts else "",
        texts.ON_CODES.format(hours=hours, codes=counted("code", codes)) if codes else "",
        counted("unit", units) if units else "",
    )


def _said(board: MappingBoard) -> list[str]:
    accounts, codes, units = unmapped_texts(board.unmapped)
    said = [_accounts(board, accounts)] if accounts else []
    said += [texts.CODES_MISSING.format(codes=codes)] if codes else []
    return said + ([texts.UNITS_MISSING.format(units=units)] if units else [])


def _accounts(board: MappingBoard, accounts: str) -> str:
    share = board.accounts_share_pct.number
    if share is None:
        return texts.ACCOUNTS_MISSING.format(accounts=accounts)
    return texts.ACCOUNTS_SHARE.format(accounts=accounts, share=_share(share))


def _amount(amount_ore: int) -> str:
    """Write an amount in the largest unit that it fills."""
    if abs(amount_ore) >= ORE_PER_MKR:
        return amount_text(amount_ore, "mkr")
    return amount_text(amount_ore, "tkr") if abs(amount_ore) >= ORE_PER_TKR else amount_text(amount_ore, "kr", 0)


def _share(share_pct: Fraction) -> str:
    """Write a share; one that would be written as nothing is something still."""
    return (
        texts.LESS_THAN.format(share=share_text(LEAST_PCT)) if 0 < abs(share_pct) < LEAST_PCT else share_text(share_pct)
    )
