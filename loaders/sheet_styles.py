"""What the cell styles of an xlsx show, from its styles.xml: leading zeros, and whether a number is a day."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.look import leading_zeros, styles_of
from loaders.number_formats import shows_day
from loaders.xml_events import Attributes, listen


class Styles:
    """Listens to the table of styles.

    digits: number format → how many digits it always shows. formats: each style's number format.
    is_day: style → whether it shows a day; a style that may show anything is not there.
    """

    def __init__(self) -> None:
        """No style is known yet."""
        self.digits: dict[str, int] = {}
        self.formats: list[str] = []
        self.is_day: dict[int, bool] = {}
        self._codes: dict[str, str] = {}
        self._is_in_cells = False

    @property
    def zeros(self) -> dict[int, int]:
        """Map the number of each style that shows leading zeros to how many digits it shows."""
        return styles_of(self.formats, self.digits)

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""
        local = name.rpartition(" ")[2]
        number = attributes.get("numFmtId", "0")
        if local == "numFmt":
            self._codes[number] = attributes.get("formatCode", "")
            self.digits[number] = leading_zeros(self._codes[number])
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
