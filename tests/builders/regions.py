"""A small region in a real store: what screens show of few months, of a hole, and of what is written there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bemanning.domain.mapping import MappingSet
from bemanning.domain.month import Month, month_range
from bemanning.domain.parsed_file import ParsedFile
from bemanning.services.ingest import LoadOptions
from bemanning.services.region_services import RegionServices
from bemanning.store import Store
from tests.builders.files import MAPPINGS, BuiltReader, hours_file, ledger_file, paths
from tests.builders.jobs import no_files
from tests.builders.loads import ACTOR

TWO_YEARS = tuple(month_range(Month(2017, 1), Month(2018, 12)))


def region(folder: Path, months: Iterable[Month]) -> RegionServices:
    """Load the ledger and Heroma of the months, a file each, into a new store in the folder."""
    files = [each for month in months for each in files_of(str(month))]
    store = Store.open(f"sqlite:///{folder / 'region.db'}")
    services = RegionServices(store, BuiltReader(*files), no_mapping_files, no_files(store))
    with services.store.writing(ACTOR) as session:
        session.mappings.replace(MAPPINGS)
        session.log.add("mappings", "mappings", {})
    assert all(report.load_id for report in services.load(paths(*files), LoadOptions(), ACTOR))
    return services


def files_of(month: str) -> tuple[ParsedFile, ParsedFile]:
    """Own and agency cost of two wards of doctors, and their hours; agency cost rises with the months."""
    kronor = 100_000 + 1_000 * Month.parse(month).index % 50_000
    ledger = ledger_file(
        f"ekonomi {month}.xlsx",
        (month, "4110", "0101", 900_000_00),
        (month, "4610", "0101", kronor * 100),
        (month, "4110", "0102", 500_000_00),
        (month, "4610", "0102", 20_000_00),
    )
    hours = hours_file(
        f"heroma {month}.xlsx",
        (month, "0101", "D1", "own", "ordinary", 1600_00),
        (month, "0101", "D1", "external", "ordinary", 80_00),
    )
    return ledger, hours


def no_mapping_files(path: Path, file_name: str) -> MappingSet:
    """Mappings are written directly."""
    raise AssertionError(path, file_name)
