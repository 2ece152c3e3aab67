"""serve."""

from __future__ import annotations

import os
import socket
import sys
from typing import Annotated, NoReturn

import typer

from bemanning.cli.session import DatabaseOption, ExitStatus, services, stderr, stdout
from bemanning.presentation.texts import cli as texts
from bemanning.wiring import DATABASE, PROJECT_FOLDER, settings_from

HOST = "127.0.0.1"
DEFAULT_PORT = 8050
THREADS = 4

PortOption = Annotated[int, typer.Option("--port", metavar="PORT", help=texts.PORT_HELP)]


def serve(*, port: PortOption = DEFAULT_PORT, database: DatabaseOption = None) -> None:
    """Visa Bemanning i webbläsaren, på 127.0.0.1."""
    with services(database):
        # Opened here first: a database that can't be used is told in words before the server starts.
        pass
    serve_app(port, database)


def serve_app(port: int, database: str | None) -> NoReturn:
    """Become the server: this process is replaced, and runs until it is interrupted.

    Replaced, because the server forks its workers: forked from a process that has used polars, they wait for ever on
    threads that did not come along.
    """
    refuse_taken(port)
    os.environ[DATABASE.name] = settings_from(os.environ, database).database_url
    stdout.print(texts.SERVING.format(port=port))
    sys.stdout.flush()
    address = ["--host", HOST, "--port", str(port), "--no-log"]
    target = ["--working-dir", str(PROJECT_FOLDER), "--factory", "app:create_server"]
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--blocking-threads", str(THREADS)]
    os.execv(sys.executable, [*server, *address, *target])  # noqa: S606 - no shell: our own interpreter and arguments


def refuse_taken(port: int) -> None:
    """Say in words that the port is taken, before anything else is done. Exits with WRONG_USE."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            stderr.print(texts.PORT_TAKEN.format(port=port))
            raise typer.Exit(ExitStatus.WRONG_USE) from error
