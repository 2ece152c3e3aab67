"""Small harms to a file's bytes, the same for the same random numbers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

# What has been misread before, somewhere: marks, number forms, months, words and control characters.
TOKENS = (
    b'"', b"'", b";", b"\t", b",", b".", b"\n", b"\r\n", b"\r", b"\0", b"-", b"+", b"(", b")", b"=", b"{", b"}", b"#",
    b" ", b"\xa0", b"\xc2\xa0", b"\xe2\x88\x92", b"\xe2\x80\xaf", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"<", b">",
    b"0", b"9", b"00", b"000", b",5", b"1,234", b"1.234", b"1E5", b"1e308", b"NaN", b"inf", b"#N/A", b"201813",
    b"201800", b"2018-01", b"&", b"Summa", b"Totalt", b"tkr", b"kr", b"198001019876", b"</table>", b"<table>", b"<!--",
    b"]]>", b"#TRANS", b"#RTRANS", b"#VER", b"#KSUMMA", b"9999999999999999", b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff",
)  # fmt: skip
_MOST_HARMS = 3
_LONGEST_SPAN = 200


def mutated(content: bytes, chance: Random) -> bytes:
    """Harm a file. In a zip mostly one part, packed again: its checksums would stop all else at the door."""
    if zipfile.is_zipfile(io.BytesIO(content)) and chance.random() < 0.8:
        return _one_part(content, chance)
    return _harmed(content, chance)


def _one_part(content: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    # The parts with cells in them are the largest.
    name = chance.choice([max(parts, key=lambda each: len(parts[each])), *parts])
    parts[name] = _harmed(parts[name], chance)
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """Make a zip of the parts, the same whenever it is made."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2018, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _harmed(content: bytes, chance: Random) -> bytes:
    for _ in range(chance.randint(1, _MOST_HARMS)):
        content = chance.choice(_HARMS)(content, chance)
    return content


def _place(content: bytes, chance: Random) -> int:
    return chance.randrange(len(content) + 1)


def _span(content: bytes, chance: Random) -> tuple[int, int]:
    start = _place(content, chance)
    return start, start + chance.randint(1, _LONGEST_SPAN)


def _flip(content: bytes, chance: Random) -> bytes:
    return _over(content, chance, lambda byte: byte ^ 1 << chance.randrange(8))


def _any_byte(content: bytes, chance: Random) -> bytes:
    return _over(content, chance, lambda _: chance.randrange(256))


def _digit(content: bytes, chance: Random) -> bytes:
    """Put a digit over a digit: what is still well-formed must still be summed right."""
    places = [at for at, byte in enumerate(content) if chr(byte).isdigit()]
    if not places:
        return content
    at = chance.choice(places)
    return content[:at] + str(chance.randrange(10)).encode() + content[at + 1 :]


def _over(content: bytes, chance: Random, change: Callable[[int], int]) -> bytes:
    if not content:
        return content
    at = chance.randrange(len(content))
    return content[:at] + bytes([change(content[at])]) + content[at + 1 :]


def _insert(content: bytes, chance: Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + chance.choice(TOKENS) + content[at:]


def _replace(content: bytes, chance: Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + chance.choice(TOKENS) + content[at + chance.randint(1, 8) :]


def _delete(content: bytes, chance: Random) -> bytes:
    start, end = _span(content, chance)
    return content[:start] + content[end:]


def _repeat(content: bytes, chance: Random) -> bytes:
    start, end = _span(content, chance)
    return content[:end] + content[start:end] * chance.randint(1, 3) + content[end:]


def _move(content: bytes, chance: Random) -> bytes:
    start, end = _span(content, chance)
    taken, left = content[start:end], content[:start] + content[end:]
    at = _place(left, chance)
    return left[:at] + taken + left[at:]


def _cut(content: bytes, chance: Random) -> bytes:
    return content[: _place(content, chance)]


_LINE_END = b"\n"


def _line_gone(content: bytes, chance: Random) -> bytes:
    lines = content.split(_LINE_END)
    del lines[chance.randrange(len(lines))]
    return _LINE_END.join(lines)


def _line_twice(content: bytes, chance: Random) -> bytes:
    lines = content.split(_LINE_END)
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return _LINE_END.join(lines)


_HARMS = (
    _flip, _any_byte, _digit, _digit, _digit, _insert, _insert, _replace, _delete, _repeat, _move, _cut, _line_gone,
    _line_twice,
)  # fmt: skip
