"""The table of texts that the cells of an xlsx refer to, where it is written as nearly every program writes it."""

from __future__ import annotations

import re

from loaders.plain_cells import XML_SPACES, NotPlainError, plain_texts

_TABLE = re.compile(rb"\s*(?:<\?xml[^>]*\?>)?\s*<sst(?: [^>]*)?(?<!/)>(.*)</sst>\s*", re.DOTALL)
_TEXT = re.compile(rb'<si>(?:<t>|(<t xml:space="preserve">))([^<]*)</t></si>')
_TAGS_PER_TEXT = 4


def shared_texts(part: bytes) -> list[str] | None:
    """Read the whole part. None where there is anything in it but plain text, as letters of several kinds."""
    table = _TABLE.fullmatch(part)
    if table is None:
        return None
    found = _TEXT.findall(table[1])
    if table[1].count(b"<") != _TAGS_PER_TEXT * len(found):
        return None
    try:
        texts = plain_texts([text for _, text in found]) if found else []
    except NotPlainError:
        return None
    return [text if is_kept else text.strip(XML_SPACES) for text, (is_kept, _) in zip(texts, found, strict=True)]
