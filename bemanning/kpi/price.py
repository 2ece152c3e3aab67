"""What an agency hour costs."""

from __future__ import annotations

from bemanning.domain.money import CENTI
from bemanning.kpi.panel import Panel, RatioPanel


def price_per_hour(agency: Panel, external_hours: Panel) -> RatioPanel:
    """Give Σagency / Σexternal hours worked, in öre per hour: öre over centihours. Measured hours, never schablon."""
    return RatioPanel(CENTI * agency.values, external_hours.values, agency.present & external_hours.present)
