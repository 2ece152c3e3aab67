import json

from dash import html
from plotly.io.json import to_json_plotly

from bemanning.presentation.blocks import aria
from bemanning.presentation.repeated import Repeated, repeated
from bemanning.presentation.sent import as_sent

CELL = html.Td("mall", className="number", **aria(label="tal"))


def test_a_part_with_other_children_is_sent_as_dash_would_send_it() -> None:
    cell = Repeated(CELL)
    found = as_sent(html.Tr([cell.of("a"), cell.of(["b", html.B("c"), cell.of("d")])]))
    of = {"className": "number", **aria(label="tal")}
    inner = html.Td(["b", html.B("c"), html.Td("d", **of)], **of)
    assert found == json.loads(to_json_plotly(html.Tr([html.Td("a", **of), inner])))


def test_the_part_itself_stays_as_it_was() -> None:
    cell = Repeated(CELL)
    cell.of("annat")
    assert as_sent(CELL) == as_sent(repeated(CELL)) == as_sent(cell.of("mall"))
