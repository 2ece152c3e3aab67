"""Trend's words."""

from bemanning.kpi.registry import MeasureKey

TITLE = "Trend"
NO_VALUE = "{measure}: ingen uppgift för tolv månader till och med {month}"
ABOUT = "{subject}. Rullande tolv månader till och med {month}, med varje månad för sig. {definition}, {view}."
IMAGE_ABOUT = "{subject}, till och med {month}. {definition}, {view}."
DEFINITIONS = {
    MeasureKey.SHARE_OF_TOTAL: "Hyrpersonalens andel av total personalkostnad (egen och inhyrd)",
    MeasureKey.SHARE_OF_OWN: "Hyrpersonalens andel av egen personalkostnad",
    MeasureKey.AGENCY_COST: "Kostnad för hyrpersonal",
    MeasureKey.HOURS_SHARE: "Hyrpersonalens andel av alla arbetade timmar, frånvaro oräknad",
    MeasureKey.EXTERNAL_HOURS: "Hyrpersonalens arbetade timmar, frånvaro oräknad",
    MeasureKey.WORKED_WEEKS: "Hyrpersonalens arbetade timmar delade med timmar per vecka",
    MeasureKey.PRICE_PER_HOUR: "Hyrkostnad delad med hyrpersonalens arbetade timmar",
    MeasureKey.COST_DEVIATION: "Hyrkostnad minus 2015 års hyrkostnad, löpande priser",
    MeasureKey.SHARE_DEVIATION: "Hyrandel minus 2015 års hyrandel, {share}",
}
ALL_PROFESSIONS = "Alla yrkesgrupper"
UNIT_NAMES = {"%": "Procent", "mkr": "Miljoner kronor", "tkr": "Tusen kronor", "kr": "Kronor"}

CHART_TITLE = "{measure} över tid"
CHART_SUBTITLE = "{unit}. Linjen är rullande tolv månader, staplarna är varje månad för sig"
CHART_SUBTITLE_SUM = (
    "{unit}. Linjen är tolv månaders summa (vänster axel), staplarna varje månad (höger axel, en tolftedel av vänster)"
)
SAME_AXIS = "Alla diagram har samma axlar."
KEY_MONTH = "Månad"
KEY_R12 = "Rullande tolv månader"
KEY_TARGET = "Nationellt mål, högst {target}"
KEY_EVENT = "Händelse"
CHART_EVENTS = "Händelser i diagrammet"

LEVELS = {
    MeasureKey.SHARE_OF_TOTAL: "2015 års andel",
    MeasureKey.SHARE_OF_OWN: "2015 års andel",
    MeasureKey.AGENCY_COST: "2015 års kostnad",
    MeasureKey.HOURS_SHARE: "2015 års andel",
    MeasureKey.EXTERNAL_HOURS: "2015 års timmar",
    MeasureKey.WORKED_WEEKS: "2015 års veckor",
    MeasureKey.PRICE_PER_HOUR: "2015 års kostnad per timme",
    MeasureKey.COST_DEVIATION: "2015 års kostnad",
    MeasureKey.SHARE_DEVIATION: "2015 års andel",
}
TARGET = "Mål {target}"
HOVER_MONTH = "Månaden: {value}"
HOVER = "Rullande 12: {value}<br>Kom in: {month}, {came_in}<br>Föll ut: {earlier}, {fell_out}"
AMOUNTS = {"ore": "hyrkostnad", "centihours": "hyrtid"}

NOTES_TITLE = "Vad som saknas"
NO_R12 = "Rullande tolv månader saknas för {months}: någon av de tolv månaderna är inte inläst"

TABLE_TITLE = "Månad för månad"
TABLE_SUBTITLE = "{measure}, {unit}. Senaste månaden först"
MONTH = "Månad"
MONTHLY = "Månaden"
R12 = "Rullande 12"
MISSING = "saknas"
