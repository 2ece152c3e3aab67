"""The company's row, and how many times its data has changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from bemanning.store.backend import Backend
from bemanning.store.schema import company_table, data_version


def add_company(backend: Backend, company: str) -> None:
    """Make room for the company, once."""
    query = select(company_table.c.code).where(company_table.c.code == company)
    with backend.reading() as connection:
        if connection.execute(query).first() is not None:
            return
    with backend.writing(company) as connection:
        # Asked again under the lock: another process may have been first.
        if connection.execute(query).first() is None:
            connection.execute(insert(company_table).values(code=company))
            connection.execute(insert(data_version).values(company=company, version=0))


def version(connection: Connection, company: str) -> int:
    """Give the number of logged changes."""
    query = select(data_version.c.version).where(data_version.c.company == company)
    number: int = connection.execute(query).scalar_one()
    return number


def changed_at(connection: Connection, company: str) -> datetime | None:
    """Give the moment of the latest change; None before the first."""
    query = select(data_version.c.changed_at).where(data_version.c.company == company)
    moment: datetime | None = connection.execute(query).scalar_one()
    return moment


def bump(connection: Connection, company: str, at: datetime) -> None:
    """Count one more change, made at the moment."""
    values = {"version": data_version.c.version + 1, "changed_at": at}
    connection.execute(update(data_version).where(data_version.c.company == company).values(values))
