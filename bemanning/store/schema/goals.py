"""Goals, events drawn on charts, and settings."""

from sqlalchemy import Boolean, Column, Integer, Text

from bemanning.domain.goal import Direction, GoalMeasure
from bemanning.domain.vocabulary import Profession
from bemanning.store.schema.base import DecimalText, MonthText, one_of
from bemanning.store.schema.recorded_table import recorded_table, valid

goal = recorded_table(
    "goal",
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("measure", one_of(GoalMeasure, "measure"), nullable=False),
    Column("node", Text, nullable=False),
    Column("deadline", MonthText, nullable=False),
    Column("profession", one_of(Profession, "profession")),
    Column("direction", one_of(Direction, "direction"), nullable=False),
    Column("target", DecimalText),
    Column("target_is_baseline", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Column("in_cost_table", Boolean, nullable=False),
    Column("is_part", Boolean, nullable=False),
    Column("definition_text", Text, nullable=False),
    Column("source_text", Text, nullable=False),
    Column("undefined_reason", Text, nullable=False),
    Column("manual_outcome", DecimalText),
    key=("key",),
)

event = recorded_table(
    "event",
    Column("month", MonthText, nullable=False),
    Column("label", Text, nullable=False),
    Column("source_text", Text, nullable=False),
    key=("month", "label"),
)

setting = recorded_table(
    "setting",
    Column("key", Text, nullable=False),
    Column("value", Text, nullable=False),
    *valid(),
    key=("key", "valid_from"),
)
