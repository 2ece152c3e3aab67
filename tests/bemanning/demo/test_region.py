"""What the demo region's files promise, held against the files themselves by a reader that knows only their cells."""

import re
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from bemanning.demo import DemoFile, DemoRegion, write_demo_region
from bemanning.demo.published import FIRST_MONTH
from bemanning.demo.region import export_plans, write_exports
from tests.oracles.naive_region import Cells, HoursCell, LedgerCell, NaiveRegion, hundredths


@pytest.fixture(scope="module")
def region(demo_files: Path, read_sheet: Callable[[Path, str | None], Cells]) -> NaiveRegion:
    """The files that the README's command wrote."""
    files = tuple(DemoFile(demo_files / plan.name, plan.scope) for plan in export_plans())
    return NaiveRegion(DemoRegion(demo_files / "mappningar.xlsx", files), read_sheet)


OWN = "egen personal+övertid"

# The published table's underlying amounts, in kronor.
AGENCY_KR = [
    ("läkare", "PV", {2015: 63_765_000, 2017: 70_255_000, 2018: 39_910_000}),
    ("läkare", "OS", {2015: 44_055_000, 2017: 68_220_000, 2018: 68_810_000}),
    ("läkare", "REGION", {2015: 107_820_000, 2017: 138_475_000, 2018: 108_720_000}),
    ("sjuksköterska", "REGION", {2015: 15_945_000, 2017: 47_255_000, 2018: 22_830_000}),
    ("övrig personal", "REGION", {2015: 4_090_000, 2017: 4_155_000, 2018: 2_510_000}),
]


@pytest.mark.parametrize(("profession", "node", "expected_kr"), AGENCY_KR)
def test_agency_cost_is_the_published_to_the_ore(
    region: NaiveRegion, profession: str, node: str, expected_kr: dict[int, int]
) -> None:
    sums = {year: region.cost_ore("hyrpersonal", profession, node, f"{year}-01", f"{year}-12") for year in expected_kr}
    assert sums == {year: amount_kr * 100 for year, amount_kr in expected_kr.items()}


@pytest.mark.parametrize(("profession", "printed"), [("sjuksköterska", "3.7"), ("läkare", "16.7")])
def test_share_of_total_is_the_middle_of_the_printed_interval(
    region: NaiveRegion, profession: str, printed: str
) -> None:
    agency = region.cost_ore("hyrpersonal", profession, "HS", "2018-01", "2018-12")
    own = region.cost_ore(OWN, profession, "HS", "2018-01", "2018-12")
    # One krona of own cost moves the share by less than a millionth of a percentage point.
    assert abs(Decimal(100 * agency) / (agency + own) - Decimal(printed)) < Decimal("0.000001")


def test_nurses_share_peaks_in_2017_and_doctors_stay_high(region: NaiveRegion) -> None:
    share = {
        (profession, year): region.cost_ore("hyrpersonal", profession, "HS", f"{year}-01", f"{year}-12")
        / region.cost_ore(f"{OWN}+hyrpersonal", profession, "HS", f"{year}-01", f"{year}-12")
        for profession in ("läkare", "sjuksköterska")
        for year in range(2015, 2019)
    }
    nurses = [share["sjuksköterska", year] for year in range(2015, 2019)]
    assert max(nurses) == nurses[2]
    assert all(share["läkare", year] > 0.15 for year in range(2015, 2019))


def primary_care_weeks(region: NaiveRegion, first: str, last: str) -> Decimal:
    doctors = {str(row[0]) for row in region.sheet("Befattningar") if row[2] == "läkare"}
    under = region.units_under("PV")
    worked = (
        cell.centihours
        for cell in region.hours
        if cell.employment == "Extern" and cell.kind != "Frånvaro" and cell.code in doctors and cell.unit in under
        if first <= cell.month <= last
    )
    return Decimal(sum(worked)) / 100 / 40


def test_primary_care_weeks_are_610_in_2018_and_under_585_by_september(region: NaiveRegion) -> None:
    assert primary_care_weeks(region, "2018-01", "2018-12") == 610
    assert 400 < primary_care_weeks(region, "2018-01", "2018-09") < 585
    assert all(primary_care_weeks(region, f"{year}-01", f"{year}-12") > 1000 for year in (2015, 2016, 2017))


def test_externals_absence_is_there_to_be_left_out(region: NaiveRegion) -> None:
    absent = [cell for cell in region.hours if cell.employment == "Extern" and cell.kind == "Frånvaro"]
    assert len(absent) > 100
    assert all(cell.supplier and cell.centihours > 0 for cell in absent)


def test_doctors_are_only_in_primary_care_and_the_hospital(region: NaiveRegion) -> None:
    care = region.units_under("PV") | region.units_under("OS")
    doctors = {account for account, (_, profession) in region.account_meaning.items() if profession == "läkare"}
    assert {cell.unit for cell in region.ledger if cell.account in doctors} <= care


