"""What can be done inside one transaction."""

from __future__ import annotations

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
from bemanning.store.sums import SumReader


class Session:
    """One company's data, as it stood at one moment."""

    def __init__(self, connection: Connection, company: str) -> None:
        """Read on the connection's transaction."""
        self.loads = LoadReader(connection, company)
        self.cells = CellReader(connection, company)
        self.sums = SumReader(connection, company)
        self.cube = CubeReader(connection, company)
        self.mappings = MappingReader(connection, company)
        self.months = MonthReader(connection, company)
        self.comments = CommentReader(connection, company)
        self.log = LogReader(connection, company)


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
        self.log = LogWriter(connection, company, change)
        self.jobs = JobWriter(connection, company, change)
