"""The command list of the README, taken from the commands themselves."""

from __future__ import annotations

import typer
from typer.core import TyperCommand

from bemanning.cli.application import application

# What each command is for, in the README's language; a command without a line here fails the documentation check.
MEANINGS = {
    "demo": "Build the synthetic demo region from files and show it (`--no-serve`: only build).",
    "serve": "Show the screens on 127.0.0.1.",
    "check": "Say what files are, what they would change and what is wrong. Stores nothing.",
    "load": "Load files, each in a transaction of its own.",
    "watch": "Load what is dropped in a folder; files move to `klart` or `fel` in it, with a report beside each.",
    "loads": "List the loads, newest first.",
    "undo": "Take a load back, in any order.",
    "profiles": "List the saved profiles: how files are read.",
    "save-profile": "Save how a file is read as a profile, or as its next version. The file itself is not loaded.",
    "remove-profile": "Let no file be read by a profile from now on.",
    "share": "The R12 agency share of one profession and node, with its sums.",
    "goals": "The goal table as of a month; `--xlsx` writes the workbook.",
    "check-balance": "Hold a balance list per account and month against what is loaded, to the öre. Stores nothing.",
    "months": "List the loaded months per source and scope.",
    "set-month": "Close, reopen or mark months.",
    "export-mappings": "Write the mapping workbook, with everything unmapped.",
    "load-mappings": "Read a filled-in mapping workbook; what it changes is computed again, for every load.",
}


def command_table() -> str:
    """Give the commands as a Markdown table. Raises KeyError for a command without a meaning."""
    group = typer.main.get_command(application)
    commands: dict[str, TyperCommand] = getattr(group, "commands", {})
    rows = [
        f"| `bemanning {name}{_options(command)}` | {MEANINGS[name]} |"
        for name, command in commands.items()
        if not command.hidden
    ]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def _options(command: TyperCommand) -> str:
    """List the arguments, and the options that not every command has."""
    shown = []
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            shown.append(parameter.metavar or parameter.name)
        elif not {"--json", "--database", "--help"}.intersection(parameter.opts):
            names = "/".join([*parameter.opts, *parameter.secondary_opts])
            shown.append(names if parameter.required else f"[{names}]")
    return "".join(f" {word}" for word in shown)
