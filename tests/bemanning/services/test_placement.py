import pytest

from bemanning.domain.mapping import Scope
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge, Node, Organisation, Tree
from bemanning.domain.vocabulary import NodeKind
from bemanning.services.placement import (
    DEFAULT_SCOPE_CODE,
    UNPLACED,
    completed,
    completed_tree,
    default_scope,
    region_root,
    scope_of,
)

ROOT = Node("R", "Regionen", NodeKind.REGION)
UNITS = tuple(Node(code, code, NodeKind.UNIT) for code in ("1", "2", "3"))
AREA, EMPTY = Node("A", "Område", NodeKind.AREA), Node("E", "Tom", NodeKind.AREA)
JUNE, JULY, DECEMBER = Month(2017, 6), Month(2017, 7), Month(2017, 12)


def tree_of(*edges: Edge, month: Month = JUNE, units: tuple[str, ...] = ()) -> dict[str, str]:
    organisation = completed(Organisation((ROOT, AREA, EMPTY, *UNITS), edges), units, ROOT)
    return dict(completed_tree(organisation, month, ROOT).parent_of)


def test_a_placed_organisation_is_left_as_it_is() -> None:
    edges = (Edge("A", "R"), Edge("E", "R"), *(Edge(code, "A") for code in "123"))
    assert tree_of(*edges) == {"A": "R", "E": "R", "1": "A", "2": "A", "3": "A"}


@pytest.mark.parametrize(
    ("month", "parent"),
    [(Month(2016, 1), "A"), (JUNE, "A"), (JULY, "A"), (DECEMBER, "E"), (Month(2018, 6), "E")],
    ids=["before the first place", "in it", "between two", "in the last", "after it"],
)
def test_a_unit_out_of_the_tree_keeps_its_last_place_or_takes_its_first(month: Month, parent: str) -> None:
    edges = (
        Edge("A", "R"),
        Edge("E", "R"),
        Edge("1", "A", valid_from=Month(2017, 1), valid_to=JUNE),
        Edge("1", "E", valid_from=DECEMBER, valid_to=DECEMBER),
        Edge("2", "A"),
        Edge("3", "A"),
    )
    assert tree_of(*edges, month=month)["1"] == parent


def test_what_never_had_a_place_is_summed_in_sight() -> None:
    tree = tree_of(Edge("A", "R"), Edge("1", "A"), Edge("2", "A"), Edge("3", "A"), units=("9",))
    assert tree["9"] == UNPLACED.code
    assert tree[UNPLACED.code] == "R"
    assert "E" not in tree


def test_a_node_above_units_takes_them_along() -> None:
    tree = tree_of(Edge("1", "A"), Edge("2", "A"), Edge("3", "A"))
    assert (tree["A"], tree["1"]) == (UNPLACED.code, "A")


def test_an_old_place_never_makes_a_circle() -> None:
    edges = (
        Edge("A", "R", valid_to=JUNE),
        Edge("E", "A", valid_to=JUNE),
        Edge("A", "E", valid_from=JULY, valid_to=JULY),
        *(Edge(code, "E") for code in "123"),
    )
    assert tree_of(*edges, month=DECEMBER) == {
        "1": "E",
        "2": "E",
        "3": "E",
        "A": "E",
        "E": UNPLACED.code,
        UNPLACED.code: "R",
    }


def test_a_region_without_an_organisation_gets_a_root() -> None:
    root = region_root(Organisation(), "Region Exempel")
    assert (root.code, root.name) == ("REGION", "Region Exempel")
    assert region_root(Organisation((AREA, ROOT)), "x") == ROOT
    whole = completed(Organisation(), ("1",), root)
    assert completed_tree(whole, JUNE, root).path("1") == ["1", UNPLACED.code, "REGION"]


def test_the_nearest_scope_above_a_unit_is_its_scope() -> None:
    tree = Tree({"1": "A", "2": "R", "A": "R"})
    whole, part = Scope("HELA", "Hela", "X", is_default=True), Scope("DEL", "Del", "A")
    assert scope_of("1", tree, (whole, part), whole) == part
    assert scope_of("2", tree, (whole, part), whole) == whole
    assert default_scope((part, whole), ROOT) == whole
    assert default_scope((), ROOT) == Scope(DEFAULT_SCOPE_CODE, "Hela regionen", "R", is_default=True)
