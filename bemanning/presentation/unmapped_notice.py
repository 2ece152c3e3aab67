"""The notice above figures that unmapped accounts may be missing from."""

from dash import html
from dash.development.base_component import Component

from bemanning.presentation.unmapped_note import unmapped_note
from bemanning.services.unmapped import Unmapped


def unmapped_notice(unmapped: Unmapped) -> list[Component]:
    """Give the notice, or nothing where every account is mapped."""
    note = unmapped_note(unmapped)
    return [html.P(note, className="unmapped-note", role="note")] if note else []
