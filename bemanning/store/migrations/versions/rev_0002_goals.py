"""Goals, events and settings."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MEASURES = ("share_of_total_r12", "agency_cost", "worked_weeks", "manual", "undefined")


def upgrade() -> None:
    """Add the tables; nothing that is there changes."""
    _goals()
    _recorded_table("event", (_month("month"), _text("label"), _text("source_text")), key=("month", "label"))
    setting_columns = (_text("key"), _text("value"), _month("valid_from"), _month("valid_to"))
    _recorded_table("setting", setting_columns, key=("key", "valid_from"))


def _goals() -> None:
    columns = (
        _text("key"),
        _text("name"),
        _word("measure", MEASURES),
        _text("node"),
        _month("deadline"),
        _word("profession", ("doctor", "nurse", "other"), nullable=True),
        _word("direction", ("at_most", "below", "at_least")),
        sa.Column("target", sa.Text),
        sa.Column("target_is_baseline", sa.Boolean, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("in_cost_table", sa.Boolean, nullable=False),
        sa.Column("is_part", sa.Boolean, nullable=False),
        *(_text(name) for name in ("definition_text", "source_text", "undefined_reason")),
        sa.Column("manual_outcome", sa.Text),
    )
    _recorded_table("goal", columns, key=("key",))


def _recorded_table(name: str, columns: tuple[sa.Column[Any], ...], key: tuple[str, ...]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("company", sa.Text, sa.ForeignKey("company.code"), nullable=False),
        *columns,
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True)),
    )
    now = sa.text("superseded_at IS NULL")
    unique = ["company", *key]
    op.create_index(f"uq_{name}_now", name, unique, unique=True, sqlite_where=now, postgresql_where=now)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _month(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(7), nullable=False)


def _word(name: str, words: tuple[str, ...], *, nullable: bool = False) -> sa.Column[Any]:
    one_of = sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)
    return sa.Column(name, one_of, nullable=nullable)
