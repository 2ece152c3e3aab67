"""Writing to a terminal, which nothing that came with a file may steer."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from bemanning.domain.masking import harmless


class Terminal(Console):
    """A console that writes text as it stands: no markup, no names of emoji, no control characters.

    A string is one line, or a cell; a line break within one came with a file too.
    """

    def __init__(self, *, is_stderr: bool = False) -> None:
        """Write on stdout, or on stderr."""
        super().__init__(stderr=is_stderr, highlight=False, soft_wrap=True, markup=False, emoji=False)

    def render_str(self, text: str, **how: Any) -> Text:  # noqa: ANN401 -- the library's own options, handed on
        """Give a string as what is written: every string passes here, alone or in a table."""
        return super().render_str(harmless(text), **how)
