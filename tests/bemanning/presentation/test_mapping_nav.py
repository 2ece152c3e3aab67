"""The way between Mappning and Avstämning."""

from bemanning.domain.selection import Selection
from bemanning.presentation.addresses import RECONCILIATION_PATH
from bemanning.presentation.mapping_nav import mapping_nav
from tests.builders.seen import by_type, text


def test_both_screens_are_named_the_one_shown_is_marked_and_the_selection_is_carried() -> None:
    nav = mapping_nav(RECONCILIATION_PATH, Selection(node="PV"))
    assert [(text(item), getattr(item, "aria-current", None)) for item in by_type(nav, "Li")] == [
        ("Mappning", None),
        ("Avstämning", "page"),
    ]
    assert [link.href for link in by_type(nav, "Link")] == ["/mappning?enhet=PV", "/avstamning?enhet=PV"]
    assert [link.href for link in by_type(mapping_nav("/", Selection()), "Link")] == ["/mappning", "/avstamning"]
