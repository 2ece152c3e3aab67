"""The parts of the organisation that the demo region's files speak for."""

from bemanning.demo.units import HEALTH_CARE, STAFF
from bemanning.domain.mapping import Scope

HEALTH_CARE_SCOPE, STAFF_SCOPE = "HSV", "STAB"

SCOPES = (
    Scope(HEALTH_CARE_SCOPE, "Hälso- och sjukvård", HEALTH_CARE, is_default=True),
    Scope(STAFF_SCOPE, "Regionstab", STAFF),
)
