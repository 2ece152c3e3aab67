import pytest
from dash import html

from bemanning.presentation.unmapped_note import unmapped_note
from bemanning.presentation.unmapped_notice import unmapped_notice
from bemanning.services.unmapped import Unmapped, UnmappedItem
from tests.builders.seen import by_type

ONE = UnmappedItem("account", "46310", 65_700_000_00, 0)
OTHER = UnmappedItem("account", "46320", -700_000_00, 0)
CODE = UnmappedItem("code", "X9", 0, 100)


@pytest.mark.parametrize(
    ("items", "note"),
    [
        ((), ""),
        ((CODE,), ""),
        ((ONE,), "65,7 mkr på 1 konto utan mappning räknas inte med: kostnader och andelar kan vara för låga."),
        (
            (ONE, CODE, OTHER),
            "65,0 mkr på 2 konton utan mappning räknas inte med: kostnader och andelar kan vara för låga.",
        ),
    ],
)
def test_unmapped_accounts_are_said_beside_the_figures(items: tuple[UnmappedItem, ...], note: str) -> None:
    assert unmapped_note(Unmapped(items)).replace("\N{NO-BREAK SPACE}", " ") == note
    notice = unmapped_notice(Unmapped(items), "manad=2018-12")
    assert [type(part) for part in notice] == [html.P] * bool(note)
    assert [link.href for link in by_type(notice, "Link")] == ["/mappning?manad=2018-12"] * bool(note)
