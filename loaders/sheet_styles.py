"""What the cell styles of an xlsx show, from its styles.xml: leading zeros, and whether a number is a day."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.look import styles_of, zeros_shown
from loaders.number_formats import shows_day
from loaders.xml_events import Attributes, listen


class Styles:
    """Listens to the table of styles.

    masks: number format → how it shows whole numbers, where it adds to them. formats: each style's number format.
    is_day: style → whether it shows a day; a style that may show anything is not there.
    """

    def __init__(self) -> None:
        """No style is known yet."""
        self.masks: dict[str, str] = {}
        self.formats: list[str] = []
        self.is_day: dict[int, bool] = {}
        self._codes: dict[str, str] = {}
        self._is_in_cells = False

    @property
    def zeros(self) -> dict[int, str]:
        """Map the number of each style that adds to its numbers to what it shows."""
        return styles_of(self.formats, self.masks)

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""
        local = name.rpartition(" ")[2]
        number = attributes.get("numFmtId", "0")
        if local == "numFmt":
            self._codes[number] = attributes.get("formatCode", "")
            self.masks[number] = zeros_shown(self._codes[number])
        elif local == "cellXfs":
            self._is_in_cells = True
        elif local == "xf" and self._is_in_cells:
            is_day = shows_day(number, self._codes.get(number))
            if is_day is not None:
                self.is_day[len(self.formats)] = is_day
            self.formats.append(number)

    def end(self, name: str) -> None:
        """End an element."""
        if name.endswith("cellXfs"):
            self._is_in_cells = False

    def text(self, text: str) -> None:
        """Nothing is said in text."""


def read_styles(pieces: Iterable[bytes]) -> Styles:
    """Read the table of styles. Raises UserError where the XML is broken."""
    styles = Styles()
    listen(pieces, styles)
    return styles
