"""The notice above figures that unmapped accounts may be missing from."""

from dash import dcc, html
from dash.development.base_component import Component

from bemanning.presentation.addresses import MAPPING_PATH
from bemanning.presentation.texts import mapping as texts
from bemanning.presentation.unmapped_note import unmapped_note
from bemanning.services.unmapped import Unmapped


def unmapped_notice(unmapped: Unmapped, query: str) -> list[Component]:
    """Give the notice with the way to mend it, or nothing where every account is mapped. query: the selection's."""
    note = unmapped_note(unmapped)
    link = dcc.Link(texts.LINK_MAP, href=f"{MAPPING_PATH}?{query}")
    return [html.P([note, " ", link], className="unmapped-note", role="note")] if note else []
