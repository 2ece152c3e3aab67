import subprocess
import sys


def test_every_screen_is_measured() -> None:
    options = ("--count", "2", "--users", "2", "--pause", "0", "--visits", "1", "--visit", "/enheter")
    command = [sys.executable, "-m", "tests.benchmarks.screens", "12x1", *options]
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout  # noqa: S603 - our own
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
