"""Saved profiles: what may read a file, and saving and withdrawing them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.parsed_file import ReadRequest
from bemanning.domain.profile import LONGEST_NAME, NO_PROFILE, Layout, Profile, ReadBy, is_profile_name
from bemanning.services.file_report import FileReport
from bemanning.store import ProfileRecord, Store

# Which file is read how changes no figure that is there.
PROFILE_ACTIONS = frozenset({"profile", "profile_withdrawn"})


def with_choice(request: ReadRequest, saved: Sequence[ProfileRecord], choice: ReadBy) -> ReadRequest:
    """Let the request say what the file may, or must, be read by. Raises UserError(PROFILE_UNKNOWN)."""
    profiles, is_chosen = _chosen(saved, choice)
    return replace(request, profiles=profiles, is_chosen=is_chosen, source=choice.source)


def _chosen(saved: Sequence[ProfileRecord], choice: ReadBy) -> tuple[tuple[Profile, ...], bool]:
    if choice.layout is not None:
        return (Profile("", 0, choice.layout),), True
    if choice.profile == NO_PROFILE:
        return (), False
    if choice.profile is None:
        fitting = [record for record in saved if choice.source in {None, record.layout.source}]
        return tuple(record.profile for record in fitting), False
    return (_find(saved, choice.profile).profile,), True


def save_profile(store: Store, name: str, report: FileReport | None, actor: Actor) -> ProfileRecord:
    """Save how a file was read as a new profile, or as the next version of the one with the name.

    Raises UserError, and saves nothing: PROFILE_NAME, PROFILE_UNREAD (the file could not be read so), SCOPE_UNKNOWN,
    PROFILE_OTHER_SOURCE (the name is taken), PROFILE_SAME (it says so already).
    """
    name = " ".join(name.split())
    if not is_profile_name(name):
        raise UserError([Fault(FaultCode.PROFILE_NAME, {"limit": LONGEST_NAME})])
    # Only what has read a file to its end is known to be right.
    layout = report.seen.as_layout() if report and report.per_month and report.seen else None
    if layout is None or report is None:
        raise UserError([Fault(FaultCode.PROFILE_UNREAD)])
    if of_scope := [fault for fault in report.faults if fault.code is FaultCode.SCOPE_UNKNOWN]:
        raise UserError(of_scope)
    with store.writing(actor) as session:
        _refuse_taken(name, layout, session.profiles.current())
        record = session.profiles.add(name, layout)
        session.log.add("profile", name, {"version": record.version, "source": layout.source.value})
        return record


def withdraw_profile(store: Store, name: str, actor: Actor) -> ProfileRecord:
    """Let no file be read by the profile from now on. Its versions stay in the history.

    Raises UserError(PROFILE_UNKNOWN).
    """
    with store.writing(actor) as session:
        record = _find(session.profiles.current(), name)
        session.profiles.withdraw(name)
        session.log.add("profile_withdrawn", name, {"version": record.version})
        return record


def _refuse_taken(name: str, layout: Layout, saved: Sequence[ProfileRecord]) -> None:
    before = next((record for record in saved if record.name == name), None)
    if before is None:
        return
    params: dict[str, str | int] = {"profile": name}
    if before.layout.source is not layout.source:
        source = before.layout.source.value
        raise UserError([Fault(FaultCode.PROFILE_OTHER_SOURCE, {**params, "source": source})])
    if before.layout == layout:
        raise UserError([Fault(FaultCode.PROFILE_SAME, {**params, "version": before.version})])


def _find(saved: Sequence[ProfileRecord], name: str) -> ProfileRecord:
    found = next((record for record in saved if record.name == name), None)
    if found is None:
        names = ", ".join(sorted(record.name for record in saved))
        raise UserError([Fault(FaultCode.PROFILE_UNKNOWN, {"profile": name, "profiles": names})])
    return found
