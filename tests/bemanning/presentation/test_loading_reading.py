"""How a file was read, on its card: the sentence, the selects, and what can be said, saved and chosen."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.profile import PERSONAL, ReadBy, Seen
from bemanning.domain.vocabulary import Source
from bemanning.presentation.loading_card import job_card
from bemanning.presentation.loading_context import LoadingContext
from bemanning.presentation.loading_preview import recognised
from bemanning.presentation.loading_reading import reading_part, reading_words
from bemanning.presentation.profiles_panel import profiles_panel
from bemanning.services.file_report import FileReport, Outcome
from bemanning.services.job import Job
from tests.builders.loading import job, report
from tests.builders.profiles import COLUMNS, LAYOUT, RECOGNISED, SEEN, UNKNOWN, record, versions
from tests.builders.seen import by_class, by_type, rows, text

NAMES = {"PV": "Primärvården", "OS": "Sjukhuset"}
CONTEXT = LoadingContext(NAMES, (), (), versions())
PLAIN = LoadingContext({"OS": "Sjukhuset"}, (), ())
HEROMA = Seen(Source.HEROMA, (("Enhet", "unit"), ("Tid", "hours")), row=1, is_whole=True)
WIDE = replace(RECOGNISED, columns=(*COLUMNS[:2], ("jan-19", "month_column"), ("feb-19", "month_column")), read=())


def shown(seen: Seen | None, **changes: Any) -> Job:
    return job(report=report(seen=seen), **changes)


def moved(*codes: FaultCode, seen: Seen = UNKNOWN) -> FileReport:
    faults = tuple(Fault(code) for code in codes)
    return report(outcome=Outcome.REJECTED, faults=faults, per_month={}, seen=seen)


def selects(component: object) -> dict[str, tuple[str, Any]]:
    """Name → the chosen value, and what it is called: by its label, or as screen readers say it."""
    return {
        select.name: (select.value, getattr(select, "label", None) or getattr(select, "aria-label"))
        for select in by_type(component, "Select")
    }


def forms(component: object) -> list[tuple[str, dict[str, str]]]:
    found = by_type(component, "Form")
    return [(getattr(form, "data-action").split("/")[-1], json.loads(getattr(form, "data-fields"))) for form in found]


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (RECOGNISED, "blad Utfall, belopp i tkr, 4 av 6 kolumner."),
        (SEEN, "profilen Raindance PV, version 3, blad Utfall, belopp i tkr, vänt tecken, 4 av 6 kolumner."),
        (WIDE, "belopp i tkr, 2 av 2 kolumner, 2 månader som kolumner."),
        (replace(WIDE, columns=WIDE.columns[:3]), "belopp i tkr, 2 av 2 kolumner, 1 månad som kolumn."),
        (HEROMA, "2 av 2 kolumner."),
        (UNKNOWN, "rubrikerna på rad 2 räckte inte för att förstå den."),
    ],
)
def test_it_is_said_in_a_sentence(seen: Seen, words: str) -> None:
    assert reading_words(report(seen=seen, profile_version=3)) == words


@pytest.mark.parametrize(
    "hidden",
    [job(report=None), shown(None), job(report=report(seen=SEEN, load_id=2)), shown(SEEN, has_file=False)],
    ids=["no report", "no headings", "loaded", "no file"],
)
def test_there_is_nothing_to_say_of_what_can_not_be_read_again(hidden: Job) -> None:
    assert reading_part(hidden, CONTEXT) == []


def test_a_file_that_was_not_understood_stands_open_on_its_card() -> None:
    card = job_card(job(report=moved(FaultCode.HEADINGS_UNKNOWN)), CONTEXT)
    (part,) = by_class(card, "reading")
    assert part.open is True
    assert "Säg nedan vilken kolumn som är vilken" in text(card)
    (closed,) = by_class(job_card(shown(RECOGNISED), CONTEXT), "reading")
    assert closed.open is False


def test_each_heading_has_its_field_and_what_is_not_read_is_folded() -> None:
    (part,) = reading_part(shown(RECOGNISED), PLAIN)
    tables = by_class(part, "reading-headings")
    assert [[row[0] for row in rows(table)] for table in tables] == [
        ["Rubrik i filen", "Konto nr", "Enhetsnr", "Per", "Belopp"],
        ["Rubrik i filen", "Handläggare", "Status"],
    ]
    assert rows(tables[1])[1] == ["Handläggare", "Personuppgift, läses aldrig"]
    found = selects(part)
    assert found["rubrik_0"] == ("account", "Konto nr läses som")
    assert found["rubrik_5"] == ("-", "Status läses som")
    assert "rubrik_4" not in found, "a person's data can't be asked for"
    assert "2 rubriker till, som inte läses eller är månader" in text(part)


def test_a_field_is_one_of_the_source() -> None:
    (part,) = reading_part(shown(HEROMA), PLAIN)
    values = [item["value"] for item in by_type(part, "Select")[0].data]
    assert values[0] == "-"
    assert "employment" in values
    assert "account" not in values
    assert set(selects(part)) == {"rubrik_0", "rubrik_1"}, "hours have no unit, sign or period to say"


def test_one_that_could_be_either_is_asked_for_its_source_first() -> None:
    (part,) = reading_part(job(report=moved(FaultCode.HEADINGS_UNKNOWN)), PLAIN)
    found = selects(part)
    assert found["kalla"] == ("ledger", "Filen kommer från")
    data = by_type(part, "Select")[0].data
    assert [item["value"] for item in data if "value" in item] == ["-", "month", "year", "supplier", "name"]
    groups = {item["group"]: [each["value"] for each in item["items"]] for item in data if "group" in item}
    assert groups["Ekonomi"][:2] == ["account", "ansvar"]
    assert groups["Heroma"][:2] == ["unit", "code"]
    either = replace(RECOGNISED, is_whole=False, is_either=True)
    assert (
        selects(reading_part(job(report=moved(FaultCode.SOURCE_AMBIGUOUS, seen=either)), PLAIN))["kalla"][0] == "ledger"
    )


def test_everything_that_was_said_is_shown() -> None:
    layout = replace(LAYOUT, sheets=("Utfall", "Noter"), period="2018")
    (part,) = reading_part(shown(replace(SEEN, layout=layout)), CONTEXT)
    found = {name: value for name, (value, _) in selects(part).items()}
    assert (found["enhet"], found["vand_tecken"], found["omfattning"]) == ("tkr", "ja", "PV")
    assert [field.value for field in by_type(part, "TextInput")] == ["2018", "3"]
    (sheets,) = by_type(part, "MultiSelect")
    assert (sheets.name, sheets.data, sheets.value) == ("blad", ["Utfall", "Noter"], ["Utfall", "Noter"])
    gone = shown(replace(SEEN, layout=replace(LAYOUT, sheets=("Utfall", "Borta"))))
    assert by_type(reading_part(gone, CONTEXT), "MultiSelect")[0].value == ["Utfall"]


def test_unsaid_it_is_as_the_file_says() -> None:
    (part,) = reading_part(shown(replace(RECOGNISED, units=("tkr",))), CONTEXT)
    found = {name: value for name, (value, _) in selects(part).items()}
    assert (found["enhet"], found["vand_tecken"], found["omfattning"]) == ("", "", "")
    assert by_type(part, "MultiSelect")[0].value == []
    unit = next(select for select in by_type(part, "Select") if select.name == "enhet")
    assert unit.data[0]["label"] == "Som filen säger (tkr)"


def test_of_a_file_that_moved_the_new_headings_are_marked() -> None:
    columns = (*COLUMNS[:3], ("Kr", ""), ("Namn", PERSONAL))
    seen = replace(SEEN, columns=columns, is_whole=False)
    (part,) = reading_part(job(report=moved(FaultCode.PROFILE_MOVED, seen=seen)), CONTEXT)
    assert [text(mark) for mark in by_class(part, "reading-new")] == ["ny"]
    assert "Kr ny" in [row[0] for row in rows(part)]


def test_each_unknown_word_is_asked_for_once_and_stands_open() -> None:
    params: list[dict[str, str | int]] = [
        {"column": "employment", "value": "På lån"}, {"column": "time_kind", "value": "Komp"},
        {"column": "employment", "value": "På lån"},
    ]  # fmt: skip
    faults = (*(Fault(FaultCode.WORD_UNKNOWN, each) for each in params), Fault(FaultCode.NO_ROWS))
    seen = replace(HEROMA, layout=replace(LAYOUT, words=(("time_kind", "Flex", "ordinary"),)))
    (part,) = by_class(
        reading_part(job(report=report(outcome=Outcome.REJECTED, faults=faults, seen=seen)), PLAIN), "reading"
    )
    assert part.open is True
    found = {name: select for name, select in selects(part).items() if name.startswith("ord_")}
    assert found == {
        "ord_0": ("time_kind ordinary Flex", "Flex (tidstyp) betyder"),
        "ord_1": ("", "På lån (anställningsform) betyder"),
        "ord_2": ("", "Komp (tidstyp) betyder"),
    }
    word = next(select for select in by_type(part, "Select") if select.name == "ord_1")
    assert [item["value"] for item in word.data] == ["", "employment own På lån", "employment external På lån"]
    assert "1 eget ord" in text(part)


class TestForms:
    """What each form sends beside its own controls."""

    def test_reading_again_keeps_the_name_that_it_was_held_against(self) -> None:
        for shown_job, name in (
            (shown(SEEN), "Raindance PV"),
            (shown(RECOGNISED, reading=ReadBy(profile="R", layout=LAYOUT)), "R"),
            (shown(RECOGNISED, reading=ReadBy(profile="-")), ""),
            (shown(RECOGNISED), ""),
        ):
            assert forms(reading_part(shown_job, PLAIN))[0] == ("las-om", {"jobb": "1", "profilnamn": name})

    def test_what_read_the_file_can_be_saved(self) -> None:
        part = reading_part(shown(RECOGNISED, reading=ReadBy(profile="R", layout=LAYOUT)), PLAIN)
        assert forms(part)[1] == ("spara", {"jobb": "1"})
        assert [field.value for field in by_type(part, "TextInput") if field.name == "profilnamn"] == ["R"]

    @pytest.mark.parametrize(
        "unsaved",
        [shown(SEEN), job(report=moved(FaultCode.HEADINGS_UNKNOWN)), job(report=report(seen=RECOGNISED, per_month={}))],
        ids=["saved already", "not understood", "not read to its end"],
    )
    def test_what_did_not_or_is_saved_can_not(self, unsaved: Job) -> None:
        assert "spara" not in dict(forms(reading_part(unsaved, PLAIN)))

    def test_another_profile_can_be_chosen_where_there_are_any(self) -> None:
        part = reading_part(shown(SEEN, reading=ReadBy(profile="Raindance PV")), CONTEXT)
        assert forms(part)[-1] == ("las-om", {"jobb": "1"})
        choice = by_type(part, "Select")[-1]
        assert [item["value"] for item in choice.data] == ["=", "Raindance PV", "-"]
        assert choice.value == "Raindance PV"
        assert len(forms(reading_part(shown(SEEN), PLAIN))) == 1

    @pytest.mark.parametrize("reading", [None, ReadBy(layout=LAYOUT, profile="Raindance PV")])
    def test_a_correction_is_no_choice_of_profile(self, reading: ReadBy | None) -> None:
        part = reading_part(shown(SEEN, reading=reading), CONTEXT)
        assert by_type(part, "Select")[-1].value == "="

    def test_where_several_fit_choosing_comes_first(self) -> None:
        seen = replace(SEEN, is_whole=False)
        part = reading_part(job(report=moved(FaultCode.PROFILE_SEVERAL, seen=seen)), CONTEXT)
        assert selects(by_type(part, "Form")[0]) == {"profil": ("=", "Läs efter profil")}


def test_the_profile_that_read_a_file_is_named_among_its_facts() -> None:
    facts = text(recognised(report(seen=SEEN, profile="Raindance PV", profile_version=2), NAMES))
    assert "Profil Raindance PV, version 2" in facts


class TestPanel:
    """Every saved profile, with its versions."""

    def test_there_is_none_before_the_first(self) -> None:
        assert profiles_panel(PLAIN) == []

    def test_each_is_told_and_its_versions_listed(self) -> None:
        (panel,) = profiles_panel(CONTEXT)
        table = rows(panel)
        assert [row[0] for row in table if len(row) > 1] == ["Profil", "Heroma", "Raindance PV"]
        assert table[3][1:] == [
            "Ekonomi",
            (
                "Konto nr = konto, Enhetsnr = ansvar, Per = period, Belopp = utfall "
                "belopp i tkr, vänt tecken, omfattar Primärvården"
            ),
            "Version 2 10 jan 2019 10:00, Karin Ek",
        ]
        assert "Borttagen 10 jan" in table[1][3]
        lists = by_type(panel, "Ol")
        assert [len(each.children) for each in lists] == [1, 2]

    def test_one_that_holds_can_be_removed(self) -> None:
        assert forms(profiles_panel(CONTEXT)) == [("ta-bort", {"profilnamn": "Raindance PV"})]

    def test_sheets_and_what_the_file_says_are_told(self) -> None:
        layout = replace(LAYOUT, sheets=("A", "B"), unit="", is_flipped=False, scope="")
        (panel,) = profiles_panel(replace(CONTEXT, profiles=[record(layout=layout)]))
        assert "blad A, B, belopp som filen säger" in text(panel)
