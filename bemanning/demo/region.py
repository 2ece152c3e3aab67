"""The demo region as files: the mapping workbook and every export, written by a few processes."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from bemanning.demo.balance_report import balance_report
from bemanning.demo.heroma_files import hours_export
from bemanning.demo.ledger_files import voucher_list
from bemanning.demo.mapping_book import write_mapping_workbook
from bemanning.demo.published import FIRST_MONTH, LAST_MONTH
from bemanning.demo.scopes import HEALTH_CARE_SCOPE, STAFF_SCOPE
from bemanning.demo.sheets import Table, write_table
from bemanning.demo.units import HEALTH_CARE, STAFF
from bemanning.domain.month import MONTHS_IN_YEAR, Month, month_range
from bemanning.domain.vocabulary import Source

# Told after each file: how many are written, of how many, and which.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class DemoFile:
    """An export file and the code of the scope that it speaks for."""

    path: Path
    scope: str


@dataclass(frozen=True, slots=True)
class DemoRegion:
    """What was written: load the mapping workbook first, then the files in this order."""

    mapping_workbook: Path
    files: tuple[DemoFile, ...]


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """One export to write: a month (the health care scope) or a whole year (the staff scope, by its December)."""

    source: Source
    scope: str
    month: Month

    @property
    def name(self) -> str:
        """Path of the file, inside the demo region's folder."""
        period = self.month if self.scope == HEALTH_CARE_SCOPE else self.month.year
        return f"{self.source}/{self.source}_{self.scope.lower()}_{period}.xlsx"


def export_plans() -> list[ExportPlan]:
    """Give every export in the order of loading: by month, the staff units' year after its December."""
    return [plan for month in month_range(FIRST_MONTH, LAST_MONTH) for plan in _month_plans(month)]


def write_export(folder: Path, plan: ExportPlan) -> str:
    """Write one export under the folder, whose subfolders must exist, and give its name."""
    write_table(folder / plan.name, _table(plan))
    return plan.name


def write_exports(folder: Path, plans: Sequence[ExportPlan], processes: int) -> Iterator[str]:
    """Write the exports under the folder and give each one's name, in order, as soon as it is written.

    With one process nothing is started; with more, the caller's main module must be importable without effects.
    """
    for source in Source:
        (folder / source).mkdir(parents=True, exist_ok=True)
    write = partial(write_export, folder)
    if processes == 1:
        yield from map(write, plans)
        return
    # Spawned, not forked: the caller may hold threads and database connections.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(write, plans)


def write_demo_region(folder: Path, progress: Progress | None = None, processes: int = 2) -> DemoRegion:
    """Write the mapping workbook and every export into the folder, which is made; same bytes every time.

    `progress` is called in this process after each file. For `processes`, see `write_exports`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    mapping_workbook = folder / "mappningar.xlsx"
    write_mapping_workbook(mapping_workbook)
    plans = export_plans()
    tell: Progress = progress or (lambda _done, _total, _name: None)
    for done, name in enumerate(write_exports(folder, plans, processes), start=1):
        tell(done, len(plans), name)
    return DemoRegion(mapping_workbook, tuple(DemoFile(folder / plan.name, plan.scope) for plan in plans))


def _month_plans(month: Month) -> Iterator[ExportPlan]:
    for source in (Source.LEDGER, Source.HEROMA):
        yield ExportPlan(source, HEALTH_CARE_SCOPE, month)
    if month.number == MONTHS_IN_YEAR:
        for source in (Source.LEDGER, Source.HEROMA):
            yield ExportPlan(source, STAFF_SCOPE, month)


def _table(plan: ExportPlan) -> Table:
    is_staff = plan.scope == STAFF_SCOPE
    if plan.source is Source.LEDGER:
        return balance_report(plan.month.year) if is_staff else voucher_list(plan.month)
    return hours_export(STAFF, plan.month.year_to_date()) if is_staff else hours_export(HEALTH_CARE, [plan.month])
