"""Who does something: every change is logged with its actor."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A name and a role, as given by the web layer or the command line."""

    name: str
    role: str