def test_staff_units_have_neither_doctors_nor_nurses_nor_agency(region: NaiveRegion) -> None:
    staff = region.units_under("STAB")
    meanings = {region.account_meaning[cell.account] for cell in region.ledger if cell.unit in staff}
    assert meanings == {("egen personal", "övrig personal"), ("övertid", "övrig personal"), ("övrigt", "")}
    assert {cell.employment for cell in region.hours if cell.unit in staff} == {"Anställd"}


def test_every_code_in_the_files_is_in_the_mapping(region: NaiveRegion) -> None:
    units = {str(row[0]) for row in region.sheet("Enheter") if row[2] == "ansvar"}
    assert {cell.unit for cell in region.ledger} == units
    assert {cell.unit for cell in region.hours} == units
    assert {cell.account for cell in region.ledger} == set(region.account_meaning)
    assert {cell.code for cell in region.hours} == {str(row[0]) for row in region.sheet("Befattningar")}


def test_accounts_are_used_only_while_they_are_valid(region: NaiveRegion) -> None:
    spans = {str(row[0]): (str(row[4]) or "0", str(row[5]) or "9") for row in region.sheet("Konton")}
    assert [span for span in spans.values() if span != ("0", "9")] == [("0", "2016-12"), ("2017-01", "9")]
    assert all(spans[cell.account][0] <= cell.month <= spans[cell.account][1] for cell in region.ledger)


def test_each_file_holds_its_own_months_and_its_own_scope(region: NaiveRegion) -> None:
    held: dict[str, set[str]] = defaultdict(set)
    staff = region.units_under("STAB")
    cells: list[LedgerCell | HoursCell] = [*region.ledger, *region.hours]
    for cell in cells:
        held[cell.file].add(cell.month)
        assert (cell.unit in staff) == ("stab" in cell.file)
    for name, months in held.items():
        period = re.findall(r"_([\d-]+)\.", name)[0]
        assert months == ({period} if "-" in period else {f"{period}-{number:02d}" for number in range(1, 13)})


def test_files_come_in_the_order_of_their_months(region: NaiveRegion) -> None:
    names = list(region.files)
    assert names[:4] == [
        "ledger/ledger_hsv_2015-01.xlsx",
        "heroma/heroma_hsv_2015-01.xlsx",
        "ledger/ledger_hsv_2015-02.xlsx",
        "heroma/heroma_hsv_2015-02.xlsx",
    ]  # fmt: skip
    assert names[22:27] == [
        "ledger/ledger_hsv_2015-12.xlsx",
        "heroma/heroma_hsv_2015-12.xlsx",
        "ledger/ledger_stab_2015.xlsx",
        "heroma/heroma_stab_2015.xlsx",
        "ledger/ledger_hsv_2016-01.xlsx",
    ]  # fmt: skip
    assert [file.scope for file in region.written.files] == ["STAB" if "stab" in name else "HSV" for name in names]
    assert len(names) == 48 * 2 + 4 * 2


@pytest.mark.parametrize("year", [2015, 2016, 2017, 2018])
def test_summa_rows_and_the_total_column_say_what_the_details_add_up_to(region: NaiveRegion, year: int) -> None:
    cells = region.files[f"ledger/ledger_stab_{year}.xlsx"]
    details = sum(cell.ore for cell in region.ledger if cell.file == f"ledger/ledger_stab_{year}.xlsx")
    totals = {str(row[0]): hundredths(row[-1]) for row in cells if str(row[0]).startswith(("Summa ", "Totalsumma"))}
    assert totals.pop("Totalsumma") == details
    assert len(totals) == 12
    assert sum(totals.values()) == details


@pytest.mark.parametrize(("year", "minus"), [(2015, "-"), (2016, "\u2212"), (2017, "-"), (2018, "\u2212")])
def test_staff_report_writes_amounts_as_swedish_text(region: NaiveRegion, year: int, minus: str) -> None:
    cells = region.files[f"ledger/ledger_stab_{year}.xlsx"]
    amounts = [cell for row in cells[5:] for cell in row[4:] if cell != ""]
    assert all(isinstance(cell, str) for cell in amounts)
    pattern = rf"{minus}?\d{{1,3}}(\u00a0\d{{3}})*,\d\d"
    assert all(re.fullmatch(pattern, str(cell)) for cell in amounts)
    assert any(str(cell).startswith(minus) for cell in amounts)


def test_summer_is_dearer_than_winter_every_year(region: NaiveRegion) -> None:
    for year in range(2015, 2019):
        for profession in ("läkare", "sjuksköterska"):
            july, january = (
                region.cost_ore("hyrpersonal", profession, "HS", month, month) for month in (f"{year}-07", f"{year}-01")
            )
            assert july > 1.2 * january


