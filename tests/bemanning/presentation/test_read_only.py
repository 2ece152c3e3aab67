import pytest
from dash import html

from bemanning.presentation.read_only import for_readers
from bemanning.presentation.screen import View
from tests.builders.seen import text


@pytest.mark.parametrize(("told", "words"), [(True, "Du har läsbehörighet"), (False, "")])
def test_a_reader_is_told_where_changing_is_the_point(*, told: bool, words: str) -> None:
    seen = for_readers(View(html.H1("Inläsning"), None), told=told)
    assert text(seen.content).startswith(words or "Inläsning")
    assert text(seen.content).endswith("Inläsning")
