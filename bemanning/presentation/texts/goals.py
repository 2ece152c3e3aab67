"""Måluppfyllelse's words."""

from bemanning.services.goal_attainment import GoalStatus

TITLE = "Måluppfyllelse"
HEADLINE = "{met} av {count} mål är uppfyllda"
HEADLINE_ONE = "{met} av {count} mål är uppfyllt"
HEADLINE_REST = {
    GoalStatus.NOT_MET: "är det inte",
    GoalStatus.ONGOING: "pågår",
    GoalStatus.MISSING: "saknar uppgift",
    GoalStatus.NOT_EVALUABLE: "kan inte utvärderas",
}
HEADLINE_NONE = "Inga mål är inlagda"
ABOUT = (
    "Till och med {month}, {view}. Varje mål gäller sin egen enhet och yrkesgrupp. Hyrandelar är andel av total "
    "personalkostnad, som i det nationella målet."
)
UNIT_OF_MEASURE = "Mätt i"
NODE = "Enhet"
HELP = "Läs mer om måttet"

GOALS_TITLE = "Målen"
GOALS_SUBTITLE = "Utfall mot mål. Öppna en rad för definition, formel och summorna bakom."
GOAL = "Mål"
OUTCOME = "Utfall"
TARGET = "Målnivå"
DEVIATION = "Avvikelse"
STATUS = "Status"
DEFINITION = "Definition"
FORMULA = "Formel"
CALCULATION = "Beräkning"
PERIOD = "Period"
DEADLINE = "Gäller till och med"
SOURCE = "Källa"
REASON = "Varför det inte kan utvärderas"
REASON_MISSING = "Varför utfall saknas"
INSTEAD = "Se i stället"

COST_TITLE = "Hyrkostnad mot 2015 års kostnad"
COST_SUBTITLE = "Löpande priser, miljoner kronor, varje cell avrundad för sig. Öppna en rad för månaderna bakom."
NO_COST_ROWS = "Inga kostnadsmål är inlagda."

SUMS_CAPTION = "{name}: summorna bakom, månad för månad"
MONTH = "Månad"
SUM = "Summa"
SUM_HEADINGS = {
    "agency": "Hyrkostnad, kr",
    "own": "Egen personalkostnad inklusive övertid, kr",
    "external_hours": "Arbetade timmar, inhyrd personal",
}
NOT_LOADED = "ej inläst"

LOADS_TITLE = "Källor"
LOADS_SUBTITLE = "Inläsningar som siffrorna kommer från"
LOAD_FILE = "Fil"
LOAD_MONTHS = "Månader"
LOAD_DATE = "Inläst"
LOAD_BY = "Av"
LOADS_OPEN = "Visa {count} inläsningar"
