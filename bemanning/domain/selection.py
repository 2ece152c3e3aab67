"""What is being looked at: carried in the URL, shared by the screens, written on every export."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession


@dataclass(frozen=True, slots=True)
class Selection:
    """A question's subject.

    None means the default: the latest month with data, every profession, the settings' node and definition.
    """

    month: Month | None = None
    node: str | None = None
    profession: Profession | None = None
    definition: Definition | None = None
    view: OrganisationView = OrganisationView.TODAY
