"""A balance list against what is loaded, by plain loops over plain rows. Slow and obvious on purpose."""

# (account, month, amount); the months and accounts that mappings know: (account, month).
Row = tuple[str, str, int]
Line = tuple[str, str, int | None, int | None]


def amount(rows: list[Row], account: str, month: str) -> int:
    return sum(ore for row_account, row_month, ore in rows if (row_account, row_month) == (account, month))


def is_there(rows: list[Row], account: str, months: list[str]) -> bool:
    return any(row_account == account and row_month in months for row_account, row_month, _ in rows)


def is_mapped(listed: list[Row], account: str, months: list[str], mapped: list[tuple[str, str]]) -> bool:
    return any((account, month) in mapped and amount(listed, account, month) != 0 for month in months)


def compare(
    loaded: list[Row], listed: list[Row], months: list[str], mapped: list[tuple[str, str]]
) -> tuple[list[str], list[Line], dict[str, int]]:
    """Give the accounts that agree, the months of those that do not, and the sums of those of no concern."""
    agreeing, lines, others = [], [], {}
    for account in sorted({row[0] for row in loaded + listed}):
        ours, theirs = is_there(loaded, account, months), is_there(listed, account, months)
        odd = [month for month in months if amount(loaded, account, month) != amount(listed, account, month)]
        if ours and theirs and not odd:
            agreeing.append(account)
        elif not ours and odd and not is_mapped(listed, account, months, mapped):
            others[account] = sum(amount(listed, account, month) for month in months)
        else:
            for month in odd:
                said = (
                    amount(loaded, account, month) if ours else None,
                    amount(listed, account, month) if theirs else None,
                )
                lines.append((account, month, *said))
    return agreeing, lines, others
