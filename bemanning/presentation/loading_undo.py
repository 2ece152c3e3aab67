"""Undoing a load: what it will change is said before it can be done."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from bemanning.presentation import loading_fields as fields
from bemanning.presentation.actions import action_form
from bemanning.presentation.addresses import UNDO_PATH
from bemanning.presentation.loading_context import LoadingContext
from bemanning.presentation.loading_words import capitalized
from bemanning.presentation.missing import spans_text
from bemanning.presentation.numbers import date_text
from bemanning.presentation.texts import loading as texts
from bemanning.services.undo_effect import FallBack
from bemanning.store import LoadRecord


def undo_form(load: LoadRecord, context: LoadingContext) -> list[Component]:
    """Say what undoing would change, month by month, and offer to do it."""
    effect = context.undo_effect(load)
    told = [_fall_back(each) for each in effect.fall_backs] or [texts.UNDO_NOTHING]
    if effect.reopened:
        words = texts.UNDO_REOPENS[len(effect.reopened) > 1]
        told.append(words.format(months=spans_text(effect.reopened)))
    listed = html.Ul([html.Li(capitalized(words)) for words in told], className="undo-effect")
    form = action_form(
        UNDO_PATH, [], texts.UNDO_LOAD.format(number=load.id), fields={fields.LOAD: str(load.id)}, quiet=True
    )
    return [html.P(texts.UNDO_WILL), listed, form]


def _fall_back(each: FallBack) -> str:
    months = spans_text(each.months)
    if each.load is None:
        return texts.UNDO_MISSING.format(months=months)
    return texts.UNDO_BACK.format(
        months=months, number=each.load.id, file=each.load.file_name, date=date_text(each.load.loaded_at)
    )
