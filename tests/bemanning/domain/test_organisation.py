import pytest

from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge, EdgeProblem, Node, Organisation, edge_problems
from bemanning.domain.vocabulary import NodeKind

NODES = (Node("TOP", "TOP", NodeKind.REGION), *(Node(code, code, NodeKind.AREA) for code in "RABC"))
JUNE, JULY = Month(2017, 6), Month(2017, 7)


def test_a_node_moves_when_its_edge_does() -> None:
    edges = (Edge("A", "R"), Edge("B", "R"), Edge("C", "A", valid_to=JUNE), Edge("C", "B", valid_from=JULY))
    organisation = Organisation(NODES, edges)
    assert organisation.tree_at(JUNE).path("C") == ["C", "A", "R"]
    assert organisation.tree_at(JULY).path("C") == ["C", "B", "R"]
    assert sorted(organisation.tree_at(JUNE).under("A")) == ["A", "C"]
    assert sorted(organisation.tree_at(JULY).under("R")) == ["A", "B", "C", "R"]
    assert organisation.by_code["A"].name == "A"
    assert edge_problems(NODES, edges) == []


@pytest.mark.parametrize(
    ("edges", "problems"),
    [
        ([Edge("A", "X", valid_from=JUNE)], [EdgeProblem("unknown_node", "X", JUNE)]),
        (
            [Edge("A", "R", valid_from=JUNE), Edge("A", "B", valid_from=JULY)],
            [EdgeProblem("two_parents", "A", JULY)],
        ),
        (
            [Edge("A", "B", valid_from=JUNE), Edge("B", "A", valid_from=JULY)],
            [EdgeProblem("cycle", "A", JULY), EdgeProblem("cycle", "B", JULY)],
        ),
        ([Edge("TOP", "A", valid_from=JUNE)], [EdgeProblem("region_below", "TOP", JUNE)]),
        ([Edge("A", "A", valid_from=JUNE)], [EdgeProblem("cycle", "A", JUNE)]),
        (
            [Edge("A", "B", valid_from=JUNE), Edge("B", "C", valid_from=JUNE), Edge("C", "B", valid_from=JUNE)],
            [EdgeProblem("cycle", "B", JUNE), EdgeProblem("cycle", "C", JUNE)],
        ),
    ],
)
def test_what_is_no_tree_is_told_with_its_month(edges: list[Edge], problems: list[EdgeProblem]) -> None:
    assert edge_problems(NODES, edges) == problems
