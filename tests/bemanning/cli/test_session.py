import pwd

import pytest

from bemanning.cli.session import actor

LOGIN_VARIABLES = ("LOGNAME", "USER", "LNAME", "USERNAME")


def test_changes_are_logged_under_the_name_that_is_set_or_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "kim")
    monkeypatch.setenv("BEMANNING_USER", "Kim Kontrollant")
    assert actor().name == "Kim Kontrollant"
    monkeypatch.delenv("BEMANNING_USER")
    assert actor().name == "kim"


def test_a_user_without_a_name_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_uid: int) -> None:
        raise KeyError

    for variable in ("BEMANNING_USER", *LOGIN_VARIABLES):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    assert actor().name == "okänd"
