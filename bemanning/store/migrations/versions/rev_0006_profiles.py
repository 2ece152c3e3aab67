"""Profiles, and what a sent file is read by."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the table, and a column to the jobs; nothing that is there changes."""
    _profile()
    # SQLite writes an added column behind the constraints: the table is built anew instead, as the schema says it.
    is_sqlite = op.get_context().dialect.name == "sqlite"
    with op.batch_alter_table("job", recreate="always" if is_sqlite else "never", copy_from=_job()) as job:
        job.add_column(sa.Column("reading", sa.JSON))


def _job() -> sa.Table:
    """Give the table as revision 0003 made it, every name in full."""
    active = sa.text("status IN ('waiting', 'running')")
    return sa.Table(
        "job",
        sa.MetaData(),
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("company", sa.Text, nullable=False),
        _word("kind", ("check", "load"), of="job"),
        _word("status", ("waiting", "running", "done", "cancelled", "interrupted"), of="job"),
        _word("stage", ("reading", "comparing", "writing"), of="job", nullable=True),
        sa.Column("file_key", sa.Text, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("file_kept", sa.Boolean, nullable=False),
        sa.Column("actor_name", sa.Text, nullable=False),
        sa.Column("actor_role", sa.Text, nullable=False),
        sa.Column("scope", sa.Text),
        sa.Column("allow_erase", sa.Boolean, nullable=False),
        _word("month_status", ("missing", "open", "preliminary", "closed"), of="job"),
        _moment("created_at", nullable=False),
        _moment("launched_at", nullable=False),
        sa.Column("launches", sa.Integer, nullable=False),
        *(_moment(name) for name in ("started_at", "heartbeat_at", "ended_at")),
        sa.Column("ended_by", sa.Text),
        _moment("discarded_at"),
        sa.Column("load_id", sa.Integer),
        sa.Column("report", sa.JSON),
        sa.PrimaryKeyConstraint("id", name="pk_job"),
        sa.ForeignKeyConstraint(["company"], ["company.code"], name="fk_job_company_company"),
        sa.ForeignKeyConstraint(["load_id"], ["load.id"], name="fk_job_load_id_load"),
        sa.CheckConstraint("(ended_at IS NULL) = (status IN ('waiting', 'running'))", name="ck_job_ended"),
        sa.CheckConstraint("(heartbeat_at IS NULL) = (started_at IS NULL)", name="ck_job_heartbeat"),
        sa.Index("uq_job_active", "company", "file_key", unique=True, sqlite_where=active, postgresql_where=active),
    )


def _profile() -> None:
    op.create_table(
        "profile",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("company", sa.Text, sa.ForeignKey("company.code"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        _word("source", ("ledger", "heroma"), of="profile"),
        sa.Column("layout", sa.JSON, nullable=False),
        sa.Column("actor_name", sa.Text, nullable=False),
        sa.Column("actor_role", sa.Text, nullable=False),
        _moment("recorded_at", nullable=False),
        _moment("superseded_at"),
    )
    now = sa.text("superseded_at IS NULL")
    op.create_index(
        "uq_profile_now", "profile", ["company", "name"], unique=True, sqlite_where=now, postgresql_where=now
    )


def _word(name: str, words: tuple[str, ...], *, of: str, nullable: bool = False) -> sa.Column[str]:
    check = f"ck_{of}_{name}"
    one_of = sa.Enum(*words, name=op.f(check), native_enum=False, create_constraint=True, length=32)
    return sa.Column(name, one_of, nullable=nullable)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)
