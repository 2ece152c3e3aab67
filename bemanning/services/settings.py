"""The region's settings, with their defaults: what is chosen, not measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from bemanning.domain.mapping import Setting
from bemanning.domain.month import Month
from bemanning.domain.vocabulary import Definition

DEFINITION, HOURS_PER_WEEK, HEALTH_CARE_NODE, REGION_NAME = (
    "definition", "hours_per_week", "health_care_node", "region_name",
)  # fmt: skip
# Keys that a mapping workbook may set; services.mapping_checks refuses others, and values that can't be.
SETTING_KEYS = (DEFINITION, HOURS_PER_WEEK, HEALTH_CARE_NODE, REGION_NAME)


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings as they hold in one month. health_care_node "" means: the whole region."""

    definition: Definition = Definition.TOTAL
    hours_per_week: Fraction = Fraction(40)
    health_care_node: str = ""
    region_name: str = "Regionen"


def settings_at(month: Month, settings: Iterable[Setting]) -> Settings:
    """Give the settings that hold in the month, defaults where none does."""
    values = {setting.key: setting.value for setting in settings if setting.valid_from <= month <= setting.valid_to}
    default = Settings()
    return Settings(
        definition=Definition(values.get(DEFINITION, default.definition)),
        hours_per_week=Fraction(values.get(HOURS_PER_WEEK, "40").replace(",", ".")),
        health_care_node=values.get(HEALTH_CARE_NODE, default.health_care_node),
        region_name=values.get(REGION_NAME, default.region_name),
    )
