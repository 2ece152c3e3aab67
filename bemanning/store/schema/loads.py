"""Files read in, which of them is current for each month, and where each month stands."""

from sqlalchemy import JSON, BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.store.schema.base import MonthText, UtcDateTime, company, metadata, one_of, recorded, row_id

load = Table(
    "load",
    metadata,
    row_id(),
    company(),
    Column("source", one_of(Source, "source"), nullable=False),
    Column("scope", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("profile_version", Integer, nullable=False),
    Column("months", JSON, nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("total", BigInteger, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("dropped", JSON, nullable=False),
    Column("actor_name", Text, nullable=False),
    Column("actor_role", Text, nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime),
    Column("undone_by", Text),
    CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone"),
    Index(None, "company", "source", "scope", "content_hash"),
)

# The load was current for the month from recorded_at until superseded_at.
load_month = Table(
    "load_month",
    metadata,
    row_id(),
    company(),
    Column("source", one_of(Source, "source"), nullable=False),
    Column("scope", Text, nullable=False),
    Column("month", MonthText, nullable=False),
    Column("load_id", Integer, ForeignKey("load.id"), nullable=False),
    *recorded(),
    Index(None, "load_id", "month"),
    Index(None, "company", "source", "scope", "month"),
)
IS_CURRENT = load_month.c.superseded_at.is_(None)
# Two loads can never both be current: the database itself refuses.
Index(
    "uq_load_month_current",
    *(load_month.c[name] for name in ("company", "source", "scope", "month")),
    unique=True,
    sqlite_where=IS_CURRENT,
    postgresql_where=IS_CURRENT,
)

month_status = Table(
    "month_status",
    metadata,
    row_id(),
    company(),
    Column("source", one_of(Source, "source"), nullable=False),
    Column("scope", Text, nullable=False),
    Column("month", MonthText, nullable=False),
    Column("status", one_of(MonthStatus, "status"), nullable=False),
    *recorded(),
    # Missing is what a month is when no load is current: it is never recorded.
    CheckConstraint("status <> 'missing'", name="not_missing"),
)
_IS_NOW = month_status.c.superseded_at.is_(None)
Index(
    "uq_month_status_now",
    *(month_status.c[name] for name in ("company", "source", "scope", "month")),
    unique=True,
    sqlite_where=_IS_NOW,
    postgresql_where=_IS_NOW,
)
