"""Sent files and what is being done with them: rows that come and go beside the data, and are never logged."""

from sqlalchemy import JSON, BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from bemanning.domain.job import JobKind, JobStage, JobStatus
from bemanning.domain.vocabulary import MonthStatus
from bemanning.store.schema.base import UtcDateTime, company, metadata, one_of, row_id

# file_key names the file where it is kept: every job of one sent file has the same.
job = Table(
    "job",
    metadata,
    row_id(),
    company(),
    Column("kind", one_of(JobKind, "kind"), nullable=False),
    Column("status", one_of(JobStatus, "status"), nullable=False),
    Column("stage", one_of(JobStage, "stage")),
    Column("file_key", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("file_kept", Boolean, nullable=False),
    Column("actor_name", Text, nullable=False),
    Column("actor_role", Text, nullable=False),
    Column("scope", Text),
    Column("allow_erase", Boolean, nullable=False),
    Column("month_status", one_of(MonthStatus, "month_status"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("launched_at", UtcDateTime, nullable=False),
    Column("launches", Integer, nullable=False),
    Column("started_at", UtcDateTime),
    Column("heartbeat_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("ended_by", Text),
    Column("discarded_at", UtcDateTime),
    Column("load_id", Integer, ForeignKey("load.id")),
    Column("report", JSON(none_as_null=True)),
    Column("reading", JSON(none_as_null=True)),
    CheckConstraint("(ended_at IS NULL) = (status IN ('waiting', 'running'))", name="ended"),
    CheckConstraint("(heartbeat_at IS NULL) = (started_at IS NULL)", name="heartbeat"),
)
IS_ACTIVE = job.c.status.in_([JobStatus.WAITING, JobStatus.RUNNING])
# A file is checked or loaded once at a time: the database itself refuses.
Index(
    "uq_job_active",
    job.c.company,
    job.c.file_key,
    unique=True,
    sqlite_where=IS_ACTIVE,
    postgresql_where=IS_ACTIVE,
)
