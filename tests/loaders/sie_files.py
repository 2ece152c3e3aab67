"""SIE files as tests build them: a few lines around the ones that are under test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

START = "#FLAGGA 0\n#FORMAT PC8\n"
HIRED = '#TRANS 5011 {1 "101"} 5.00\n'
OWED = "#TRANS 2440 {} -5.00\n"

Build = Callable[..., Path]


def voucher(*rows: str, name: str = "A 1", date: str = "20180115") -> str:
    """A voucher of whole lines, or of "account objects amount" that become #TRANS."""
    lines = (row if row.startswith(("#", "{")) else f"#TRANS {row}" for row in rows)
    return "\n".join([f"#VER {name} {date}", "{", *lines, "}", ""])


def sie_4(*records: str) -> str:
    return START + "#SIETYP 4\n" + "".join(records)


def sie_3(*records: str, kind: str = "3") -> str:
    return f"{START}#SIETYP {kind}\n" + "\n".join([*records, ""])


def crc(text: bytes) -> int:
    """CRC-32 bit by bit, as the specification's polynomial and conditioning have it."""
    value = 0xFFFFFFFF
    for byte in text:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ (0xEDB88320 if value & 1 else 0)
    return value ^ 0xFFFFFFFF
