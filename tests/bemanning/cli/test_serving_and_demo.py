import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
import typer

from bemanning.cli import demo
from bemanning.cli.demo import load_region
from bemanning.cli.reference import MEANINGS, command_table
from bemanning.demo import DemoFile, DemoRegion, region
from bemanning.demo.published import FIRST_MONTH
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus
from bemanning.services.month_status import MonthsChoice
from bemanning.wiring import PRODUCT, AppSettings, open_services
from tests.bemanning.cli.conftest import Run, ledger
from tests.builders.serving import fetch, free_port, serving


@pytest.mark.usefixtures("measured_processes")
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
    files = tuple(DemoFile(path, "ALLA") for path in (earliest, later, first))
    load_region(services, DemoRegion(tmp_path / "m.xlsx", files))
    assert {row.status for row in services.months()} == {MonthStatus.CLOSED}
    with pytest.raises(typer.Exit):
        load_region(services, DemoRegion(tmp_path / "m.xlsx", (DemoFile(changed, "ALLA"),)))
    assert "är stängd" in capsys.readouterr().err
    services.set_month_status(MonthsChoice(frozenset({Month(2017, 1)})), MonthStatus.OPEN, PRODUCT)
    services.store.close()


@pytest.fixture
def of_a_month(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo region of one month, two files: the whole one is built by tests/conftest.py, unmeasured."""
    monkeypatch.setattr(region, "LAST_MONTH", FIRST_MONTH)
    monkeypatch.setattr(demo, "CLOSED_MONTHS", frozenset({FIRST_MONTH}))


@pytest.mark.usefixtures("of_a_month")
def test_the_demo_is_built_without_being_shown_and_recognised_again(run: Run, tmp_path: Path) -> None:
    loads = []
    for folder in ("först", "igen"):
        found = run("demo", "--no-serve", "--folder", str(tmp_path / folder))
        assert (found.status, "1 månader, 2 inläsningar" in found.out) == (0, True), found.err
        loads.append(run("loads", "--json").lines)
    assert loads[0] == loads[1]


@pytest.mark.usefixtures("of_a_month")
def test_a_port_that_is_taken_while_the_demo_is_built_is_told_when_it_would_be_shown(run: Run, tmp_path: Path) -> None:
    folder, port = tmp_path / "demo", free_port()
    with taken_once_there(port, folder):
        found = run("demo", "--port", str(port), "--folder", str(folder))
    assert (found.status, "2 inläsningar" in found.out, f"Porten {port} är upptagen" in found.err) == (2, True, True)


@contextmanager
def taken_once_there(port: int, folder: Path) -> Iterator[None]:
    """Take the port as soon as the folder is there, and keep it."""
    given_up = Event()
    with socket.socket() as taken:

        def take() -> None:
            while not folder.exists() and not given_up.wait(0.02):
                pass
            taken.bind(("127.0.0.1", port))
            taken.listen()

        thread = Thread(target=take)
        thread.start()
        try:
            yield
        finally:
            given_up.set()
            thread.join()


def test_the_command_list_tells_of_every_command() -> None:
    table = command_table()
    assert all(f"| `bemanning {name}" in table for name in MEANINGS)
    assert "`bemanning undo INLÄSNING`" in table
    assert "--profession --month [--node] [--of]" in table
