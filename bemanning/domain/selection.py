"""What is being looked at: carried in the URL, shared by the screens, written on every export."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Definition, OrganisationView, Profession, Span, TrendMeasure

# Small multiples beyond this are no longer compared, only scrolled past.
MOST_COMPARED = 6


@dataclass(frozen=True, slots=True)
class Selection:
    """A question's subject.

    None means the default: the latest month with data, every profession, the settings' node and definition, the share.
    compared: nodes by code, and professions, that a trend is drawn of beside the selection's own. known_on: answer with
    what was known when that Swedish day ended: loads, mappings, goals, settings and comments; None for what is known.
    span: how many of the months up to the selection's a history shows.
    """

    month: Month | None = None
    node: str | None = None
    profession: Profession | None = None
    definition: Definition | None = None
    view: OrganisationView = OrganisationView.TODAY
    measure: TrendMeasure | None = None
    compared: tuple[str | Profession, ...] = ()
    known_on: date | None = None
    span: Span = Span.FIVE_YEARS

    def alone(self) -> Selection:
        """Give the selection without what it is compared with, for a screen that compares nothing."""
        return replace(self, compared=())

    def of_goals(self) -> Selection:
        """Give what the goals together are about: health care as a whole, whatever node another screen was left at."""
        return Selection(month=self.month, view=self.view, known_on=self.known_on)
