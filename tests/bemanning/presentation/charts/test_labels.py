from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bemanning.presentation.charts.labels import spread

LABELS = st.lists(st.tuples(st.floats(0, 100), st.floats(0.5, 5)), min_size=1, max_size=8)


@given(LABELS)
def test_labels_never_overlap_sink_or_move_down(labels: list[tuple[float, float]]) -> None:
    positions, heights = [position for position, _ in labels], [height for _, height in labels]
    centres = spread(positions, heights)
    boxes = sorted((centre - height / 2, centre + height / 2) for centre, height in zip(centres, heights, strict=True))
    assert boxes[0][0] >= -1e-9
    assert all(low[1] <= high[0] + 1e-9 for low, high in pairwise(boxes))
    assert all(centre >= position for centre, position in zip(centres, positions, strict=True))


def test_labels_with_room_stay() -> None:
    assert spread([10, 2], [1, 1]) == [10, 2]
