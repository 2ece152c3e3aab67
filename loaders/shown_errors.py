"""What spreadsheets show for an error, where it has been saved as text."""

import re

_ERROR = re.compile(
    r"#(?:N/A|SAKNAS!|REF!|REFERENS!|VALUE!|VÄRDEFEL!|DIV/0!|DIVISION/0!|NAME\?|NAMN\?|NUM!|OGILTIGT!|NULL!|SKÄRNING!)"
    r"|(?:Err|Fel):\d{3}",
    re.IGNORECASE,
)


def is_error_text(text: str) -> bool:
    """Tell whether a text is an error, in Excel's English or Swedish or LibreOffice's."""
    return _ERROR.fullmatch(text) is not None
