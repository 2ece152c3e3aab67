"""What the forms under Så lästes filen do, and what they say of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from werkzeug.datastructures import MultiDict

from bemanning.domain.actor import Actor
from bemanning.domain.errors import UserError
from bemanning.domain.faults import FaultCode
from bemanning.domain.profile import NO_PROFILE, Layout, ReadBy, Seen
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.services.ingest import LoadOptions
from bemanning.services.job import Job
from bemanning.web.reading_actions import READING_ACTIONS
from tests.builders import loading
from tests.builders.profiles import COLUMNS, LAYOUT, RECOGNISED, UNKNOWN
from tests.builders.services import BuiltServices

ACTOR = Actor("Kim", "skärm")


class OneFile(BuiltServices):
    """One checked file, seen so."""

    def __init__(self, seen: Seen | None) -> None:
        super().__init__()
        self._seen = seen

    def jobs(self) -> tuple[Job, ...]:
        report = loading.report(seen=self._seen)
        return (loading.job(6, report=report, scope="PV", allow_erase=True, month_status=MonthStatus.PRELIMINARY),)


def act(path: str, *fields: tuple[str, str], seen: Seen | None = RECOGNISED) -> tuple[str, list[tuple[object, ...]]]:
    """Post fields to a path under /inlasning/; give what is said and what was done."""
    services = OneFile(seen)
    done = READING_ACTIONS[f"/inlasning/{path}"](services, ACTOR, MultiDict(fields))
    assert done.href is None
    return done.message, services.done


def read_by(*fields: tuple[str, str], seen: Seen | None = RECOGNISED) -> ReadBy:
    """What the file is read by anew; the rest is as it was, but the scope, which is part of how it is read."""
    message, ((method, number, options, actor),) = act("las-om", ("jobb", "6"), *fields, seen=seen)
    assert (message, method, number, actor) == ("huvudbok-pv-2018-12.xlsx läses om.", "check_again", 6, ACTOR)
    assert isinstance(options, LoadOptions)
    assert options.reading is not None
    kept = LoadOptions(None, allow_erase=True, status=MonthStatus.PRELIMINARY, reading=options.reading)
    assert options == kept
    return options.reading


@pytest.mark.parametrize(("word", "profile"), [("=", None), ("Raindance PV", "Raindance PV"), ("-", NO_PROFILE)])
def test_a_file_is_read_by_a_profile_or_none(word: str, profile: str | None) -> None:
    assert read_by(("profil", word)) == ReadBy(profile=profile)


def test_a_file_is_read_as_it_was_seen_but_for_what_is_said() -> None:
    columns = (*COLUMNS[:3], ("Belopp", "budget"), ("Status", "actual"))
    assert read_by(("rubrik_3", "budget"), ("rubrik_5", "actual"), ("enhet", ""), ("blad", "")) == ReadBy(
        layout=Layout(Source.LEDGER, columns)
    )


def test_everything_can_be_said() -> None:
    fields = [
        ("enhet", "tkr"), ("vand_tecken", "ja"), ("blad", "Utfall\nNoter"), ("omfattning", "PV"),
        ("period", " 2018-12 "), ("profilnamn", "R"), ("rubrik_2", "-"),
    ]  # fmt: skip
    columns = (*COLUMNS[:2], ("Per", ""), *COLUMNS[3:])
    layout = Layout(
        Source.LEDGER, columns, ("Utfall", "Noter"), unit="tkr", is_flipped=True, scope="PV", period="2018-12"
    )
    assert read_by(*fields) == ReadBy(profile="R", layout=layout)


def test_words_are_told() -> None:
    fields = [("ord_0", "employment external På lån"), ("ord_1", ""), ("ord_2", "time_kind absence Komp")]
    layout = read_by(*fields).layout
    assert layout is not None
    assert layout.words == (("employment", "På lån", "external"), ("time_kind", "Komp", "absence"))


def test_what_was_said_before_and_is_no_more_is_gone() -> None:
    seen = replace(RECOGNISED, layout=replace(LAYOUT, overruled="kr", sheets=("A",), period="2018"))
    assert read_by(seen=seen).layout == Layout(Source.LEDGER, COLUMNS)


def test_a_file_that_nothing_knows_is_told() -> None:
    fields = [("kalla", "heroma"), ("rubrik_0", "unit"), ("rubrik_3", "hours")]
    columns = (("Kto", "unit"), ("Avd", ""), ("P", ""), ("Summa kr", "hours"))
    assert read_by(*fields, seen=UNKNOWN) == ReadBy(layout=Layout(Source.HEROMA, columns))


def test_one_that_could_be_either_is_read_by_the_tables_of_the_other() -> None:
    seen = replace(RECOGNISED, is_whole=False, is_either=True)
    assert read_by(("kalla", "heroma"), ("rubrik_0", "account"), seen=seen) == ReadBy(Source.HEROMA)


@pytest.mark.parametrize(("seen", "source"), [(RECOGNISED, Source.LEDGER), (UNKNOWN, Source.LEDGER)])
def test_another_row_of_headings_leaves_what_was_said_of_those_shown(seen: Seen, source: Source) -> None:
    assert read_by(("rad", " 7 "), ("rubrik_0", "budget"), ("enhet", "tkr"), seen=seen) == ReadBy(
        layout=Layout(source, (), unit="tkr", row=7)
    )


def test_the_same_row_is_no_other() -> None:
    assert read_by(("rad", "3"), ("rubrik_4", "")).layout == Layout(Source.LEDGER, COLUMNS)


@pytest.mark.parametrize("seen", [None, UNKNOWN])
def test_where_nothing_is_known_nothing_is_said(seen: Seen | None) -> None:
    assert read_by(seen=seen) == ReadBy()


@pytest.mark.parametrize(
    ("field", "code"),
    [
        (("period", "2018-13"), FaultCode.MONTH_TEXT),
        (("period", "dec"), FaultCode.MONTH_TEXT),
        (("enhet", "euro"), FaultCode.CHOICE_TEXT),
        (("rubrik_0", "personal"), FaultCode.CHOICE_TEXT),
        (("kalla", "annan"), FaultCode.CHOICE_TEXT),
        (("rad", "0"), FaultCode.CHOICE_TEXT),
        (("ord_0", "employment own"), FaultCode.CHOICE_TEXT),
        (("ord_0", "employment absence x"), FaultCode.CHOICE_TEXT),
        (("ord_0", "unit own x"), FaultCode.CHOICE_TEXT),
        (("jobb", "x"), FaultCode.JOB_UNKNOWN),
    ],
)
def test_what_no_form_offers_is_refused(field: tuple[str, str], code: FaultCode) -> None:
    fields = {"jobb": "6", field[0]: field[1]}
    with pytest.raises(UserError) as caught:
        act("las-om", *fields.items())
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_profile_is_saved_and_removed() -> None:
    assert act("profil/spara", ("jobb", "6"), ("profilnamn", "R")) == (
        "Profilen R är sparad, version 2.",
        [("save_job_profile", "R", 6, ACTOR)],
    )
    assert act("profil/ta-bort", ("profilnamn", "Raindance PV")) == (
        "Profilen Raindance PV är borttagen. Inga fler filer läses efter den.",
        [("withdraw_profile", "Raindance PV", ACTOR)],
    )
