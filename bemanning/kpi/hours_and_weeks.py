"""Bought time: the share of hours that externals work, and locum weeks."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from bemanning.domain.money import CENTI
from bemanning.kpi.panel import Panel, RatioPanel


def hours_share(external: Panel, own: Panel) -> RatioPanel:
    """Give external hours / (own + external hours), both worked hours (absence excluded)."""
    total = external + own
    return RatioPanel(external.values, total.values, total.present)


def worked_weeks(external: Panel, hours_per_week: Fraction) -> RatioPanel:
    """Give external hours worked / hours per week: hyrläkarveckor, stafettveckor. Three days of eight hours are 0.6."""
    per_week = hours_per_week * CENTI
    return RatioPanel(
        external.values * per_week.denominator,
        np.full_like(external.values, per_week.numerator),
        external.present,
    )
