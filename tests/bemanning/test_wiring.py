from pathlib import Path

import pytest

from bemanning.domain.actor import Actor
from bemanning.domain.errors import RefusedError
from bemanning.domain.faults import FaultCode
from bemanning.domain.vocabulary import Profession
from bemanning.wiring import DATA_FOLDER, AppSettings, open_services, settings_from


@pytest.mark.parametrize(
    ("environment", "option", "url"),
    [
        ({}, None, f"sqlite:///{DATA_FOLDER / 'bemanning.db'}"),
        ({"BEMANNING_DATABASE": "sqlite:///a.db"}, None, "sqlite:///a.db"),
        ({"BEMANNING_DATABASE": "sqlite:///a.db"}, "sqlite:///b.db", "sqlite:///b.db"),
    ],
)
def test_the_option_goes_before_the_environment(environment: dict[str, str], option: str | None, url: str) -> None:
    assert settings_from(environment, option) == AppSettings(url)


def test_sent_files_are_kept_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert settings_from({}).uploads_folder == DATA_FOLDER / "uploads"
    # A job's process may stand in another folder than its server.
    assert settings_from({"BEMANNING_UPLOADS": "sända"}).uploads_folder == tmp_path.resolve() / "sända"


def test_a_new_store_knows_the_known_codes_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    settings = AppSettings(f"sqlite:///{tmp_path / 'ny.db'}")
    for _ in range(2):
        services = open_services(settings)
        codes = {rule.code: rule.profession for rule in services.mappings().codes or ()}
        assert codes["201010"] is Profession.DOCTOR
        assert services.data_version() == 1
        services.store.close()


def test_a_store_for_readers_answers_and_refuses_every_change(tmp_path: Path, actor: Actor) -> None:
    url = f"sqlite:///{tmp_path / 'ny.db'}"
    open_services(AppSettings(url)).store.close()
    services = open_services(settings_from({"BEMANNING_DATABASE": url, "BEMANNING_READ_ONLY": "1"}))
    assert not services.may_change()
    assert services.mappings().codes
    with pytest.raises(RefusedError) as refused:
        services.undo(1, actor)
    assert [fault.code for fault in refused.value.faults] == [FaultCode.NO_RIGHTS]
    assert services.data_version() == 1
    services.store.close()


def test_a_new_store_for_readers_stays_empty(tmp_path: Path) -> None:
    services = open_services(AppSettings(f"sqlite:///{tmp_path / 'ny.db'}", may_change=False))
    assert services.data_version() == 0
    services.store.close()


@pytest.mark.parametrize(
    ("word", "may_change"),
    [
        ("", True),
        ("0", True),
        ("off", True),
        ("Nej", True),
        ("false", True),
        ("1", False),
        ("on", False),
        ("ja", False),
    ],
)
def test_readers_are_kept_from_changing_unless_it_is_switched_off(word: str, *, may_change: bool) -> None:
    assert settings_from({"BEMANNING_READ_ONLY": word}).may_change is may_change
