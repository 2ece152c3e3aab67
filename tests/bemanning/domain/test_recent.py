from bemanning.domain.recent import Recent


def test_the_one_that_was_longest_unused_goes_first() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.set("a", 1)
    recent.set("b", 2)
    assert recent.get("a") == 1
    recent.set("c", 3)
    assert [recent.get(key) for key in "abc"] == [1, None, 3]
    recent.set("a", 4)
    recent.set("d", 5)
    assert [recent.get(key) for key in "acd"] == [4, None, 5]
