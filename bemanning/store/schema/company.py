"""Whose data it is, and how many times it has changed."""

from sqlalchemy import BigInteger, Column, ForeignKey, Table, Text

from bemanning.store.schema.base import UtcDateTime, metadata

company_table = Table("company", metadata, Column("code", Text, primary_key=True))

# One row per company. changed_at keeps recorded times in order even where two hosts' clocks are not.
data_version = Table(
    "data_version",
    metadata,
    Column("company", Text, ForeignKey("company.code"), primary_key=True),
    Column("version", BigInteger, nullable=False),
    Column("changed_at", UtcDateTime),
)
