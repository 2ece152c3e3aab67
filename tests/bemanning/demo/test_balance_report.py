"""Swedish amounts, and months that add up across."""

import pytest

from bemanning.demo.balance_report import balance_report, swedish_amount


@pytest.mark.parametrize(
    ("amount_ore", "minus", "text"),
    [
        (0, "-", "0,00"),
        (5, "-", "0,05"),
        (-5, "-", "-0,05"),
        (100_000, "-", "1\u00a0000,00"),
        (123_456_750, "-", "1\u00a0234\u00a0567,50"),
        (-123_456_750, "\u2212", "\u22121\u00a0234\u00a0567,50"),
    ],
)
def test_swedish_amount(amount_ore: int, minus: str, text: str) -> None:
    assert swedish_amount(amount_ore, minus) == text


def test_the_report_has_titles_twelve_months_and_a_total() -> None:
    report = balance_report(2016)
    assert report.titles[0] == "Resultatrapport 2016 per konto och ansvar – Regionstab – SYNTETISKA DATA"
    headings = [column.heading for column in report.columns]
    assert headings[:6] == ["Konto", "Kontonamn", "Ansvar", "Ansvarsnamn", "jan-16", "feb-16"]
    assert headings[-2:] == ["dec-16", "Totalt"]
    # 12 units of 4 own accounts and 2 others, a Summa row and a blank row each; then the grand total.
    assert len(list(report.rows)) == 12 * (6 + 2) + 1
