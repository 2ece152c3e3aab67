"""Write, reword and withdraw comments from a screen."""

from __future__ import annotations

from bemanning.domain.actor import Actor
from bemanning.domain.comment import Comment
from bemanning.domain.errors import UserError
from bemanning.domain.faults import Fault, FaultCode
from bemanning.presentation.address import PROFESSION_WORDS
from bemanning.presentation.addresses import COMMENT_PATH, REWORD_COMMENT_PATH, WITHDRAW_COMMENT_PATH
from bemanning.presentation.comment_forms import COMMENT, MONTH, NODE, PROFESSION, TEXT
from bemanning.presentation.texts import comments as texts
from bemanning.services.services import Services
from bemanning.web.actions import Action, Done, Form, chosen, month_in


def _write(services: Services, actor: Actor, form: Form) -> Done:
    profession = chosen(form, PROFESSION, PROFESSION_WORDS)
    comment = Comment(form.get(NODE, ""), month_in(form.get(MONTH, "")), profession, form.get(TEXT, ""))
    services.write_comment(comment, actor)
    return Done(texts.WRITTEN)


def _reword(services: Services, actor: Actor, form: Form) -> Done:
    services.reword_comment(_comment_id(form), form.get(TEXT, ""), actor)
    return Done(texts.CHANGED)


def _withdraw(services: Services, actor: Actor, form: Form) -> Done:
    services.withdraw_comment(_comment_id(form), actor)
    return Done(texts.WITHDRAWN)


COMMENT_ACTIONS: dict[str, Action] = {
    COMMENT_PATH: _write,
    REWORD_COMMENT_PATH: _reword,
    WITHDRAW_COMMENT_PATH: _withdraw,
}


def _comment_id(form: Form) -> int:
    try:
        return int(form.get(COMMENT, ""))
    except ValueError:
        raise UserError([Fault(FaultCode.COMMENT_CHANGED)]) from None
