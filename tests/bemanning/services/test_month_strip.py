"""Inläsning's calendar strip: what is loaded, in which month, of which source and scope."""

from datetime import UTC, datetime

from bemanning.domain.actor import Actor
from bemanning.domain.mapping import Scope
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.services.month_status import MonthsChoice
from bemanning.services.month_strip import MonthStrip, month_strip
from bemanning.services.region_services import RegionServices
from bemanning.store import CurrentMonth
from tests.bemanning.services.conftest import Loader
from tests.builders.files import hours_file, ledger_file

SIGNS = {
    MonthStatus.MISSING: ".", MonthStatus.OPEN: "o", MonthStatus.PRELIMINARY: "p", MonthStatus.CLOSED: "c",
}  # fmt: skip


def drawn(strip: MonthStrip) -> list[tuple[str, str, str]]:
    """Draw each row: source, scope's name, and a sign per month."""
    return [
        (row.source.value, row.scope_name, "".join(SIGNS[month.status] for month in row.months)) for row in strip.rows
    ]


def test_every_source_and_scope_has_the_same_months_and_holes_are_seen(
    services: RegionServices, load: Loader, actor: Actor
) -> None:
    load(
        ledger_file("jan-mars.xlsx", *((f"2018-{month:02}", "4110", "0101", 1) for month in (1, 2, 3))),
        ledger_file("maj.xlsx", ("2018-05", "4110", "0101", 1)),
        hours_file("timmar.xlsx", ("2018-04", "0101", "D1", "own", "ordinary", 1)),
    )
    services.set_month_status(MonthsChoice(frozenset({Month(2018, 1)})), MonthStatus.CLOSED, actor)
    services.set_month_status(MonthsChoice(frozenset({Month(2018, 5)})), MonthStatus.PRELIMINARY, actor)
    found = services.month_strip()
    assert [str(month) for month in found.months] == ["2018-01", "2018-02", "2018-03", "2018-04", "2018-05"]
    assert drawn(found) == [
        ("ledger", "Hälso- och sjukvård", "coo.p"),
        ("ledger", "Stab", "....."),
        ("heroma", "Hälso- och sjukvård", "...o."),
        ("heroma", "Stab", "....."),
    ]
    assert [row.has_any for row in found.rows] == [True, False, True, False]
    by_file = [(month.load_id, month.file_name) for month in found.rows[0].months]
    assert by_file == [*[(1, "jan-mars.xlsx")] * 3, (None, None), (2, "maj.xlsx")]


def test_an_empty_store_has_its_scopes_and_no_months(services: RegionServices) -> None:
    found = services.month_strip()
    assert found.months == ()
    assert {(row.scope, row.months) for row in found.rows} == {("HSV", ()), ("STAB", ())}


def test_a_scope_that_is_no_longer_declared_is_still_seen() -> None:
    at = datetime(2019, 1, 1, tzinfo=UTC)
    row = CurrentMonth(Source.LEDGER, "ALLA", Month(2018, 1), 7, MonthStatus.OPEN, at, "Kim", "a.xlsx")
    found = month_strip([row], [Scope("NY", "Nya delen", "N")])
    assert drawn(found) == [
        ("ledger", "Nya delen", "."),
        ("ledger", "ALLA", "o"),
        ("heroma", "Nya delen", "."),
        ("heroma", "ALLA", "."),
    ]
