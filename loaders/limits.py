"""How much a user's file may cost: what is over is refused before, or stopped while, it is read."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The defaults let a sheet of a million rows and twelve columns through, and stop what only an attack needs.

    inflate_ratio: how many times larger than in the zip a part may be; honest sheets stay under a hundred.
    span_cells: the rectangle that a sheet's filled cells span; the reader lays all of it out in memory.
    """

    file_bytes: int = 300 * MEBIBYTE
    inflated_bytes: int = 2_000 * MEBIBYTE
    inflate_ratio: int = 300
    parts: int = 2_000
    span_cells: int = 40_000_000
    memory_bytes: int = 4_096 * MEBIBYTE
    seconds: int = 600
    cpu_seconds: int = 600
