"""The closed word lists of the field: professions, kinds of cost, employment and time, sources, month status."""

from enum import StrEnum


class Profession(StrEnum):
    """Yrkesgrupp."""

    DOCTOR = "doctor"
    NURSE = "nurse"
    OTHER = "other"


class CostKind(StrEnum):
    """Kostnadsslag. OTHER is outside personnel cost."""

    OWN = "own"
    AGENCY = "agency"
    OVERTIME = "overtime"
    OTHER = "other"


# What no mapping knows keeps this word in the place of a profession or a cost kind, and is shown with its amount.
UNMAPPED = "unmapped"
# The unit of what a ledger has booked on no unit: shown, and placed in the organisation like any other.
WITHOUT_ANSVAR = "UTAN_ANSVAR"


class Employment(StrEnum):
    """Employed by the region, or registered in Heroma as external."""

    OWN = "own"
    EXTERNAL = "external"


class TimeKind(StrEnum):
    """Kind of time. ABSENCE is never worked time."""

    ORDINARY = "ordinary"
    OVERTIME = "overtime"
    ADDITIONAL = "additional"
    ON_CALL = "on_call"
    ABSENCE = "absence"


class AmountMeasure(StrEnum):
    """What an amount column says: outcome (utfall), budget or forecast (prognos)."""

    ACTUAL = "actual"
    BUDGET = "budget"
    FORECAST = "forecast"


class Source(StrEnum):
    """Which system an export comes from."""

    LEDGER = "ledger"
    HEROMA = "heroma"


class MonthStatus(StrEnum):
    """Where a month of one source and scope stands.

    MISSING: nothing is loaded. OPEN: loaded, may be restated. PRELIMINARY: loaded while the books were still open,
    figures will change. CLOSED: loaded and locked; a restatement is refused until the month is reopened.
    """

    MISSING = "missing"
    OPEN = "open"
    PRELIMINARY = "preliminary"
    CLOSED = "closed"


class NodeKind(StrEnum):
    """Level of an organisation node. UNIT is the leaf, the ledger's lowest code (ansvar)."""

    REGION = "region"
    DIVISION = "division"
    AREA = "area"
    CLINIC = "clinic"
    UNIT = "unit"


class Definition(StrEnum):
    """Which hyr_share: agency over total (national indicator) or over own personnel cost (SKR's statistics)."""

    TOTAL = "total"
    OWN = "own"


class TrendMeasure(StrEnum):
    """What a trend can be drawn of. SHARE is the hyr_share by the selection's definition."""

    SHARE = "share"
    AGENCY_COST = "agency_cost"
    HOURS_SHARE = "hours_share"
    EXTERNAL_HOURS = "external_hours"
    WORKED_WEEKS = "worked_weeks"
    PRICE_PER_HOUR = "price_per_hour"
    COST_DEVIATION = "cost_deviation"
    SHARE_DEVIATION = "share_deviation"


class Span(StrEnum):
    """How far back from the selection's month what is told month by month goes."""

    FIVE_YEARS = "five_years"
    ALL = "all"


class OrganisationView(StrEnum):
    """Sum every month by the tree of the latest loaded month, or by the tree as it was in that month."""

    TODAY = "today"
    THEN = "then"
