"""The cube: what the mappings made of each load's cells. Rows belong to a load, so undo only switches loads."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, String, Table, Text

from bemanning.domain.vocabulary import UNMAPPED, CostKind, Employment, Profession
from bemanning.store.schema.base import metadata
from bemanning.store.schema.checks import word_check

cube_cost = Table(
    "cube_cost",
    metadata,
    Column("load_id", Integer, primary_key=True, autoincrement=False),
    Column("month", String(7), primary_key=True),
    Column("ansvar", Text, primary_key=True),
    Column("profession", String(32), primary_key=True),
    Column("cost_kind", String(32), primary_key=True),
    Column("amount_ore", BigInteger, nullable=False),
    # Cost kind other is outside personnel cost and has no profession: "".
    word_check("profession", (*Profession, UNMAPPED, "")),
    word_check("cost_kind", (*CostKind, UNMAPPED)),
    sqlite_with_rowid=False,
)

cube_hours = Table(
    "cube_hours",
    metadata,
    Column("load_id", Integer, primary_key=True, autoincrement=False),
    Column("month", String(7), primary_key=True),
    Column("ansvar", Text, primary_key=True),
    Column("profession", String(32), primary_key=True),
    Column("employment", String(32), primary_key=True),
    Column("worked", Boolean, primary_key=True),
    Column("centihours", BigInteger, nullable=False),
    Column("cost_ore", BigInteger, nullable=True),
    word_check("profession", (*Profession, UNMAPPED)),
    word_check("employment", Employment),
    sqlite_with_rowid=False,
)
