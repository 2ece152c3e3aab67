import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bemanning.kpi.roll_up import roll_up, tree_shape

# Node i lies under some earlier node, or under none: any forest, in any depth.
FORESTS = st.integers(1, 12).flatmap(
    lambda count: st.tuples(*(st.none() | st.integers(0, at - 1) if at else st.none() for at in range(count)))
)


@given(FORESTS, st.data())
def test_every_node_is_its_own_amount_and_its_childrens_totals(
    forest: tuple[int | None, ...], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations([str(at) for at in range(len(forest))]))
    parent_of = {str(child): str(parent) for child, parent in enumerate(forest) if parent is not None}
    own = np.array([[data.draw(st.integers(-(10**12), 10**12)) for _ in range(2)] for _ in shuffled], dtype=np.int64)
    totals = roll_up(own, tree_shape(shuffled, parent_of))
    for at, node in enumerate(shuffled):
        children = [totals[shuffled.index(child)] for child, parent in parent_of.items() if parent == node]
        assert (totals[at] == own[at] + sum(children, np.zeros(2, dtype=np.int64))).all()


def test_nothing_in_gives_nothing_out() -> None:
    assert roll_up(np.zeros((0, 3), dtype=np.int64), tree_shape([], {})).shape == (0, 3)
