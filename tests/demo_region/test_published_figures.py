"""The spine, end to end: files → store → the published figures, through the commands a user types."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.builders.serving import BEMANNING

PUBLISHED = json.loads((Path(__file__).parents[1] / "golden" / "maluppfyllelse_2018.json").read_text("utf-8"))


def ask_lines(database: str, *arguments: str | Path) -> list[dict[str, Any]]:
    command: list[str | Path] = [BEMANNING, *arguments, "--database", database, "--json"]
    answered = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    return [json.loads(line) for line in answered.stdout.splitlines()]


def ask(database: str, *arguments: str) -> dict[str, Any]:
    (record,) = ask_lines(database, *arguments)
    return record


def plain(cell: str) -> str:
    """Normalise sign and space, nothing else."""
    return cell.replace("\N{MINUS SIGN}", "-").replace("\N{NO-BREAK SPACE}", "")


@pytest.fixture(scope="module")
def goals(demo_database: str) -> dict[str, Any]:
    return ask(demo_database, "goals", "--month", "2018-12")


def test_the_published_cost_table_has_the_same_digits_in_every_cell(goals: dict[str, Any]) -> None:
    found = [[row["printed"][0], *map(plain, row["printed"][1:])] for row in goals["cost_table"]]
    assert found == [row["cells"] for row in PUBLISHED["printed"]]


def test_the_underlying_amounts_are_exact(goals: dict[str, Any]) -> None:
    expected = PUBLISHED["underlying_kr"] | PUBLISHED["totals_kr"]
    for row, printed in zip(goals["cost_table"], PUBLISHED["printed"], strict=True):
        amounts = [row["baseline_ore"], row["previous_ore"], row["current_ore"]]
        assert amounts == [100 * expected[printed["key"]][year] for year in ("2015", "2017", "2018")]


@pytest.mark.parametrize(("profession", "share_pct"), [("nurse", 3.7), ("doctor", 16.7)])
def test_the_shares_are_in_the_middle_of_their_rounding_interval(
    demo_database: str, profession: str, share_pct: float
) -> None:
    record = ask(demo_database, "share", "--profession", profession, "--month", "2018-12")
    assert record["share_pct"] == pytest.approx(share_pct, abs=1e-6)
    assert (record["node"], record["definition"], record["missing_months"]) == ("HS", "total", [])
    then = ask(demo_database, "share", "--profession", profession, "--month", "2018-12", "--organisation", "then")
    assert then["share_pct"] == record["share_pct"]


def test_the_goals_stand_as_the_report_says(goals: dict[str, Any]) -> None:
    found = {goal["key"]: goal for goal in goals["goals"]}
    by_measure = {
        (goal["measure"], goal["profession"], goal["deadline"]): (goal["status"], goal["outcome"])
        for goal in found.values()
    }
    assert by_measure["worked_weeks", "doctor", "2018-12"] == ("met", 610)
    status, weeks = by_measure["worked_weeks", "doctor", "2018-09"]
    assert (status, weeks < 585) == ("met", True)
    assert by_measure["manual", None, "2018-12"] == ("not_met", 49)
    assert [goal["printed"]["outcome"] for goal in found.values() if goal["measure"] == "share_of_total_r12"][:2] == [
        "3,7\N{NO-BREAK SPACE}%",
        "16,7\N{NO-BREAK SPACE}%",
    ]
    (undefined,) = [goal for goal in found.values() if goal["measure"] == "undefined"]
    assert (undefined["status"], undefined["printed"]["status"]) == ("not_evaluable", "kan inte utvärderas")
    assert "definierades aldrig" in undefined["reason"]
    assert {found[key]["profession"] for key in undefined["instead"]} == {"doctor", "nurse"}


def test_december_alone_is_not_a_year(demo_database: str) -> None:
    early = ask(demo_database, "share", "--profession", "nurse", "--month", "2015-11")
    assert (early["share_pct"], early["missing_months"]) == (None, ["2014-12"])


def test_a_file_of_each_kind_again_is_recognised_and_changes_nothing(
    demo_database: str, demo_files: Path, goals: dict[str, Any]
) -> None:
    before = ask_lines(demo_database, "loads")
    assert (len(before), len({month for load in before for month in load["months"]})) == (104, 48)
    of_each = [demo_files / source / f"{source}_hsv_2018-12.xlsx" for source in ("ledger", "heroma")]
    of_each += [demo_files / source / f"{source}_stab_2018.xlsx" for source in ("ledger", "heroma")]
    # None has a number: none was stored.
    assert [file["load"] for file in ask_lines(demo_database, "load", *of_each)] == [None] * 4
    assert ask_lines(demo_database, "loads") == before
    assert ask(demo_database, "goals", "--month", "2018-12") == goals
