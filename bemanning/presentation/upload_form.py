"""What the form that sends files must say, for assets/upload.js to send them and tell about it."""

from __future__ import annotations

from bemanning.presentation.addresses import UPLOAD_PATH
from bemanning.presentation.texts import upload as texts
from bemanning.services.upload import UPLOAD_LIMIT_BYTES


def upload_attributes() -> dict[str, str]:
    """Give the form's data attributes; what must stand in the form is told in assets/upload.js."""
    return {
        "data-upload": UPLOAD_PATH,
        "data-limit-bytes": str(UPLOAD_LIMIT_BYTES),
        "data-sending": texts.SENDING,
        "data-sending-several": texts.SENDING_SEVERAL,
        "data-receiving": texts.RECEIVING,
        "data-sent": texts.SENT,
        "data-stopped": texts.STOPPED,
        "data-not-sent": texts.NOT_SENT,
        "data-too-large": texts.TOO_LARGE,
        "data-name-missing": texts.NAME_MISSING,
    }
