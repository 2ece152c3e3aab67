"""Files that were sent and wait to be decided on."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table; nothing that is there changes."""
    op.create_table(
        "kept_file",
        sa.Column("token", sa.Text, primary_key=True),
        sa.Column("company", sa.Text, sa.ForeignKey("company.code"), nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
    )
