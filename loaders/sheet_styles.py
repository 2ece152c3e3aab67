"""Which cell styles of an xlsx show leading zeros, from its styles.xml."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.look import leading_zeros, styles_of
from loaders.xml_events import Attributes, listen


def zero_styles(pieces: Iterable[bytes]) -> dict[int, int]:
    """Map the number of each such style to how many digits it shows. Raises UserError where the XML is broken."""
    styles = _Styles()
    listen(pieces, styles)
    return styles_of(styles.formats, styles.digits)


class _Styles:
    """Listens to the table of styles. digits: number format → digits. formats: each style's number format."""

    def __init__(self) -> None:
        self.digits: dict[str, int] = {}
        self.formats: list[str] = []
        self._is_in_cells = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""
        local = name.rpartition(" ")[2]
        if local == "numFmt":
            self.digits[attributes.get("numFmtId", "")] = leading_zeros(attributes.get("formatCode", ""))
        elif local == "cellXfs":
            self._is_in_cells = True
        elif local == "xf" and self._is_in_cells:
            self.formats.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        """End an element."""
        if name.endswith("cellXfs"):
            self._is_in_cells = False

    def text(self, text: str) -> None:
        """Nothing is said in text."""
