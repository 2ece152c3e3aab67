"""How a reader stops at something that makes the whole file unreadable."""

from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode


def refusal(code: FaultCode, **params: str | int) -> UserError:
    """Make the error to raise, for a fault of the file as a whole."""
    return UserError([Fault(code, params)])
