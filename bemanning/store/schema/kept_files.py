"""Files that were sent and wait to be decided on."""

from sqlalchemy import Column, LargeBinary, Table, Text

from bemanning.store.schema.base import UtcDateTime, company, metadata

# No data and no history: rows are thrown away when decided on, or when a day has gone.
kept_file = Table(
    "kept_file",
    metadata,
    Column("token", Text, primary_key=True),
    company(),
    Column("file_name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("kept_at", UtcDateTime, nullable=False),
)
