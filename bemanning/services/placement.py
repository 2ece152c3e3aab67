"""The organisation completed for summing: every unit has a place, so the region's total is always everything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bemanning.domain.mapping import Scope
from bemanning.domain.month import Month
from bemanning.domain.organisation import Edge, Node, Organisation, Tree
from bemanning.domain.vocabulary import NodeKind

# Units that the organisation does not know, or does not place in some month, are summed here, in sight.
UNPLACED = Node("EJ_PLACERADE", "Ej placerade ansvar", NodeKind.AREA)
ROOT_CODE = "REGION"
DEFAULT_SCOPE_CODE = "ALLA"


def region_root(organisation: Organisation, region_name: str) -> Node:
    """Give the node of kind region; where the organisation has none, one that stands for everything."""
    regions = (node for node in organisation.nodes if node.kind is NodeKind.REGION)
    return next(regions, Node(ROOT_CODE, region_name, NodeKind.REGION))


def completed(organisation: Organisation, units: Iterable[str], root: Node) -> Organisation:
    """Add the root, the place for unplaced units, and a node for every unit code that the organisation lacks."""
    known = organisation.by_code
    extra = [node for node in (root, UNPLACED) if node.code not in known]
    extra += [Node(code, code, NodeKind.UNIT) for code in units if code not in known]
    return Organisation((*organisation.nodes, *extra), organisation.edges)


def completed_tree(organisation: Organisation, month: Month, root: Node) -> Tree:
    """Give the month's tree with a place for everything.

    A node without a parent in the month keeps the last place it had (a late invoice for a closed unit belongs where
    the unit was; 2015 keeps the units closed since), or else takes the first it will have. What never had a place
    lies under UNPLACED, and UNPLACED under the root; it is left out where nothing needs it.
    `organisation` is a completed one.
    """
    parent_of = dict(organisation.tree_at(month).parent_of)
    for edge in sorted(organisation.edges, key=lambda edge: _distance(edge, month)):
        if edge.child not in parent_of and edge.child not in Tree(parent_of).path(edge.parent):
            parent_of[edge.child] = edge.parent
    inner = set(parent_of.values())
    # A node above units that never had a parent takes its units along; one without units is no loss.
    loose = [
        node.code
        for node in organisation.nodes
        if node.code not in parent_of
        and node.code not in {root.code, UNPLACED.code}
        and (node.kind is NodeKind.UNIT or node.code in inner)
    ]
    parent_of.update(dict.fromkeys(loose, UNPLACED.code))
    if loose:
        parent_of[UNPLACED.code] = root.code
    return Tree(parent_of)


def _distance(edge: Edge, month: Month) -> tuple[bool, int]:
    """Order edges: those that ended before the month first, latest first; then those to come, nearest first."""
    is_future = edge.valid_from > month
    return (True, edge.valid_from.index) if is_future else (False, -edge.valid_to.index)


def default_scope(scopes: Sequence[Scope], root: Node) -> Scope:
    """Give the default scope; where no scopes are declared, one for the whole region."""
    whole_region = Scope(DEFAULT_SCOPE_CODE, "Hela regionen", root.code, is_default=True)
    return next((scope for scope in scopes if scope.is_default), whole_region)


def scope_of(unit: str, tree: Tree, scopes: Sequence[Scope], default: Scope) -> Scope:
    """Give the scope whose node lies nearest above the unit; the default scope where none does."""
    by_node = {scope.node: scope for scope in scopes}
    return next((by_node[code] for code in tree.path(unit) if code in by_node), default)
