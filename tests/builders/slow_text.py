"""A text that takes its reader long: what tests stop, cancel and run out of time on, on whatever machine."""

from __future__ import annotations


def slow_ledger(rows: int = 200_000) -> bytes:
    """Give a ledger of texts and amounts that each stand once and none of which is plain: some 60 µs a row."""
    lines = (f'201812;5{row % 1000:03};Enhet {row};Bolag {row};"{row} 000,{row % 100:02}"\n' for row in range(rows))
    return ("PERIOD;KONTO_ID;KST_ID;Leverantör;UTFALL_V\n" + "".join(lines)).encode()
