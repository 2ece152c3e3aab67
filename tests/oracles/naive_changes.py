"""What a file changes, by plain loops over plain rows. Slow and obvious on purpose; shares no code with the product."""

# (month, account or code, amount): outcome rows alone.
Row = tuple[str, str, int]
Change = tuple[str, str | None, int | None, int]


def total(rows: list[Row], month: str, key: str | None = None) -> int:
    amount = 0
    for row_month, row_key, row_amount in rows:
        if row_month == month and key in (None, row_key):
            amount += row_amount
    return amount


def changes(loaded: list[Row], file: list[Row]) -> list[Change]:
    """Say of each month of the file what it was and becomes, and the same of each key that differs."""
    found: list[Change] = []
    for month in sorted({row[0] for row in file}):
        if month not in {row[0] for row in loaded}:
            found.append((month, None, None, total(file, month)))
            continue
        found.append((month, None, total(loaded, month), total(file, month)))
        for key in sorted({row[1] for row in loaded + file if row[0] == month}):
            before, after = total(loaded, month, key), total(file, month, key)
            if before != after:
                found.append((month, key, before, after))
    return found
