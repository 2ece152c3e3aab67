"""The `bemanning` command: the commands registered, and errors turned into words and exit statuses."""

from __future__ import annotations

import os
import sys

import typer
from typer.exceptions import TyperException

from bemanning.cli import balance, demo, files, mappings, months, profiles, questions, serving, watch
from bemanning.cli.printed import print_faults
from bemanning.cli.session import ExitStatus, stderr
from bemanning.cli.wrong_use import wrong_use
from bemanning.domain.errors import UserError
from bemanning.presentation.texts import cli as texts
from bemanning.wiring import DEBUG

application = typer.Typer(
    name="bemanning", help=texts.APP_HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
application.command("demo")(demo.demo)
application.command("serve")(serving.serve)
application.command("check")(files.check)
application.command("load")(files.load)
application.command("watch")(watch.watch)
application.command("loads")(files.loads)
application.command("undo")(files.undo)
application.command("profiles")(profiles.profiles)
application.command("save-profile")(profiles.save_profile)
application.command("remove-profile")(profiles.remove_profile)
application.command("share")(questions.share)
application.command("goals")(questions.goals)
application.command("check-balance")(balance.check_balance)
application.command("months")(months.months)
application.command("set-month")(months.set_month)
application.command("export-mappings")(mappings.export_mappings)
application.command("load-mappings")(mappings.load_mappings)


def main() -> None:
    """Run the command line. Exit status: see ExitStatus. Never shows a traceback unless BEMANNING_DEBUG is set."""
    try:
        status = application(standalone_mode=False)
    except TyperException as error:
        if words := wrong_use(error):
            stderr.print(words)
        sys.exit(error.exit_code)
    except UserError as error:
        print_faults(error.faults)
        sys.exit(ExitStatus.WRONG_USE)
    except Exception as error:
        if os.environ.get(DEBUG.name):
            raise
        stderr.print(texts.INTERNAL_ERROR.format(error=type(error).__name__))
        sys.exit(ExitStatus.INTERNAL)
    sys.exit(status or ExitStatus.OK)
