"""Översikt's cards: one profession's standing, read without a click."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from bemanning.domain.value import Value
from bemanning.domain.vocabulary import Definition
from bemanning.presentation.blocks import status_chip
from bemanning.presentation.charts.sparkline import sparkline_uri
from bemanning.presentation.missing import reason_text
from bemanning.presentation.numbers import NBSP, amount_text, pp_text, share_text
from bemanning.presentation.sentences import card_sentence
from bemanning.presentation.texts import overview as texts
from bemanning.presentation.texts.common import DEFINITION_WORDS, PROFESSION_NAMES
from bemanning.presentation.theme import PALETTES, Theme
from bemanning.services.overview import ProfessionCard


def profession_card(card: ProfessionCard, definition: Definition, theme: Theme) -> Component:
    """Give one card: share with its definition, status, sentence, sparkline and what it is compared with."""
    return html.Article(
        [
            html.Div(
                [html.H2(PROFESSION_NAMES[card.profession], className="card-name"), _status(card)], className="card-top"
            ),
            _share(card, definition),
            html.P(card_sentence(card, definition), className="card-sentence"),
            _sparkline(card, theme),
            html.Dl([_fact(term, value) for term, value in _facts(card, definition)], className="facts"),
        ],
        className=f"card card-{card.profession}",
    )


def _share(card: ProfessionCard, definition: Definition) -> Component:
    known = "" if card.share.number is not None else " missing"
    return html.P(
        [
            html.Span(share_text(card.share.number), className=f"card-share{known}"),
            html.Span(DEFINITION_WORDS[definition], className="card-definition"),
        ],
        className="card-figure",
    )


def _status(card: ProfessionCard) -> Component:
    if card.over_target_pp is None:
        return status_chip("none", texts.NO_TARGET)
    if card.over_target_pp.number is None:
        return status_chip("missing", texts.NO_FIGURE)
    if card.over_target_pp.number > 0:
        return status_chip("missed", texts.TARGET_MISSED)
    return status_chip("met", texts.TARGET_MET)


def _sparkline(card: ProfessionCard, theme: Theme) -> Component:
    """Draw the history. Decorative: the large chart's table says the same, month by month."""
    palette = PALETTES[theme]
    target = card.target_pct.number if card.target_pct is not None else None
    uri = sparkline_uri(
        card.history,
        palette.profession[card.profession],
        target=None if target is None else float(target),
        target_color=palette.target,
    )
    return html.Img(src=uri, alt="", className="sparkline")


def _facts(card: ProfessionCard, definition: Definition) -> list[tuple[str, str]]:
    return [
        (texts.CARD_YEAR_AGO, _compared(card.share_year_ago, card.change_on_year_pp)),
        (texts.CARD_BASELINE, _compared(card.baseline_share, card.change_on_baseline_pp)),
        *_target_fact(card, definition),
        (texts.CARD_COST, _or_reason(card.agency_cost_ore, amount_text(card.agency_cost_ore.number, "mkr"))),
        (
            texts.CARD_COST_BASELINE,
            _or_reason(card.cost_deviation_ore, amount_text(card.cost_deviation_ore.number, "mkr", sign=True)),
        ),
    ]


def _target_fact(card: ProfessionCard, definition: Definition) -> list[tuple[str, str]]:
    """Give the target with the share that it is about: always of total cost, whatever the screen shows."""
    if card.target_pct is None:
        return []
    target = texts.CARD_TARGET_VALUE.format(target=share_text(card.target_pct.number, 0))
    now = f" (nu{NBSP}{share_text(card.national_share.number)})" if definition is not Definition.TOTAL else ""
    return [(texts.CARD_TARGET, target + now)]


def _compared(value: Value, change: Value) -> str:
    now = "" if change.number is None else f" (nu{NBSP}{pp_text(change.number)})"
    return _or_reason(value, share_text(value.number) + now)


def _or_reason(value: Value, text: str) -> str:
    return text if value.number is not None else f"saknas: {reason_text(value)}"


def _fact(term: str, value: str) -> Component:
    return html.Div([html.Dt(term), html.Dd(value)])
