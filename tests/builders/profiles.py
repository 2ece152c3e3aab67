"""Saved profiles as Inläsning sees them: one of two versions, and one that is withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bemanning.domain.profile import PERSONAL, Layout, Seen
from bemanning.domain.vocabulary import Source
from bemanning.store import ProfileRecord

COLUMNS = (("Konto nr", "account"), ("Enhetsnr", "ansvar"), ("Per", "month"), ("Belopp", "actual"), ("Status", ""))
LAYOUT = Layout(Source.LEDGER, COLUMNS, unit="tkr", is_flipped=True, scope="PV")
SAVED_AT = datetime(2019, 1, 10, 9, 0, tzinfo=UTC)
SEEN = Seen(
    Source.LEDGER, (*COLUMNS[:4], ("Handläggare", PERSONAL), COLUMNS[4]), row=3, sheet="Utfall",
    sheets=("Utfall", "Noter"), read=("Utfall",), unit="tkr", layout=LAYOUT, profile="Raindance PV", is_whole=True,
)  # fmt: skip
RECOGNISED = replace(SEEN, layout=None, profile="")
UNKNOWN = Seen(None, (("Kto", ""), ("Avd", ""), ("P", ""), ("Summa kr", "")), row=2, sheet="Blad1", sheets=("Blad1",))


def record(**changes: object) -> ProfileRecord:
    """The second version of a ledger's profile."""
    fields = {
        "id": 2, "name": "Raindance PV", "version": 2, "layout": LAYOUT, "actor_name": "Karin Ek",
        "actor_role": "skärm", "recorded_at": SAVED_AT, "superseded_at": None,
    }  # fmt: skip
    return ProfileRecord(**{**fields, **changes})  # type: ignore[arg-type]  # the builder takes any field


def versions() -> list[ProfileRecord]:
    """The latest first."""
    first = replace(LAYOUT, is_flipped=False)
    heroma = Layout(Source.HEROMA, (("Enhet", "unit"), ("AID", "code"), ("Anst", "employment"), ("Tid", "hours")))
    return [
        record(),
        record(id=3, name="Heroma", version=1, layout=heroma, superseded_at=SAVED_AT),
        record(id=1, version=1, layout=first, superseded_at=SAVED_AT),
    ]
