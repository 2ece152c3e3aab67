"""The logged changes that no figure and no mapping is other for."""

from bemanning.services.comments import COMMENT_ACTIONS
from bemanning.services.profiles import PROFILE_ACTIONS

FIGURELESS_ACTIONS = COMMENT_ACTIONS | PROFILE_ACTIONS
