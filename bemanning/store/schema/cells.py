"""What the files said, summed per key.

No foreign keys and no type conversion here: PostgreSQL's COPY took four times as long with foreign keys as with keys
alone, so the load is checked once before its rows are written.
"""

from sqlalchemy import BigInteger, Column, Integer, String, Table, Text

from bemanning.domain.vocabulary import AmountMeasure, Employment, TimeKind
from bemanning.store.schema.base import metadata
from bemanning.store.schema.checks import word_check

cost_cell = Table(
    "cost_cell",
    metadata,
    Column("load_id", Integer, primary_key=True, autoincrement=False),
    Column("month", String(7), primary_key=True),
    Column("account", Text, primary_key=True),
    Column("ansvar", Text, primary_key=True),
    Column("activity", Text, primary_key=True),
    Column("project", Text, primary_key=True),
    Column("counterparty", Text, primary_key=True),
    Column("supplier", Text, primary_key=True),
    Column("measure", String(32), primary_key=True),
    Column("amount_ore", BigInteger, nullable=False),
    word_check("measure", AmountMeasure),
    sqlite_with_rowid=False,
)

# Voucher rows of agency accounts, one by one: the same voucher can hold the same row twice, hence the position.
agency_voucher = Table(
    "agency_voucher",
    metadata,
    Column("load_id", Integer, primary_key=True, autoincrement=False),
    Column("month", String(7), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("account", Text, nullable=False),
    Column("ansvar", Text, nullable=False),
    Column("supplier", Text, nullable=False),
    Column("voucher", Text, nullable=False),
    Column("amount_ore", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

hours_cell = Table(
    "hours_cell",
    metadata,
    Column("load_id", Integer, primary_key=True, autoincrement=False),
    Column("month", String(7), primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("employment", String(32), primary_key=True),
    Column("time_kind", String(32), primary_key=True),
    Column("supplier", Text, primary_key=True),
    Column("centihours", BigInteger, nullable=False),
    # NULL where the export has no such column: not given is not zero.
    Column("cost_ore", BigInteger, nullable=True),
    Column("head_count", BigInteger, nullable=True),
    word_check("employment", Employment),
    word_check("time_kind", TimeKind),
    sqlite_with_rowid=False,
)
