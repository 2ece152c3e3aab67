"""Profiles: how one system's files are read."""

from sqlalchemy import JSON, Column, Integer, Text

from bemanning.domain.vocabulary import Source
from bemanning.store.schema.base import one_of
from bemanning.store.schema.recorded_table import recorded_table

# Every version is a row, never changed: the next one, or withdrawing the profile, supersedes it.
profile = recorded_table(
    "profile",
    Column("name", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("source", one_of(Source, "source"), nullable=False),
    Column("layout", JSON, nullable=False),
    Column("actor_name", Text, nullable=False),
    Column("actor_role", Text, nullable=False),
    key=("name",),
)
