"""The only SQL: what was loaded, what it means to the region, and who changed what."""

from bemanning.store.change import INSTANT
from bemanning.store.job_records import JobRecord, NewJob
from bemanning.store.jobs import JobStore
from bemanning.store.kept_files import KeptFile
from bemanning.store.records import CommentRecord, CurrentMonth, LoadRecord, LogRecord, NewLoad, ProfileRecord
from bemanning.store.session import Session, WriteSession
from bemanning.store.store import Store, utc_now

__all__ = [
    "INSTANT",
    "CommentRecord",
    "CurrentMonth",
    "JobRecord",
    "JobStore",
    "KeptFile",
    "LoadRecord",
    "LogRecord",
    "NewJob",
    "NewLoad",
    "ProfileRecord",
    "Session",
    "Store",
    "WriteSession",
    "utc_now",
]
