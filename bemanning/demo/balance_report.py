"""The staff units' report of a year: wide, with title rows, Summa rows and amounts as Swedish text."""

from collections.abc import Iterator

from bemanning.demo.ledger_rows import account_names
from bemanning.demo.own_cost import other_ore, own_ore
from bemanning.demo.sheets import SYNTHETIC, Column, Table
from bemanning.demo.units import STAFF, Unit, staff_units
from bemanning.domain.money import ORE_PER_KR
from bemanning.domain.month import MONTHS_IN_YEAR, Month
from bemanning.domain.vocabulary import Profession

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NO_BREAK_SPACE, _MINUS = "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}"


def balance_report(year: int) -> Table:
    """Give the report of a calendar year, drawn up after its end."""
    titles = (
        f"Resultatrapport {year} per konto och ansvar – Regionstab – {SYNTHETIC}",
        "Belopp i kr",
        f"Utskriven {year + 1}-01-15",
        "",
    )
    months = [Column(f"{name}-{year % 100}", 15) for name in _MONTHS]
    codes = [Column("Konto", 16), Column("Kontonamn", 32), Column("Ansvar", 9), Column("Ansvarsnamn", 26)]
    return Table([*codes, *months, Column("Totalt", 17)], _rows(year), titles)


def swedish_amount(amount_ore: int, minus: str = _MINUS) -> str:
    """Write öre as kronor in Swedish text: 123456750 → "1 234 567,50" with no-break spaces."""
    kr, ore = divmod(abs(amount_ore), ORE_PER_KR)
    sign = minus if amount_ore < 0 else ""
    return f"{sign}{kr:,}".replace(",", _NO_BREAK_SPACE) + f",{ore:02d}"


def unit_year(unit: Unit, year: int) -> dict[str, list[int]]:
    """Map account → twelve months' öre for one staff unit."""
    by_account: dict[str, list[int]] = {}
    for number in range(1, MONTHS_IN_YEAR + 1):
        month = Month(year, number)
        own = own_ore(STAFF, Profession.OTHER, month)[unit.code]
        for account, amount_ore in (own | other_ore(unit, month)).items():
            by_account.setdefault(account, []).append(amount_ore)
    return by_account


def _rows(year: int) -> Iterator[tuple[str, ...]]:
    # Both ways of writing a minus are met in real reports, never both in one.
    minus = _MINUS if year % 2 == 0 else "-"
    grand = [0] * MONTHS_IN_YEAR
    for unit in staff_units():
        lines = unit_year(unit, year)
        for account, amounts in lines.items():
            yield (account, account_names()[account], unit.code, unit.name, *_amounts(amounts, minus))
        total = [sum(column) for column in zip(*lines.values(), strict=True)]
        grand = [so_far + amount for so_far, amount in zip(grand, total, strict=True)]
        yield (f"Summa {unit.code}", "", unit.code, unit.name, *_amounts(total, minus))
        yield ()
    yield ("Totalsumma", "", "", "", *_amounts(grand, minus))


def _amounts(amounts: list[int], minus: str) -> list[str]:
    return [swedish_amount(amount_ore, minus) for amount_ore in (*amounts, sum(amounts))]
