"""Words of the way between Mappning and Avstämning."""

LABEL = "Mappning och avstämning"
MAPPING = "Mappning"
RECONCILIATION = "Avstämning"
