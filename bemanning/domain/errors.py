"""Two families of errors: UserError is shown to the user without a traceback; anything else is a bug."""

from __future__ import annotations

from collections.abc import Sequence

from bemanning.domain.faults import Fault


class UserError(Exception):
    """Something that the user can mend. Carries every fault found, not just the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults, in the order they were found."""
        super().__init__(", ".join(fault.code for fault in faults))
        self.faults = tuple(faults)


class RefusedError(UserError):
    """A well-formed request that is refused to protect what is stored (a closed month, an erasing file)."""
