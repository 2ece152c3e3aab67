"""A command that is written wrong is told so in Swedish, and where to read more."""

from __future__ import annotations

import sys

import pytest
import typer

from bemanning.cli.application import main
from bemanning.cli.wrong_use import wrong_use


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("load", "FIL… saknas. Läs mer: bemanning load --help"),
        ("set-month 2018-12", "Flaggan --status saknas. Välj någon av: missing, open, preliminary, closed. Läs mer:"),
        ("profiles --vad", "Flaggan --vad finns inte. Läs mer: bemanning profiles --help"),
        ("share --organisatio x", "Flaggan --organisatio finns inte. Menade du --organisation? Läs mer:"),
        ("lod", "Kommandot lod finns inte. Menade du load, loads? Läs mer: bemanning --help"),
        ("xyzzy", "Kommandot xyzzy finns inte. Läs mer:"),
        ("loads mer än så", "Det här hör inte till kommandot: mer än så. Läs mer:"),
        ("serve --port", "Flaggan --port ska följas av ett värde. Läs mer:"),
        ("load x --dry-run=1", "Flaggan --dry-run har inget värde. Läs mer:"),
        ("load x --source hr", "Värdet hr kan inte användas för --source. Välj någon av: ledger, heroma. Läs mer:"),
        ("undo x", "Värdet för INLÄSNING är inget tal som kan användas. Skriv det med siffror. Läs mer:"),
        ("serve --port x", "Värdet för --port är inget tal som kan användas."),
        ("watch . --interval 0", "Värdet för --interval måste vara minst 0.01. Läs mer:"),
        ("save-profile R x --unit pund", "pund är ingen enhet. Välj någon av: kr, tkr, mkr. Läs mer:"),
    ],
)
def test_what_is_wrong_is_said_in_swedish(
    arguments: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bemanning", *arguments.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    printed = capsys.readouterr()
    assert (ended.value.code, printed.out) == (2, "")
    assert " ".join(printed.err.split()).startswith(words)


def test_a_command_that_is_given_nothing_shows_its_help_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bemanning"])
    with pytest.raises(SystemExit) as ended:
        main()
    printed = capsys.readouterr()
    assert (ended.value.code, printed.err) == (2, "")
    assert "check-balance" in printed.out


def test_words_that_a_later_library_finds_are_shown_as_they_are() -> None:
    (error,) = [typer.BadParameter("Odd.")]
    error.__cause__ = ValueError()
    assert wrong_use(error) == "Invalid value: Odd. Läs mer: bemanning --help"
