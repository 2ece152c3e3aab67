"""A report goes through JSON and comes back the same."""

import json

from hypothesis import given
from hypothesis import strategies as st

from bemanning.services.file_report import FileReport
from bemanning.services.report_record import read_report, report_record
from tests.builders import loading, profiles


@given(st.builds(FileReport))
def test_any_report_comes_back_the_same(report: FileReport) -> None:
    assert read_report(json.loads(json.dumps(report_record(report)))) == report


def test_a_report_with_everything_in_it_comes_back_the_same() -> None:
    for report in (loading.report(load_id=3), loading.rejected_report(), loading.report(seen=profiles.SEEN)):
        assert read_report(json.loads(json.dumps(report_record(report)))) == report


def test_one_from_before_there_were_profiles_is_read() -> None:
    record = json.loads(json.dumps(report_record(loading.report())))
    del record["seen"], record["profile_version"]
    assert read_report(record) == loading.report()
