"""hyr_share: agency cost's share of personnel cost, by both definitions. Share of sums, never mean of shares."""

from __future__ import annotations

from bemanning.domain.vocabulary import Definition
from bemanning.kpi.panel import Panel, RatioPanel


def share_of_total(agency: Panel, own: Panel) -> RatioPanel:
    """Give Σagency / Σ(own + agency), the national indicator [RJH]. `own` includes overtime."""
    total = agency + own
    return RatioPanel(agency.values, total.values, total.present)


def share_of_own(agency: Panel, own: Panel) -> RatioPanel:
    """Give Σagency / Σown, as in SKR's statistics. `own` includes overtime."""
    return RatioPanel(agency.values, own.values, agency.present & own.present)


def hyr_share(agency: Panel, own: Panel, definition: Definition) -> RatioPanel:
    """Give the share by the definition asked for."""
    return share_of_total(agency, own) if definition is Definition.TOTAL else share_of_own(agency, own)
