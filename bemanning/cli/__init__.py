"""The command line: the same services as the screens, from a terminal. `main` is the `bemanning` command."""

from bemanning.cli.application import main

__all__ = ["main"]
