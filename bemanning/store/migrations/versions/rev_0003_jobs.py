"""Sent files and their jobs."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table; nothing that is there changes."""
    op.create_table(
        "job",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("company", sa.Text, sa.ForeignKey("company.code"), nullable=False),
        _word("kind", ("check", "load")),
        _word("status", ("waiting", "running", "done", "cancelled", "interrupted")),
        _word("stage", ("reading", "comparing", "writing"), nullable=True),
        sa.Column("file_key", sa.Text, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("file_kept", sa.Boolean, nullable=False),
        sa.Column("actor_name", sa.Text, nullable=False),
        sa.Column("actor_role", sa.Text, nullable=False),
        sa.Column("scope", sa.Text),
        sa.Column("allow_erase", sa.Boolean, nullable=False),
        _word("month_status", ("missing", "open", "preliminary", "closed")),
        _moment("created_at", nullable=False),
        _moment("launched_at", nullable=False),
        sa.Column("launches", sa.Integer, nullable=False),
        *(_moment(name) for name in ("started_at", "heartbeat_at", "ended_at")),
        sa.Column("ended_by", sa.Text),
        _moment("discarded_at"),
        sa.Column("load_id", sa.Integer, sa.ForeignKey("load.id")),
        sa.Column("report", sa.JSON),
        sa.CheckConstraint("(ended_at IS NULL) = (status IN ('waiting', 'running'))", name="ended"),
        sa.CheckConstraint("(heartbeat_at IS NULL) = (started_at IS NULL)", name="heartbeat"),
    )
    active = sa.text("status IN ('waiting', 'running')")
    columns = ["company", "file_key"]
    op.create_index("uq_job_active", "job", columns, unique=True, sqlite_where=active, postgresql_where=active)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _word(name: str, words: tuple[str, ...], *, nullable: bool = False) -> sa.Column[str]:
    one_of = sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)
    return sa.Column(name, one_of, nullable=nullable)
