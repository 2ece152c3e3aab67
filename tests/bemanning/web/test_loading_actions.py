"""What Inläsning's forms do, and what they say of it."""

from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.services.ingest import LoadOptions, Undone
from bemanning.services.month_status import MonthsChoice
from bemanning.web.actions import Done
from bemanning.web.loading_actions import LOADING_ACTIONS
from tests.builders.services import BuiltServices

ACTOR = Actor("Kim", "skärm")
DECEMBER = Month(2018, 12)


def act(path: str, *fields: tuple[str, str]) -> tuple[str, list[tuple[object, ...]]]:
    """Post fields to a path under /inlasning/; give what is said and what was done."""
    services = BuiltServices()
    done: Done = LOADING_ACTIONS[f"/inlasning/{path}"](services, ACTOR, MultiDict(fields))
    assert done.href is None
    return done.message, services.done


@pytest.mark.parametrize(
    ("fields", "options"),
    [
        ([], LoadOptions()),
        ([("omfattning", ""), ("tillat_borttag", ""), ("status", "open")], LoadOptions()),
        (
            [("omfattning", "PV"), ("tillat_borttag", "ja"), ("status", "preliminary")],
            LoadOptions("PV", allow_erase=True, status=MonthStatus.PRELIMINARY),
        ),
        # Closing is done when the month is right, never by a file.
        ([("status", "closed")], LoadOptions()),
    ],
)
def test_a_checked_file_is_loaded_or_checked_again(fields: list[tuple[str, str]], options: LoadOptions) -> None:
    message, done = act("bekrafta", ("jobb", "6"), *fields)
    assert (message, done) == (
        "Inläsningen av huvudbok-pv-2018-12.xlsx har börjat.",
        [("confirm_job", 6, options, ACTOR)],
    )
    message, done = act("kontrollera", ("jobb", "5"), *fields)
    assert (message, done) == ("heroma-2018-12.csv kontrolleras igen.", [("check_again", 5, options, ACTOR)])


def test_a_job_is_cancelled_and_a_file_discarded() -> None:
    message, done = act("avbryt", ("jobb", "9"))
    assert (message, done) == (
        "huvudbok-os-2018-12.xlsx är avbruten. Ingenting har lästs in.",
        [("cancel_job", 9, ACTOR)],
    )
    assert act("slang", ("jobb", "4")) == ("Filen är borttagen ur listan.", [("discard_job", 4)])


def test_a_load_is_undone() -> None:
    message, done = act("angra", ("inlasning", "2"))
    assert done == [("undo", 2, ACTOR)]
    assert message == (
        "Inläsning 2 är ångrad. Det som gällde före den gäller igen (nov–dec\u00a02018). "
        "Stängda månader som öppnades: nov\u00a02018."
    )


@pytest.mark.parametrize(
    ("undone", "words"),
    [
        (Undone([DECEMBER], []), "gäller igen (dec\u00a02018)."),
        (Undone([], []), "Den gällde inte längre för någon månad, så inga siffror ändrades."),
    ],
)
def test_what_undoing_changed_is_told(undone: Undone, words: str) -> None:
    class Services(BuiltServices):
        def undo(self, load_id: int, actor: Actor) -> Undone:
            assert (load_id, actor) == (2, ACTOR)
            return undone

    done = LOADING_ACTIONS["/inlasning/angra"](Services(), ACTOR, MultiDict([("inlasning", "2")]))
    assert done.message.endswith(words)


@pytest.mark.parametrize(
    ("months", "status", "words"),
    [
        # The built months: 2017 closed, 2018 open, December 2018 preliminary.
        ("2018-12", "open", "Märkt som slutligt: dec 2018."),
        ("2017-12", "open", "Öppnat för nya filer: dec 2017."),
        ("2017-12 2018-11 2018-12", "open", "Märkt som slutligt: dec 2018. Öppnat för nya filer: dec 2017."),
        ("2018-10 2018-11", "open", "Ingenting att ändra: okt–nov 2018 hade redan den statusen."),
        ("2018-11 2018-12", "preliminary", "Märkt som preliminärt: nov 2018."),
        ("2017-12", "preliminary", "Märkt som preliminärt: dec 2017. Öppnat för nya filer: dec 2017."),
        ("2018-11 2018-12", "closed", "Stängt för nya filer: nov–dec 2018."),
        ("2017-12", "closed", "Ingenting att ändra: dec 2017 hade redan den statusen."),
    ],
)
def test_what_marking_months_changed_is_told(months: str, status: str, words: str) -> None:
    message, _ = act("manadsstatus", *(("manad", month) for month in months.split()), ("status", status))
    assert message.replace("\u00a0", " ") == words


def test_the_months_of_a_source_and_scope_are_marked_or_of_all() -> None:
    months = [("manad", "2018-12"), ("manad", "2018-11"), ("status", "closed")]
    chosen = frozenset({Month(2018, 11), DECEMBER})
    _, done = act("manadsstatus", *months)
    assert done == [("set_month_status", MonthsChoice(chosen), MonthStatus.CLOSED, ACTOR)]
    _, done = act("manadsstatus", *months, ("kalla", "ledger"), ("omfattning", "PV"))
    assert done[0][1] == MonthsChoice(chosen, Source.LEDGER, "PV")


@pytest.mark.parametrize(
    ("path", "fields", "code"),
    [
        ("bekrafta", [], FaultCode.JOB_UNKNOWN),
        ("bekrafta", [("jobb", "9")], FaultCode.JOB_ACTIVE),
        ("kontrollera", [("jobb", "x")], FaultCode.JOB_UNKNOWN),
        ("avbryt", [("jobb", "-1")], FaultCode.JOB_UNKNOWN),
        ("avbryt", [("jobb", "6")], FaultCode.JOB_ENDED),
        ("slang", [("jobb", "²")], FaultCode.JOB_UNKNOWN),
        ("slang", [("jobb", "9" * 30)], FaultCode.JOB_UNKNOWN),
        ("angra", [("inlasning", "")], FaultCode.LOAD_UNKNOWN),
        ("manadsstatus", [("status", "closed")], FaultCode.MONTH_TEXT),
        ("manadsstatus", [("manad", "2018-12"), ("status", "stängd")], FaultCode.CHOICE_TEXT),
        ("manadsstatus", [("manad", "2018-12"), ("status", "open"), ("kalla", "lön")], FaultCode.CHOICE_TEXT),
        ("manadsstatus", [("manad", "2018-13"), ("status", "closed")], FaultCode.MONTH_TEXT),
        ("manadsstatus", [("manad", "2030-01"), ("status", "closed")], FaultCode.MONTH_NOT_LOADED),
    ],
)
def test_what_cannot_be_done_is_refused(path: str, fields: list[tuple[str, str]], code: FaultCode) -> None:
    with pytest.raises(UserError) as caught:
        act(path, *fields)
    assert caught.value.faults[0].code is code
