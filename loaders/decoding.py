"""Bytes to text, without guessing: a byte order mark, else strict UTF-8, else where å, ä and ö make sense."""

from __future__ import annotations

import codecs

from bemanning.domain.faults import FaultCode
from loaders.refusal import refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The bytes of å ä ö Å Ä Ö in Windows' and in DOS' code page. Each set means box drawing or rarities in the other.
_SWEDISH_BYTES = {"cp1252": b"\xe5\xe4\xf6\xc5\xc4\xd6", "cp437": b"\x86\x84\x94\x8f\x8e\x99"}
_SAMPLE_BYTES = 4096


def decode(data: bytes, usual: str | None = None) -> str:
    """Decode a text file. Raises UserError where the encoding can't be told, or zero bytes show that it is no text.

    usual: the code page that the format prescribes, for when the bytes speak for none.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    if b"\0" in data:
        return _decode_as(data, _wide_encoding(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_as(data, _code_page(data, usual))


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refusal(FaultCode.ENCODING_UNKNOWN) from error
    if "\0" in text:
        raise refusal(FaultCode.FILE_DAMAGED, reason="nul")
    return text


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without its mark: plain letters have every second byte zero. Raises UserError for other zero bytes."""
    sample = data[:_SAMPLE_BYTES]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 4  # more than half of every second byte
    if odd > half and not even:
        return "utf-16-le"
    if even > half and not odd:
        return "utf-16-be"
    raise refusal(FaultCode.FILE_DAMAGED, reason="nul")


def _code_page(data: bytes, usual: str | None) -> str:
    scores = {encoding: sum(data.count(byte) for byte in swedish) for encoding, swedish in _SWEDISH_BYTES.items()}
    if scores["cp1252"] == scores["cp437"]:
        if usual is None:
            raise refusal(FaultCode.ENCODING_UNKNOWN)
        return usual
    return max(scores, key=lambda encoding: scores[encoding])
