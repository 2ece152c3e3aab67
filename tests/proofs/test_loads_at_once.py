"""Two loads at once take turns: neither is lost, and the later is held against the earlier, not against what it saw."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from bemanning.domain.faults import FaultCode
from bemanning.domain.parsed_file import ParsedFile
from bemanning.services.file_report import FileReport
from bemanning.services.ingest import LoadOptions, load_files
from bemanning.services.mapping_update import update_mappings
from bemanning.store import Store
from tests.builders.files import MAPPINGS, BuiltReader, ledger_file, paths
from tests.builders.loads import ACTOR

ROUNDS = 5


def a_file(name: str, month: int, ore: int) -> ParsedFile:
    return ledger_file(name, *((f"2018-{month:02}", "4610", unit, ore) for unit in ("0101", "0102")))


def at_once(database_url: str, *files: ParsedFile) -> list[FileReport]:
    """Load each file from a store of its own, as two servers would."""
    begin = Barrier(len(files))

    def load(file: ParsedFile) -> FileReport:
        store = Store.open(database_url)
        begin.wait()
        (report,) = load_files(store, BuiltReader(file), paths(file), LoadOptions(), ACTOR)
        store.close()
        return report

    with ThreadPoolExecutor(len(files)) as threads:
        return list(threads.map(load, files))


def test_two_loads_of_one_month_are_told_of_each_other(database_url: str, store: Store) -> None:
    update_mappings(store, MAPPINGS, ACTOR)
    spoken = 0
    for number in range(1, ROUNDS + 1):
        files = [a_file(f"{name} {number}", 1, 1_000 * number + extra) for name, extra in (("a", 1), ("b", 2))]
        earlier, later = sorted(at_once(database_url, *files), key=lambda report: report.load_id or 0)
        assert later.warnings[-1].code is FaultCode.MONTH_RESTATED
        assert later.warnings[-1].params["before"] == f"{earlier.total / 100:.2f}"
        assert [change.before for change in earlier.changes] == [spoken or None, *([spoken] if spoken else [])]
        spoken = later.total
        with store.reading() as session:
            assert session.cells.current_cost()["amount_ore"].sum() == spoken
            assert [row.load_id for row in session.months.current()] == [later.load_id]
            assert len(session.loads.newest_first()) == 2 * number


def test_loads_of_different_months_at_once_are_all_there(database_url: str, store: Store) -> None:
    update_mappings(store, MAPPINGS, ACTOR)
    reports = at_once(database_url, *(a_file(f"{month}.xlsx", month, month) for month in range(1, 5)))
    assert all(report.load_id for report in reports)
    with store.reading() as session:
        assert [str(row.month) for row in session.months.current()] == [f"2018-{month:02}" for month in range(1, 5)]
        assert dict(session.cube.cost().select("month", "amount_ore").group_by("month").sum().iter_rows()) == {
            f"2018-{month:02}": 2 * month for month in range(1, 5)
        }
