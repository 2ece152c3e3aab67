"""Who did what, when."""

from sqlalchemy import JSON, Column, Table, Text

from bemanning.store.schema.base import UtcDateTime, company, metadata, row_id

change_log = Table(
    "change_log",
    metadata,
    row_id(),
    company(),
    Column("at", UtcDateTime, nullable=False),
    Column("actor_name", Text, nullable=False),
    Column("actor_role", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", JSON, nullable=False),
)
