"""Comments on a node and month."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table; nothing that is there changes."""
    profession = sa.Enum(
        "doctor", "nurse", "other", name="profession", native_enum=False, create_constraint=True, length=32
    )
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("company", sa.Text, sa.ForeignKey("company.code"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("node", sa.Text, nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("profession", profession),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("author_name", sa.Text, nullable=False),
        sa.Column("author_role", sa.Text, nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_name", sa.Text, nullable=False),
        sa.Column("actor_role", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True)),
    )
    now = sa.text("superseded_at IS NULL")
    op.create_index(
        "uq_comment_now", "comment", ["company", "number"], unique=True, sqlite_where=now, postgresql_where=now
    )
