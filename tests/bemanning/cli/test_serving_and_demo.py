import json
import socket
from pathlib import Path

import pytest
import typer

from bemanning.cli.demo import load_region
from bemanning.cli.reference import MEANINGS, command_table
from bemanning.demo import DemoFile, DemoRegion
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus
from bemanning.services.month_status import MonthsChoice
from bemanning.wiring import PRODUCT, AppSettings, open_services
from tests.bemanning.cli.conftest import Run, ledger
from tests.builders.serving import fetch, serving


def test_serve_answers_on_this_machine_alone_until_it_is_stopped(tmp_path: Path) -> None:
    with serving("serve", "--database", f"sqlite:///{tmp_path / 'tom.db'}") as port:
        assert json.loads(fetch(port, "/halsa"))["data_version"] >= 0
        assert 'lang="sv"' in fetch(port, "/")


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_taken_port_is_told_before_anything_is_done(run: Run, command: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        found = run(command, "--port", str(port))
    assert (found.status, f"Porten {port} är upptagen" in found.err) == (2, True)


def test_the_demo_never_mixes_with_a_regions_own_figures(run: Run, tmp_path: Path) -> None:
    run("load", str(ledger(tmp_path / "egen.xlsx", 2018)))
    found = run("demo", "--no-serve", "--folder", str(tmp_path / "demo"))
    assert (found.status, "andra inläsningar" in found.err) == (2, True)
    assert not (tmp_path / "demo").exists()


def test_a_demo_file_that_is_refused_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    services = open_services(AppSettings(f"sqlite:///{tmp_path / 'gammal.db'}"))
    first, changed = ledger(tmp_path / "a.xlsx", 2017), ledger(tmp_path / "b.xlsx", 2017, agency_kr=1)
    later = ledger(tmp_path / "c.xlsx", 2016)
    earliest = ledger(tmp_path / "d.xlsx", 2015)
    region = DemoRegion(tmp_path / "m.xlsx", tuple(DemoFile(path, "ALLA") for path in (earliest, later, first)))
    load_region(services, region)
    assert {row.status for row in services.months()} == {MonthStatus.CLOSED}
    with pytest.raises(typer.Exit):
        load_region(services, DemoRegion(tmp_path / "m.xlsx", (DemoFile(changed, "ALLA"),)))
    assert "är stängd" in capsys.readouterr().err
    services.set_month_status(MonthsChoice(frozenset({Month(2017, 1)})), MonthStatus.OPEN, PRODUCT)
    services.store.close()


def test_the_command_list_tells_of_every_command() -> None:
    table = command_table()
    assert all(f"| `bemanning {name}" in table for name in MEANINGS)
    assert "`bemanning undo INLÄSNING`" in table
    assert "--profession --month [--node] [--of]" in table
