"""What hangs on something unmapped, in words."""

from bemanning.presentation.mapping_seen import UnmappedLine
from bemanning.presentation.numbers import amount_text, hours_text
from bemanning.presentation.texts import mapping as texts


def sum_text(line: UnmappedLine) -> str:
    """Write the sums that there are: an amount, hours, or both; nothing at all is 0 kr."""
    parts = []
    if line.amount_ore or not line.centihours:
        parts.append(amount_text(line.amount_ore, "kr", 0))
    if line.centihours:
        parts.append(hours_text(line.centihours))
    return texts.AND.join(parts)
