"""Heroma's hours as export files."""

from collections.abc import Iterator, Sequence

from bemanning.demo.befattningar import BEFATTNINGAR
from bemanning.demo.heroma_rows import HoursRow, hours_rows
from bemanning.demo.sheets import SYNTHETIC, Cell, Column, Table
from bemanning.demo.units import heroma_aliases, units
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Employment, TimeKind

_NUMBER = "#,##0.00"
_COLUMNS = (
    Column("PERIOD", 10),
    Column("ENHET_ID", 11),
    Column("ENHET", 36),
    Column("BEFATTNING_KOD", 17),
    Column("BEFATTNING", 26),
    Column("ANSTFORM", 12),
    Column("TIDSTYP", 12),
    Column("LEVERANTOR", 36),
    Column("TIMMAR", 12, _NUMBER),
    Column("LONEKOSTNAD", 15, _NUMBER),
    Column("ANTAL_PERS", 12),
)
EMPLOYMENT_WORDS = {Employment.OWN: "Anställd", Employment.EXTERNAL: "Extern"}
TIME_KIND_WORDS = {
    TimeKind.ORDINARY: "Ordinarie",
    TimeKind.OVERTIME: "Övertid",
    TimeKind.ADDITIONAL: "Mertid",
    TimeKind.ON_CALL: "Jour",
    TimeKind.ABSENCE: "Frånvaro",
}
_CENTI = 100.0


def hours_export(scope: str, months: Sequence[Month]) -> Table:
    """Give the hours of a scope in the months, which are at least one."""
    span = " – ".join(dict.fromkeys((str(months[0]), str(months[-1]))))
    return Table(_COLUMNS, _rows(scope, months), [f"{SYNTHETIC} – Heroma, tid och lön, {scope}, {span}"])


def _rows(scope: str, months: Sequence[Month]) -> Iterator[tuple[Cell, ...]]:
    unit_names = {unit.code: unit.name for unit in units()}
    code_names = {row.code: row.name for row in BEFATTNINGAR}
    aliases = heroma_aliases()
    for month in months:
        for row in hours_rows(scope, month):
            unit = (aliases.get(row.unit, row.unit), unit_names[row.unit])
            yield (str(month), *unit, row.code, f"{code_names[row.code]} (påhittad kod)", *_facts(row))


def _facts(row: HoursRow) -> tuple[Cell, ...]:
    words = EMPLOYMENT_WORDS[row.employment], TIME_KIND_WORDS[row.time_kind]
    return (*words, row.supplier, row.centihours / _CENTI, row.cost_ore / _CENTI, row.head_count)
