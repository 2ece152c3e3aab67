"""How far a file has come, step by step: skickad, läst, jämförd, sparad."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from bemanning.domain.job import JobStage
from bemanning.presentation.blocks import aria, icon
from bemanning.presentation.loading_standing import Standing
from bemanning.presentation.texts import loading as texts
from bemanning.services.job import Job

_STAGES = tuple(JobStage)
_MARKS = {"done": "met", "now": "ongoing", "left": "none"}
# Where the steps tell something; a file that was refused or stopped says so in words.
_SHOWN = frozenset({Standing.WAITING, Standing.RUNNING, Standing.READY, Standing.LOADED})
# How many stages have been passed when nothing is running.
_PASSED = {Standing.READY: _STAGES.index(JobStage.WRITING), Standing.LOADED: len(_STAGES)}


def stage_steps(job: Job, stands: Standing) -> list[Component]:
    """Give the steps, those passed ticked off and the one under way marked; nothing where they tell nothing."""
    if stands not in _SHOWN:
        return []
    passed = _PASSED.get(stands, 0) if job.stage is None else _STAGES.index(job.stage)
    steps = [_step(texts.SENT_STEP, "done")]
    for at, stage in enumerate(_STAGES):
        state = "done" if at < passed else "now" if stage is job.stage else "left"
        steps.append(_step(texts.STEPS[stage][state == "done"], state))
    return [html.Ol(steps, className="stage-steps", **aria(label=texts.STEPS_LABEL))]


def _step(words: str, state: str) -> Component:
    current = aria(current="step") if state == "now" else {}
    told = html.Span(f", {texts.STEP_STATES[state]}", className="visually-hidden")
    return html.Li([icon(_MARKS[state]), words, told], className=f"step step-{state}", **current)
