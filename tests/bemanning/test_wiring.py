from pathlib import Path

import pytest

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


def test_a_new_store_knows_the_known_codes_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    settings = AppSettings(f"sqlite:///{tmp_path / 'ny.db'}")
    for _ in range(2):
        services = open_services(settings)
        codes = {rule.code: rule.profession for rule in services.mappings().codes or ()}
        assert codes["201010"] is Profession.DOCTOR
        assert services.data_version() == 1
        services.store.close()
