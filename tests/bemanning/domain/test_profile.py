from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bemanning.domain.profile import (
    LONGEST_NAME,
    PERSONAL,
    Layout,
    Profile,
    ReadBy,
    Seen,
    corrected,
    is_profile_name,
    read_choice,
    read_layout,
    read_profile,
    read_seen,
    record_of,
)
from bemanning.domain.vocabulary import Source

COLUMNS = (("Konto", "account"), ("Konto", ""), ("Avd", "ansvar"), ("Kr", "actual"), ("jan-18", "month_column"))
LAYOUT = Layout(
    Source.LEDGER, COLUMNS, sheets=("A", "Å"), unit="tkr", overruled="kr", is_flipped=True, scope="PV", period="2018",
    row=4, words=(("employment", "Lån", "own"),),
)  # fmt: skip
SEEN = Seen(
    Source.LEDGER, (*COLUMNS, ("Namn", PERSONAL)), row=3, sheet="A", sheets=("A", "B"), read=("A",),
    units=("kr", "mkr"), unit="tkr", layout=LAYOUT, profile="P", is_whole=True, is_either=True,
)  # fmt: skip


@pytest.mark.parametrize("seen", [SEEN, Seen(None, (), 1)])
def test_what_was_seen_comes_through_json(seen: Seen) -> None:
    assert read_seen(json.loads(json.dumps(record_of(seen)))) == seen


@pytest.mark.parametrize("choice", [ReadBy(), ReadBy(Source.HEROMA, "P"), ReadBy(layout=LAYOUT)])
def test_a_choice_comes_through_json(choice: ReadBy) -> None:
    assert read_choice(json.loads(json.dumps(record_of(choice)))) == choice


def test_a_profile_comes_through_json() -> None:
    profile = Profile("P", 3, LAYOUT)
    assert read_profile(json.loads(json.dumps(record_of(profile)))) == profile
    assert read_layout(json.loads(json.dumps(record_of(LAYOUT)))) == LAYOUT


def test_a_layout_from_before_it_could_say_something_is_read() -> None:
    record = json.loads(json.dumps(record_of(replace(LAYOUT, row=0, words=()))))
    del record["row"], record["words"]
    assert read_layout(record) == replace(LAYOUT, row=0, words=())


def test_a_file_must_have_what_is_read_and_nothing_else() -> None:
    columns = (*COLUMNS, ("S", "total"), ("A", "cumulative"), ("N", "name"), ("L", "supplier"))
    needed = [heading for heading, _ in replace(LAYOUT, columns=columns).needed]
    assert needed == ["Konto", "Avd", "Kr", "L"]


class TestAsLayout:
    """What is saved of how a file was read."""

    def test_a_file_that_was_not_understood_has_nothing_to_save(self) -> None:
        assert replace(SEEN, is_whole=False).as_layout() is None
        assert replace(SEEN, source=None).as_layout() is None

    def test_read_by_the_tables_it_is_its_headings(self) -> None:
        assert replace(SEEN, layout=None).as_layout() == Layout(Source.LEDGER, COLUMNS)

    def test_what_was_said_is_kept_and_what_the_file_itself_said(self) -> None:
        assert SEEN.as_layout() == replace(LAYOUT, overruled="kr, mkr", period="", row=0)

    def test_where_nobody_set_the_unit_nothing_was_overruled(self) -> None:
        seen = replace(SEEN, layout=replace(LAYOUT, unit=""))
        assert seen.as_layout() == replace(LAYOUT, unit="", overruled="", period="", row=0)


class TestCorrected:
    """Headings taken for something else than they were."""

    def test_the_rest_is_as_it_was_seen(self) -> None:
        layout = corrected(SEEN, Source.LEDGER, {0: "", 1: "account"})
        assert layout == replace(LAYOUT, columns=(("Konto", ""), ("Konto", "account"), *COLUMNS[2:]))

    def test_of_a_file_that_nothing_knows(self) -> None:
        seen = Seen(None, (("X", ""), ("Y", "")), 1)
        assert corrected(seen, Source.HEROMA, {1: "hours"}) == Layout(Source.HEROMA, (("X", ""), ("Y", "hours")))

    def test_a_field_that_the_source_has_not_is_left(self) -> None:
        assert corrected(SEEN, Source.HEROMA, {0: "hours", 2: "unit"}).columns == (
            ("Konto", "hours"), ("Konto", ""), ("Avd", "unit"), ("Kr", ""), ("jan-18", ""),
        )  # fmt: skip

    def test_personal_data_is_never_asked_for(self) -> None:
        assert all(heading != "Namn" for heading, _ in corrected(SEEN, Source.LEDGER, {5: "supplier"}).columns)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Raindance", True), ("Åre 2", True), ("1", True), ("x" * LONGEST_NAME, True),
        ("", False), ("-", False), (" x", False), ("a:b", False), ("a\nb", False), ("x" * (LONGEST_NAME + 1), False),
    ],
)  # fmt: skip
def test_what_a_profile_can_be_called(name: str, is_one: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert is_profile_name(name) is is_one
