"""serve."""

from __future__ import annotations

import os
import socket
from typing import Annotated

import typer
from granian import Granian
from granian.constants import Interfaces

from bemanning.cli.session import DatabaseOption, ExitStatus, services, stderr, stdout
from bemanning.presentation.texts import cli as texts
from bemanning.wiring import DATABASE, settings_from

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


def serve_app(port: int, database: str | None) -> None:
    """Serve the app until interrupted."""
    refuse_taken(port)
    # The server's worker is a process of its own and reads its settings from the environment.
    os.environ[DATABASE.name] = settings_from(os.environ, database).database_url
    stdout.print(texts.SERVING.format(port=port))
    Granian(
        "app:create_server",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        blocking_threads=THREADS,
        log_enabled=False,
    ).serve()


def refuse_taken(port: int) -> None:
    """Say in words that the port is taken, before anything else is done. Exits with WRONG_USE."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            stderr.print(texts.PORT_TAKEN.format(port=port))
            raise typer.Exit(ExitStatus.WRONG_USE) from error
