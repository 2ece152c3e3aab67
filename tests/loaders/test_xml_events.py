from __future__ import annotations

import pytest

from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode as Code
from loaders.xml_events import Attributes, listen


class Noted:
    def __init__(self) -> None:
        self.events: list[object] = []
        self.words = ""

    def start(self, name: str, attributes: Attributes) -> None:
        self.events.append((name, attributes))

    def end(self, name: str) -> None:
        self.events.append(name)

    def text(self, text: str) -> None:
        self.words += text


def test_tells_of_elements_and_text_across_pieces() -> None:
    noted = Noted()
    listen([b'<a xmlns="u" b="1">x', b"&amp;y", b"<c/></", b"a>"], noted)
    assert noted.events == [("u a", {"b": "1"}), ("u c", {}), "u c", "u a"]
    assert noted.words == "x&y"


REFUSED = {
    b"<!DOCTYPE a><a/>": (Code.FILE_HOSTILE, "doctype"),
    b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>': (Code.FILE_HOSTILE, "doctype"),
    b"<a>": (Code.FILE_DAMAGED, "workbook"),
    b"": (Code.FILE_DAMAGED, "workbook"),
    b"<a>&x;</a>": (Code.FILE_DAMAGED, "workbook"),
    b'<?xml version="1.0" encoding="fel"?><a/>': (Code.FILE_DAMAGED, "workbook"),
}


@pytest.mark.parametrize(("content", "told"), REFUSED.items(), ids=range(len(REFUSED)))
def test_refuses_what_declares_or_is_broken(content: bytes, told: tuple[Code, str]) -> None:
    with pytest.raises(UserError) as raised:
        listen([content], Noted())
    assert [(fault.code, fault.params["reason"]) for fault in raised.value.faults] == [told]
