"""What was done when mappings were saved."""

from bemanning.presentation.mapping_changes import sheet_of
from bemanning.presentation.mapping_counts import counted
from bemanning.presentation.texts import mapping as texts
from bemanning.services.mapping_update import MappingChange


def saved_text(change: MappingChange) -> str:
    """Say how many rows of which tables were saved, and how much was computed again."""
    rows = [
        texts.SAVED_ROWS.format(count=counted("row", max(counts)), table=sheet_of(part))
        for part, counts in change.parts.items()
        if any(counts)
    ]
    loads = counted("load", change.recomputed_loads) if change.recomputed_loads else texts.NOTHING_COMPUTED
    return texts.SAVED.format(counts=", ".join(rows), loads=loads)
