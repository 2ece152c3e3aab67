"""How parent and child speak: a line of JSON there, a length-prefixed JSON head and raw bytes back.

Nothing is unpickled: what a hostile file could make of the child must not run in the parent.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.parsed_file import ParsedFile, ReadRequest
from bemanning.domain.profile import read_profile, read_seen, record_of
from bemanning.domain.vocabulary import Source

LENGTH_BYTES = 8
_BODIES = ("cells", "vouchers")


def request_line(kind: str, request: ReadRequest, sha256: str) -> bytes:
    """Write a request for the child."""
    order = {
        "kind": kind,
        "path": str(request.path),
        "name": request.file_name,
        "accounts": sorted(request.agency_accounts),
        "profiles": [record_of(profile) for profile in request.profiles],
        "is_chosen": request.is_chosen,
        "source": request.source,
        "is_balance": request.is_balance,
        "sha256": sha256,
    }
    return json.dumps(order).encode() + b"\n"


def read_request(order: dict[str, Any]) -> ReadRequest:
    """Turn back what `request_line` wrote, once it is parsed."""
    return ReadRequest(
        Path(order["path"]),
        order["name"],
        frozenset(order["accounts"]),
        tuple(map(read_profile, order["profiles"])),
        is_chosen=order["is_chosen"],
        source=None if order["source"] is None else Source(order["source"]),
        is_balance=order["is_balance"],
    )


def pack(head: dict[str, Any], *bodies: bytes) -> bytes:
    """Write an answer: length of head, head, then the bodies whose lengths the head gains."""
    text = json.dumps({**head, "lengths": [len(body) for body in bodies]}).encode()
    return len(text).to_bytes(LENGTH_BYTES, "big") + text + b"".join(bodies)


def pack_file(parsed: ParsedFile) -> bytes:
    """Write a parsed file as an answer."""
    head = {key: value for key, value in asdict(parsed).items() if key not in _BODIES}
    return pack(head, parsed.cells, parsed.vouchers)


def read_file(head: dict[str, Any], bodies: list[bytes]) -> ParsedFile:
    """Put a parsed file together again."""
    fields = {key: value for key, value in head.items() if key != "lengths"}
    parsed = ParsedFile(**fields)
    return replace(
        parsed,
        source=None if head["source"] is None else Source(head["source"]),
        warnings=read_faults(head["warnings"]),
        faults=read_faults(head["faults"]),
        span=None if head["span"] is None else (head["span"][0], head["span"][1]),
        cells=bodies[0],
        vouchers=bodies[1],
        seen=None if head["seen"] is None else read_seen(head["seen"]),
    )


def read_faults(faults: list[dict[str, Any]]) -> tuple[Fault, ...]:
    """Turn back faults written as JSON."""
    return tuple(Fault(**{**fault, "code": FaultCode(fault["code"])}) for fault in faults)
