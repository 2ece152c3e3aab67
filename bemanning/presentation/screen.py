"""What a page hands to the frame: its place in the menu, and how a selection becomes its content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dash.development.base_component import Component

from bemanning.domain.selection import Selection
from bemanning.presentation.address import Words
from bemanning.presentation.theme import Theme
from bemanning.services.resolved import ResolvedSelection


@dataclass(frozen=True, slots=True)
class View:
    """A screen's content, and the selection it is about with every default filled in.

    selection: None where the screen is about none. words: what else the frame's controls are to show, by the address's
    word for it. unheeded: choices of the screen that this answer does not depend on.
    """

    content: Component
    selection: ResolvedSelection | None
    words: Mapping[str, str | list[str]] = field(default_factory=dict)
    unheeded: tuple[str, ...] = ()


def no_problems(_words: Words) -> tuple[str, ...]:
    """Find nothing wrong: a screen without words of its own."""
    return ()


def nothing() -> object:
    """Show nothing beside the data."""
    return None


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. content raises UserError for a selection that can't be answered; the frame words it.

    choices: the words of the address that the screen heeds; the frame offers no others, but carries them on.
    own_words: further words of the address that are this screen's alone; check says, in Swedish, what is wrong in them.
    within: the path of the screen whose menu item stands for this one too; "" where it has its own.
    acts: whether its purpose is to change data: then a reader without rights is told so.
    beside: gives what the screen shows beside the data: its view holds until this or the data change.
    """

    path: str
    title: str
    choices: tuple[str, ...]
    content: Callable[[Selection, Theme, Words], View]
    own_words: tuple[str, ...] = ()
    check: Callable[[Words], tuple[str, ...]] = no_problems
    within: str = ""
    acts: bool = False
    beside: Callable[[], object] = nothing
