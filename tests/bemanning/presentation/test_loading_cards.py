"""A sent file's card: how it stands, what it changes, and what can be done, for every kind of job."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from bemanning.domain.faults import Fault, FaultCode
from bemanning.domain.job import JobKind, JobStage, JobStatus
from bemanning.domain.vocabulary import MonthStatus, Source
from bemanning.presentation.loading_card import job_card
from bemanning.presentation.loading_context import LoadingContext, loading_context
from bemanning.presentation.loading_jobs import JobsUpdate, jobs_panel, jobs_update, seen
from bemanning.presentation.loading_stages import stage_steps
from bemanning.presentation.loading_standing import Standing, standing
from bemanning.presentation.loading_words import size_text
from bemanning.presentation.numbers import NBSP
from bemanning.services.file_report import FileReport, Outcome
from bemanning.services.job import Job
from tests.builders import loading
from tests.builders.loading import job, rejected_report, report
from tests.builders.seen import by_class, by_type, parts, text
from tests.builders.services import BuiltServices

SERVICES = BuiltServices()
CONTEXT = loading_context(SERVICES.month_strip(), SERVICES.loads(), SERVICES.months())
ONE_SCOPE = LoadingContext({"OS": "Sjukhuset"}, CONTEXT.loads, CONTEXT.months)
KNOWN = report(warnings=(Fault(FaultCode.SAME_CONTENT, {"load": 1, "file": "a.xlsx"}),), changes=())


def rejected(*codes: FaultCode, **changes: Any) -> FileReport:
    return report(outcome=Outcome.REJECTED, faults=tuple(Fault(code) for code in codes), **changes)


def forms(component: object) -> dict[str, dict[str, str]]:
    """What can be done: each form's path with the last part alone, and its fields."""
    found = [part for part in by_type(component, "Form") if hasattr(part, "data-action")]
    return {getattr(form, "data-action").split("/")[-1]: json.loads(getattr(form, "data-fields")) for form in found}


def card(shown: Job, context: LoadingContext = CONTEXT) -> Any:
    return job_card(shown, context)


@pytest.mark.parametrize(
    ("shown", "stands", "words", "can"),
    [
        (job(status=JobStatus.WAITING, report=None), Standing.WAITING, "Väntar", {"avbryt"}),
        (
            job(status=JobStatus.RUNNING, stage=JobStage.READING, report=None),
            Standing.RUNNING, "Kontrolleras", {"avbryt"},
        ),
        (
            job(kind=JobKind.LOAD, status=JobStatus.RUNNING, stage=JobStage.WRITING, report=None),
            Standing.RUNNING, "Läses in", {"avbryt"},
        ),
        (job(), Standing.READY, "Kan läsas in", {"bekrafta", "kontrollera", "slang"}),
        (job(report=KNOWN), Standing.KNOWN, "Redan inläst", {"bekrafta", "slang"}),
        (job(report=replace(KNOWN, source=Source.HEROMA)), Standing.KNOWN, "Redan inläst", {"slang"}),
        (job(report=rejected_report()), Standing.REJECTED, "Kan inte läsas in", {"slang"}),
        (job(report=report(load_id=2), has_file=False), Standing.LOADED, "Inläst", {"angra", "slang"}),
        (job(report=report(load_id=1), has_file=False), Standing.UNDONE, "Ångrad", {"slang"}),
        (job(status=JobStatus.CANCELLED, report=None), Standing.CANCELLED, "Avbruten", {"kontrollera", "slang"}),
        (
            job(status=JobStatus.INTERRUPTED, report=None),
            Standing.INTERRUPTED, "Avbröts oväntat", {"kontrollera", "slang"},
        ),
        (job(status=JobStatus.DONE, report=None), Standing.INTERRUPTED, "Avbröts oväntat", {"kontrollera", "slang"}),
    ],
)  # fmt: skip
def test_a_card_says_how_the_file_stands_and_what_can_be_done(
    shown: Job, stands: Standing, words: str, can: set[str]
) -> None:
    assert standing(shown, CONTEXT) is stands
    assert text(by_class(card(shown), "chip")[0]) == words
    assert set(forms(card(shown))) == can


