"""The measures' Swedish names and units."""

from bemanning.kpi.registry import MeasureKey

MEASURE_NAMES = {
    MeasureKey.SHARE_OF_TOTAL: "Hyrandel av total personalkostnad",
    MeasureKey.SHARE_OF_OWN: "Hyrandel av egen personalkostnad",
    MeasureKey.AGENCY_COST: "Hyrkostnad",
    MeasureKey.HOURS_SHARE: "Hyrandel av arbetade timmar",
    MeasureKey.EXTERNAL_HOURS: "Hyrtimmar",
    MeasureKey.WORKED_WEEKS: "Hyrveckor",
    MeasureKey.COST_DEVIATION: "Avvikelse mot 2015 års kostnad",
    MeasureKey.SHARE_DEVIATION: "Avvikelse mot 2015 års andel",
}
UNIT_WORDS = {"pct": "%", "pp": "procentenheter", "ore": "kr", "centihours": "timmar", "weeks": "veckor"}
