"""Comments on a node and month."""

from sqlalchemy import Column, Integer, Text

from bemanning.domain.vocabulary import Profession
from bemanning.store.schema.base import MonthText, UtcDateTime, one_of
from bemanning.store.schema.recorded_table import recorded_table

# Every wording of a comment is a row with the same number. The author wrote the first one, the actor this one.
comment = recorded_table(
    "comment",
    Column("number", Integer, nullable=False),
    Column("node", Text, nullable=False),
    Column("month", MonthText, nullable=False),
    Column("profession", one_of(Profession, "profession")),
    Column("text", Text, nullable=False),
    Column("author_name", Text, nullable=False),
    Column("author_role", Text, nullable=False),
    Column("written_at", UtcDateTime, nullable=False),
    Column("actor_name", Text, nullable=False),
    Column("actor_role", Text, nullable=False),
    key=("number",),
)