def test_every_built_job_has_a_card_with_a_heading_that_names_it() -> None:
    for shown in loading.jobs():
        article = card(shown)
        (heading,) = by_type(article, "H3")
        assert getattr(article, "aria-labelledby") == heading.id
        assert text(heading) == shown.file_name


@pytest.mark.parametrize(
    ("shown", "states"),
    [
        (job(status=JobStatus.WAITING, report=None), ["done", "left", "left", "left"]),
        (job(status=JobStatus.RUNNING, stage=JobStage.READING, report=None), ["done", "now", "left", "left"]),
        (job(status=JobStatus.RUNNING, stage=JobStage.COMPARING, report=None), ["done", "done", "now", "left"]),
        (job(status=JobStatus.RUNNING, stage=JobStage.WRITING, report=None), ["done", "done", "done", "now"]),
        (job(), ["done", "done", "done", "left"]),
        (job(report=report(load_id=2)), ["done", "done", "done", "done"]),
        (job(report=rejected_report()), []),
        (job(status=JobStatus.CANCELLED, report=None), []),
    ],
)
def test_steps_tell_how_far_it_has_come(shown: Job, states: list[str]) -> None:
    steps = by_class(stage_steps(shown, standing(shown, CONTEXT)), "step")
    assert [step.className.removeprefix("step step-") for step in steps] == states
    assert [getattr(step, "aria-current", None) for step in steps].count("step") == states.count("now")


def test_a_confirmed_file_is_loaded_with_the_options_that_it_was_checked_with() -> None:
    shown = job(6, scope="PV", allow_erase=True, month_status=MonthStatus.PRELIMINARY)
    assert forms(card(shown))["bekrafta"] == {"jobb": "6", "omfattning": "PV", "tillat_borttag": "ja"}
    (group,) = by_type(card(shown), "RadioGroup")
    assert (group.name, group.value) == ("status", "preliminary")
    assert [radio.value for radio in by_type(group, "Radio")] == ["open", "preliminary"]
    assert "ta bort det som saknas" in text(card(shown))
    assert forms(card(job(7)))["bekrafta"] == {"jobb": "7", "omfattning": ""}


def test_the_scope_is_offered_where_there_are_several() -> None:
    (select,) = by_type(card(job(scope="OS")), "Select")
    assert [option["value"] for option in select.data] == ["", "PV", "OS", "TAND"]
    assert (select.name, select.value) == ("omfattning", "OS")
    assert "omfattning" not in forms(card(job(scope="OS")))["kontrollera"]
    assert by_type(card(job(), ONE_SCOPE), "Select") == []


@pytest.mark.parametrize(
    ("codes", "words", "can"),
    [
        ((FaultCode.MONTH_CLOSED,), "Öppna månaden", {"kontrollera"}),
        ((FaultCode.WOULD_ERASE,), "tillåt nedan", {"kontrollera"}),
        ((FaultCode.LOADED_SINCE_CHECK,), "läs in den när du har sett", {"kontrollera"}),
        ((FaultCode.SCOPE_OTHER,), "Välj nedan", {"kontrollera"}),
        ((FaultCode.JOB_FAILED,), "ligger i programmet", {"kontrollera"}),
        ((FaultCode.KEY_MISSING,), "Rätta det som står nedan", set()),
        ((FaultCode.KEY_MISSING, FaultCode.WOULD_ERASE), "Rätta det som står nedan", set()),
        ((FaultCode.WOULD_ERASE, FaultCode.MONTH_CLOSED), "Rätta det som står nedan", {"kontrollera"}),
    ],
)
def test_a_refused_file_says_what_to_do(codes: tuple[FaultCode, ...], words: str, can: set[str]) -> None:
    shown = card(job(report=rejected(*codes)), ONE_SCOPE)
    assert words in text(by_class(shown, "job-next"))
    assert set(forms(shown)) == {*can, "slang"}


