"""A command that is written wrong, in Swedish: what the terminal library says of it in English, said anew."""

from __future__ import annotations

import re
from collections.abc import Mapping

import typer
from typer.exceptions import TyperException

from bemanning.presentation.texts import cli as texts

# What the library says, whole, and how it is said in Swedish: {0} is the first group, and so on.
_SAID: Mapping[str, str] = {
    r"Missing argument '(.+)'\.": texts.ARGUMENT_MISSING,
    r"Missing option '(.+?)'\.": texts.OPTION_MISSING,
    r"Missing option '(.+?)'\. Choose from:\s*(.+)": texts.OPTION_MISSING_OF,
    r"No such option: (\S+)": texts.OPTION_UNKNOWN,
    r"No such option: (\S+) \(Possible options: (.+)\)": texts.OPTION_UNKNOWN_NEAR,
    r"No such command '(.+?)'\.": texts.COMMAND_UNKNOWN,
    r"No such command '(.+?)'\. Did you mean (.+)\?": texts.COMMAND_UNKNOWN_NEAR,
    r"Got unexpected extra argument\(s\) \((.+)\)": texts.ARGUMENTS_MANY,
    r"Option '(.+)' requires an argument\.": texts.VALUE_MISSING,
    r"Option '(.+)' does not take a value\.": texts.VALUE_NEEDLESS,
    r"Invalid value for '(.+?)': .*'(.*)' is not one of (.+)\.": texts.VALUE_NOT_OF,
    r"Invalid value for '(.+?)': Input should be a valid (?:integer|number).*": texts.VALUE_NO_NUMBER,
    r"Invalid value for '(.+?)': Input should be greater than or equal to (.+)": texts.VALUE_TOO_SMALL,
}


def wrong_use(error: TyperException) -> str:
    """Say what is wrong and where to read more; "" where a command that was given nothing has shown its help."""
    said = error.format_message()
    if not said:
        return ""
    command = getattr(getattr(error, "ctx", None), "command_path", "bemanning")
    own = error.message if type(error) is typer.BadParameter and error.__cause__ is None else None
    return f"{own or _in_swedish(said)} {texts.READ_MORE.format(command=command)}"


def _in_swedish(said: str) -> str:
    """Say it in Swedish; as it is where a later library has found new words."""
    for pattern, words in _SAID.items():
        if match := re.fullmatch(pattern, said, re.DOTALL):
            return words.format(*map(_listed, match.groups()))
    return said


def _listed(text: str) -> str:
    """Write a list that is quoted, or broken into lines, on one line."""
    return ", ".join(part.strip("' \t\n") for part in text.split(","))
