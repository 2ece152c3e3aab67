import pytest

from tests.benchmarks.screens import main


def test_every_screen_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    main(["12x1", "--count", "2", "--users", "2", "--pause", "0", "--visits", "1", "--visit", "/enheter"])
    printed = capsys.readouterr().out
    for words in (
        "# 12x1",
        "| Översikt |",
        "| Hjälp |",
        "| 2, 0 s apart |",
        "| /enheter |",
        "plotly-1-cartesian",
        "First view",
    ):
        assert words in printed
