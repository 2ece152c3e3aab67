import pytest

from bemanning.cli.printed import print_goals
from tests.builders.goal_tables import goal_table


def test_goals_are_printed_with_and_without_a_cost_table(capsys: pytest.CaptureFixture[str]) -> None:
    print_goals(goal_table())
    assert "127,9" in capsys.readouterr().out
    print_goals(goal_table(cost_rows=()))
    printed = capsys.readouterr().out
    assert "127,9" not in printed
    assert "ej uppfyllt" in printed
