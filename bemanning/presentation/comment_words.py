"""What a comment is about, in words."""

from __future__ import annotations

from bemanning.presentation.texts import comments as texts
from bemanning.presentation.texts.common import PROFESSION_NAMES
from bemanning.services.comments import PlacedComment


def profession_words(comment: PlacedComment) -> str:
    """Say which professions a comment is about."""
    profession = comment.record.profession
    return texts.ALL_PROFESSIONS if profession is None else PROFESSION_NAMES[profession].lower()
