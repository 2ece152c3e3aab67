"""Money and hours as integers: öre (1/100 krona) and centihours (1/100 hour)."""

from decimal import Decimal

ORE_PER_KR = 100
CENTI = 100


def kr_text(amount_ore: int) -> str:
    """Write öre as an exact decimal string in kronor, two decimals: -1234567 → "-12345.67"."""
    return str(Decimal(amount_ore).scaleb(-2))


def hours_text(centihours: int) -> str:
    """Write centihours as an exact decimal string in hours, two decimals."""
    return str(Decimal(centihours).scaleb(-2))
