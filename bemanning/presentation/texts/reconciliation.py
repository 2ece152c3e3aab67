"""Avstämning's words."""

from bemanning.domain.vocabulary import Source
from bemanning.services.compared import DeviationKind

TITLE = "Avstämning"
ABOUT = "{node}, {profession}. Ekonomi mot Heroma, månad för månad under tolv månader till och med {month}, {view}."
ALL_PROFESSIONS = "alla yrkesgrupper"

AGREES = "Ekonomi och Heroma följs åt: ingen månad avviker"
ONE_DEVIATES = "1 avvikelse att reda ut: {largest}"
SEVERAL_DEVIATE = "{count} avvikelser att reda ut, störst {largest}"
NOT_JUDGED = "För få månader för att bedöma om ekonomi och Heroma följs åt"
LARGEST = "{subject} i {month}"

ONLY_ONE = {
    Source.LEDGER: "Bara ekonomin är inläst: inget att stämma av mot än",
    Source.HEROMA: "Bara Heroma är inläst: inget att stämma av mot än",
}
NEITHER = "Inget är inläst för de här månaderna"
NEXT_TITLE = "Så kommer du vidare"
NEXT = {
    Source.LEDGER: "Läs in Heromas export för samma månader och enheter. Då jämförs de två här.",
    Source.HEROMA: "Läs in ekonomins export för samma månader och enheter. Då jämförs de två här.",
}
NEXT_NEITHER = "Välj en månad längre fram eller bakåt i tiden, eller läs in ekonomins och Heromas exporter för de här."
NEXT_LINK = "Till Inläsning"

DEVIATIONS_TITLE = "Avvikelser att reda ut"
DEVIATIONS_SUBTITLE = "Störst belopp först. Varje avvikelse är också märkt i tabellerna."
MORE = "Ytterligare {count} är märkta i tabellerna."
OWN, BOUGHT = "Egen personal", "Hyrpersonal"

# A deviation as it stands in its row of the table, then as a sentence at the top.
OWN_MARKS = {
    DeviationKind.UNUSUAL: "Kvoten {departure} det vanliga",
    DeviationKind.ONLY_LEDGER: "Kostnad utan lön i Heroma",
    DeviationKind.ONLY_HEROMA: "Lön utan kostnad i ekonomin",
}
BOUGHT_MARKS = {
    DeviationKind.UNUSUAL: "Priset {departure} periodens",
    DeviationKind.ONLY_LEDGER: "Fakturerat utan timmar",
    DeviationKind.ONLY_HEROMA: "Timmar utan faktura",
}
OWN_SENTENCES = {
    DeviationKind.UNUSUAL: "kvoten är {quotient}, {departure} det vanliga ({usual}).",
    DeviationKind.ONLY_LEDGER: "ekonomin har kostnad, men Heroma ingen lön.",
    DeviationKind.ONLY_HEROMA: "Heroma har lön, men ekonomin ingen kostnad.",
}
BOUGHT_SENTENCES = {
    DeviationKind.UNUSUAL: "timpriset är {quotient}, {departure} periodens ({usual}).",
    DeviationKind.ONLY_LEDGER: "det är fakturerat, men inga timmar är registrerade.",
    DeviationKind.ONLY_HEROMA: "timmar är registrerade, men inget är fakturerat.",
}
MORE_THAN_EXPECTED = "Ekonomin ligger {amount} över det väntade."
LESS_THAN_EXPECTED = "Ekonomin ligger {amount} under det väntade."
ABOVE, BELOW = "{pct} över", "{pct} under"
AGREES_MARK, NOT_JUDGED_MARK, COUNT_MARK, ONE_MARK = (
    "Följs åt",
    "Bedöms inte",
    "{count} månader avviker",
    "1 månad avviker",
)

OWN_TITLE = "Egen personal: ekonomi mot Heroma"
OWN_SUBTITLE = (
    "Ekonomins personalkostnad innehåller PO-pålägg (arbetsgivaravgifter och pension), som Heromas lönekostnad saknar. "
    "Ekonomin ligger därför över Heroma, men kvoten mellan dem ska vara jämn. En månad avviker när kvoten ligger mer "
    "än {tolerance} från tolvmånadersperiodens median."
)
BOUGHT_TITLE = "Hyrpersonal: köpt och använd tid"
BOUGHT_SUBTITLE = (
    "Fakturerat i ekonomin mot arbetade timmar i Heroma, frånvaro oräknad. En månad avviker när priset per timme "
    "ligger mer än {tolerance} från hela periodens. Fakturor kan bokföras månaden efter arbetet, så en ensam månad är "
    "oftast en förskjutning."
)
NO_CALL_OFFS = "Beställd tid ingår inte: avropslistor läses inte in än."
NO_EXTERNAL_COST = "Heromas filer anger ingen kostnad för hyrpersonal, så fakturerat jämförs bara med timmarna."
CHART_OWN = "Kvotens avvikelse från det vanliga, egen personal"
CHART_BOUGHT = "Timprisets avvikelse från periodens, hyrpersonal"
FILE_OWN, FILE_BOUGHT = "egen-personal", "hyrpersonal"
CHART_UNIT = "Avvikelse i procent, månad för månad. Inom det skuggade bandet, ±{tolerance}, räknas månaden som jämn."
CHART_INSIDE = "{subject}: alla {count} månader inom bandet."
CHART_OUTSIDE = "{subject}: {outside} av {count} månader utanför bandet."
CHART_HOVER = "{subject}: {departure}"
NO_CHART = "{subject}: bedöms inte, för få månader med uppgift på båda sidor."

MONTH, SUBJECT, JUDGEMENT = "Månad", "Yrkesgrupp", "Bedömning"
LEDGER, HEROMA, DIFFERENCE, RATIO = "Ekonomi", "Heroma, lön", "Skillnad", "Kvot"
INVOICED, HOURS, WEEKS, PRICE, HEROMA_COST = (
    "Fakturerat",
    "Arbetade timmar",
    "Veckor",
    "Kr per timme",
    "Heroma, kostnad",
)
AMOUNT_HEADING = "{heading}, {unit}"
TOTAL = "Summa"
UNMAPPED = "Utan mappning"
UNMAPPED_NOTE = (
    "Konton utan mappning kan vara vilket kostnadsslag som helst, och yrkesgruppen är okänd på båda sidor. "
    "Beloppen ingår inte i raderna ovanför."
)
MISSING = "saknas"
WHY_MISSING = "Varför något saknas"

SUPPLIERS_TITLE = "Hyrpersonal per leverantör"
SUPPLIERS_SUBTITLE = "Fakturerat och arbetat per leverantör, {months}. Namnen hålls ihop av mappningen av leverantörer."
SUPPLIERS_NONE = "Ingen månad är känd på båda sidor, så leverantörerna kan inte jämföras."
NO_SUPPLIERS = "Inget fakturerat och inga arbetade timmar under {months}."
SUPPLIER, NO_NAME = "Leverantör", "Utan leverantör i filen"

NOTES_TITLE = "Vad som saknas"
NOTE_LEDGER, NOTE_WAGES, NOTE_HOURS = "Ekonomi", "Heroma, lönekostnad", "Heroma, hyrtimmar"
TOO_FEW = "Kvot och timpris bedöms först när minst {least} månader har uppgift på båda sidor."