def test_corrections_are_negative_and_late_invoices_name_their_month(region: NaiveRegion) -> None:
    hired = {account for account, (kind, _) in region.account_meaning.items() if kind == "hyrpersonal"}
    rows = [cell for cell in region.ledger if cell.account in hired]
    negative = [cell for cell in rows if cell.ore < 0]
    assert len(negative) > 50
    assert all("Rättelse" in cell.text for cell in negative)
    late = [re.findall(r"avser (\d{4}-\d\d)", cell.text)[0] for cell in rows if "avser" in cell.text]
    booked = [cell.month for cell in rows if "avser" in cell.text]
    assert len(late) > 500
    assert all(worked < month for worked, month in zip(late, booked, strict=True))


def test_prices_are_those_of_such_companies_and_change(region: NaiveRegion) -> None:
    nurses = {str(row[0]) for row in region.sheet("Befattningar") if row[2] == "sjuksköterska"}
    prices = []
    for year in range(2015, 2019):
        hours = sum(
            cell.centihours
            for cell in region.hours
            if cell.employment == "Extern" and cell.kind != "Frånvaro" and cell.code in nurses
            if cell.month.startswith(str(year))
        )
        prices.append(region.cost_ore("hyrpersonal", "sjuksköterska", "HS", f"{year}-01", f"{year}-12") / hours)
    assert all(550 < price < 750 for price in prices)
    assert prices[0] < prices[1] < prices[2]


def test_supplier_names_of_every_export_lead_to_the_same_companies(region: NaiveRegion) -> None:
    names = {str(row[0]): str(row[1]) for row in region.sheet("Leverantörer")}
    externals = {names.get(cell.supplier, cell.supplier) for cell in region.hours if cell.employment == "Extern"}
    hired = {account for account, (kind, _) in region.account_meaning.items() if kind == "hyrpersonal"}
    billed = {names.get(cell.supplier, cell.supplier) for cell in region.ledger if cell.account in hired and cell.ore}
    assert externals == billed == set(names.values())
    assert all("(påhittad)" in name for name in externals)


def test_own_wages_in_heroma_follow_the_ledger(region: NaiveRegion) -> None:
    nurses = {str(row[0]) for row in region.sheet("Befattningar") if row[2] == "sjuksköterska"}
    wages = sum(cell.cost_ore for cell in region.hours if cell.code in nurses and cell.month.startswith("2018"))
    assert region.cost_ore(OWN, "sjuksköterska", "HS", "2018-01", "2018-12") / wages == pytest.approx(1.44, abs=0.001)


def test_budgets_are_of_the_outcomes_size(region: NaiveRegion) -> None:
    outcome = sum(cell.ore for cell in region.ledger if "hsv" in cell.file)
    budget = sum(cell.budget_ore for cell in region.ledger)
    assert budget / outcome == pytest.approx(0.97, abs=0.03)


def test_amounts_stay_small_enough_to_load_fast(region: NaiveRegion) -> None:
    assert max(len(cells) for cells in region.files.values()) < 3000


def test_every_file_says_that_it_is_synthetic(region: NaiveRegion) -> None:
    assert [name for name, cells in region.files.items() if "SYNTETISKA DATA" not in str(cells[:2])] == []
    assert all("(påhittat konto)" in str(row[1]) for row in region.sheet("Konton"))
    assert all("(påhittad kod)" in str(row[1]) for row in region.sheet("Befattningar"))
    assert "syntetisk" in str(region.sheet("Enheter")[0][1])


def test_nothing_looks_like_a_personnummer(region: NaiveRegion) -> None:
    pattern = re.compile(r"\d{6}[-+ ]?\d{4}")
    found = {cell for cells in region.files.values() for row in cells for cell in row if isinstance(cell, str)}
    assert [cell for cell in found if pattern.search(cell)] == []


def test_progress_is_told_after_each_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bemanning.demo.region.LAST_MONTH", FIRST_MONTH)
    told: list[tuple[int, int, str]] = []
    region = write_demo_region(
        tmp_path / "region", lambda done, total, name: told.append((done, total, name)), processes=1
    )
    assert [(done, total) for done, total, _ in told] == [(1, 2), (2, 2)]
    assert [region.mapping_workbook.parent / name for _, _, name in told] == [file.path for file in region.files]
    assert [file.path.exists() for file in region.files] == [True, True]


@pytest.mark.parametrize("processes", [1, 2])
def test_same_bytes_every_time(tmp_path: Path, demo_files: Path, processes: int) -> None:
    periods = ("hsv_2015-08.xlsx", "stab_2016.xlsx", "hsv_2018-12.xlsx")
    some = [plan for plan in export_plans() if plan.name.endswith(periods)]
    assert len(some) == 6
    for name in write_exports(tmp_path, some, processes):
        assert (tmp_path / name).read_bytes() == (demo_files / name).read_bytes()
