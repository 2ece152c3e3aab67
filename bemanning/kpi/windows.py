"""Sums over windows of months. A window with a missing month has no sum: never zero, never scaled up."""

from __future__ import annotations

import numpy as np

from bemanning.kpi.panel import IntArray, Panel

ROLLING_MONTHS = 12


def rolling_sum(panel: Panel, length: int = ROLLING_MONTHS) -> Panel:
    """Sum the `length` months that end with each month (R12 by default). Same shape as the panel."""
    known = _windows(panel.present.astype(np.int64), length) == length
    return Panel(np.where(known, _windows(panel.values, length), 0), known)


def _windows(values: IntArray, length: int) -> IntArray:
    """Sum each window that ends at a column; windows that begin before the first column sum what there is."""
    totals = np.cumsum(values, axis=1)
    before = np.zeros_like(totals)
    before[:, length:] = totals[:, :-length] if length < totals.shape[1] else totals[:, :0]
    return totals - before
