"""What can be done inside one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from bemanning.store.cells import CellReader, CellWriter
from bemanning.store.change import Change
from bemanning.store.comments import CommentReader, CommentWriter
from bemanning.store.cube import CubeReader, CubeWriter
from bemanning.store.jobs import JobWriter
from bemanning.store.loads import LoadReader, LoadWriter
from bemanning.store.log import LogReader, LogWriter
from bemanning.store.mappings import MappingReader, MappingWriter
from bemanning.store.months import MonthReader, MonthWriter
from bemanning.store.profiles import ProfileReader, ProfileWriter
from bemanning.store.sums import SumReader


class Session:
    """One company's data, as it stood at one moment."""

    def __init__(self, connection: Connection, company: str, as_known: datetime | None = None) -> None:
        """Read on the connection's transaction."""
        self._connection = connection
        self._company = company
        self.loads = LoadReader(connection, company, as_known)
        self.cells = CellReader(connection, company, as_known)
        self.sums = SumReader(connection, company, as_known)
        self.cube = CubeReader(connection, company, as_known)
        self.mappings = MappingReader(connection, company, as_known)
        self.months = MonthReader(connection, company, as_known)
        self.comments = CommentReader(connection, company, as_known)
        self.profiles = ProfileReader(connection, company)
        self.log = LogReader(connection, company)

    def at(self, as_known: datetime | None) -> Session:
        """Read what the database said at that moment: which loads spoke for the months, mappings, goals, comments.

        The cube is then what today's mappings make of those loads, and the log is today's. None: what holds now.
        """
        return Session(self._connection, self._company, as_known)


class WriteSession(Session):
    """One company's data, about to change. All of it or nothing: whatever is written here must be logged here.

    `change` holds who changes and the moment that everything in the transaction is recorded at.
    """

    loads: LoadWriter
    cells: CellWriter
    cube: CubeWriter
    mappings: MappingWriter
    months: MonthWriter
    comments: CommentWriter
    profiles: ProfileWriter
    log: LogWriter

    def __init__(self, connection: Connection, company: str, change: Change) -> None:
        """Read and write on the connection's transaction."""
        super().__init__(connection, company)
        self.change = change
        self.loads = LoadWriter(connection, company, change)
        self.cells = CellWriter(connection, company)
        self.cube = CubeWriter(connection, company)
        self.mappings = MappingWriter(connection, company, change)
        self.months = MonthWriter(connection, company, change)
        self.comments = CommentWriter(connection, company, change)
        self.profiles = ProfileWriter(connection, company, change)
        self.log = LogWriter(connection, company, change)
        self.jobs = JobWriter(connection, company, change)
