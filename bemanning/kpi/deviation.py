"""Deviation from 2015: "2015 års kostnad" and "2015 års andel" are two things."""

from __future__ import annotations

import numpy as np

from bemanning.kpi.panel import FloatArray, Panel, RatioPanel


def cost_deviation(rolling12: Panel, baseline_column: int) -> Panel:
    """Give R12 cost minus the cost of calendar 2015 (= R12 at the column of 2015-12), in öre, current prices."""
    baseline = rolling12.values[:, [baseline_column]]
    present = rolling12.present & rolling12.present[:, [baseline_column]]
    return Panel(np.where(present, rolling12.values - baseline, 0), present)


def share_deviation_pp(share: RatioPanel, baseline_column: int) -> FloatArray:
    """Give the R12 share minus the share of calendar 2015, in percentage points; NaN where either is undefined."""
    pct = share.floats(100)
    return pct - pct[:, [baseline_column]]