def test_erasing_is_allowed_only_where_it_is_what_hinders() -> None:
    allowed = [
        json.loads(getattr(form, "data-fields"))
        for form in by_type(card(job(3, report=rejected(FaultCode.WOULD_ERASE))), "Form")
    ]
    assert [fields for fields in allowed if "tillat_borttag" in fields] == [
        {"jobb": "3", "omfattning": "", "status": "open", "tillat_borttag": "ja"}
    ]
    assert "tillat_borttag" not in str(forms(card(job(report=rejected(FaultCode.MONTH_CLOSED)))))


def test_where_scopes_are_the_trouble_one_is_chosen_at_once() -> None:
    shown = card(job(report=rejected(FaultCode.SCOPE_OTHER)))
    assert by_type(by_class(shown, "job-forms"), "Details") == []
    assert len(by_type(shown, "Select")) == 1


def test_without_the_file_it_is_to_be_sent_again() -> None:
    shown = card(job(status=JobStatus.CANCELLED, report=None, has_file=False))
    assert "skicka den igen" in text(shown)
    assert set(forms(shown)) == {"slang"}


def test_what_was_loaded_leads_to_its_latest_month_and_back_out_of_it() -> None:
    shown = card(job(report=report(load_id=3), has_file=False))
    assert "/?manad=2018-12" in [link.href for link in by_type(shown, "Link")]
    assert forms(shown)["angra"] == {"inlasning": "3"}
    assert "jan–dec 2018 går tillbaka till inläsning 2" in text(shown).lower()
    unknown = card(job(report=report(load_id=99), has_file=False))
    assert "angra" not in forms(unknown)


@pytest.mark.parametrize(("size", "words"), [(0, "1 kB"), (655_360, "640 kB"), (1_482_240, "1,4 MB")])
def test_sizes(size: int, words: str) -> None:
    assert size_text(size).replace(NBSP, " ") == words


def interval(panel: object) -> Any:
    (found,) = by_type(panel, "Interval")
    return found


def test_jobs_are_asked_after_only_while_something_goes_on() -> None:
    running, done = job(2, status=JobStatus.RUNNING, stage=JobStage.READING, report=None), job(1)
    assert interval(jobs_panel([running, done], CONTEXT)).disabled is False
    assert interval(jobs_panel([done], CONTEXT)).disabled is True
    (first, *_) = parts(jobs_panel([], CONTEXT))
    assert getattr(first, "hidden", None) is True


def updated(before: list[Job], now: list[Job]) -> JobsUpdate:
    return jobs_update(now, CONTEXT, seen(before))


def test_only_what_changed_is_drawn_and_said() -> None:
    reading = job(2, status=JobStatus.RUNNING, stage=JobStage.READING, report=None)
    comparing = replace(reading, stage=JobStage.COMPARING)
    update = updated([reading, job(1)], [comparing, job(1)])
    assert list(update.cards) == [2]
    assert update.said == "huvudbok-pv-2018-12.xlsx: Filen jämförs med det som är inläst."
    assert (update.is_new_list, update.is_any_active) == (False, True)
    ended = updated([comparing], [job(2)])
    assert ended.said == "huvudbok-pv-2018-12.xlsx: Kan läsas in."
    assert (ended.is_new_list, ended.is_any_active) == (False, False)


def test_a_file_that_came_went_or_was_loaded_draws_the_screen_anew() -> None:
    loading_now = job(2, kind=JobKind.LOAD, status=JobStatus.RUNNING, stage=JobStage.WRITING, report=None)
    loaded = job(2, kind=JobKind.LOAD, report=report(load_id=2))
    assert updated([loading_now], [loaded]).is_new_list
    assert updated([job(1)], [job(2), job(1)]).is_new_list
    assert updated([job(1), job(2)], [job(1)]).is_new_list


def test_each_card_has_a_place_of_its_own() -> None:
    panel = jobs_panel(loading.jobs(), CONTEXT)
    ids = [getattr(part, "id", None) for part in parts(panel)]
    places = [each["job"] for each in ids if isinstance(each, dict) and each["type"] == "loading-card"]
    assert places == [each.id for each in loading.jobs()]
