"""The measures' Swedish names and units."""

from bemanning.domain.vocabulary import Definition
from bemanning.kpi.registry import MeasureKey

MEASURE_NAMES = {
    MeasureKey.SHARE_OF_TOTAL: "Hyrandel av total personalkostnad",
    MeasureKey.SHARE_OF_OWN: "Hyrandel av egen personalkostnad",
    MeasureKey.AGENCY_COST: "Hyrkostnad",
    MeasureKey.HOURS_SHARE: "Hyrandel av arbetade timmar",
    MeasureKey.EXTERNAL_HOURS: "Hyrtimmar",
    MeasureKey.WORKED_WEEKS: "Hyrveckor",
    MeasureKey.PRICE_PER_HOUR: "Hyrkostnad per timme",
    MeasureKey.COST_DEVIATION: "Avvikelse mot 2015 års kostnad",
    MeasureKey.SHARE_DEVIATION: "Avvikelse mot 2015 års andel",
}
# Where Hjälp explains each, for links.
MEASURE_ANCHORS = {key: "matt-" + key.value.replace("_", "-") for key in MeasureKey}
# The share that each definition is measured by.
MEASURE_OF = {Definition.TOTAL: MeasureKey.SHARE_OF_TOTAL, Definition.OWN: MeasureKey.SHARE_OF_OWN}
UNIT_WORDS = {
    "pct": "%",
    "pp": "procentenheter",
    "ore": "kr",
    "centihours": "timmar",
    "weeks": "veckor",
    "ore_per_hour": "kr per timme",
}
