import os

import pytest

from loaders import parent_watch
from loaders.parent_watch import watch_parent


def test_a_process_whose_parent_is_gone_ends() -> None:
    ended: list[bool] = []
    watch_parent(os.getpid(), lambda: ended.append(True)).join()
    assert ended == [True]


def test_one_whose_parent_lives_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent_watch, "LOOK_SECONDS", 0.01)
    parents = iter([7, 7, 1])
    monkeypatch.setattr(os, "getppid", lambda: next(parents))
    ended: list[int] = []
    watch_parent(7, lambda: ended.append(next(parents, 0))).join()
    assert ended == [0]
