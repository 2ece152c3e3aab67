"""Mappning's words."""

from bemanning.domain.vocabulary import CostKind, Employment, NodeKind

TITLE = "Mappning"

# The screen's top
ALL_MAPPED = "Allt är mappat"
NOT_LOADED = "Inget är inläst än"
ON_ACCOUNTS = "{amount} på {accounts}"
ON_CODES = "{hours} på {codes}"
ACCOUNTS_MISSING = "{accounts} saknar mappning"
ACCOUNTS_SHARE = "{accounts} saknar mappning: {share} av all inläst kostnad"
LESS_THAN = "mindre än {share}"
CODES_MISSING = "{codes} saknar yrkesgrupp"
UNITS_MISSING = "{units} saknar plats i organisationen"
ABOUT_MAPPED = "Varje konto, befattningskod och enhet i det inlästa har en mappning, så inget fattas i siffrorna"
ABOUT_NOT_LOADED = "Mappningar kan läggas in redan nu: en i taget genom Excel, eller alla på en gång"
ABOUT_MISSING = "Det som saknar mappning räknas inte in förrän det mappas"
ABOUT_ALSO = "Dessutom: {also}"
ABOUT_SUPPLIERS = "{suppliers} utan samlingsnamn; det påverkar inga summor"
ONE_OF = {
    "account": ("1 konto", "{count} konton"),
    "code": ("1 befattningskod", "{count} befattningskoder"),
    "unit": ("1 enhet", "{count} enheter"),
    "supplier": ("1 leverantör", "{count} leverantörer"),
    "month": ("1 månad", "{count} månader"),
    "load": ("1 inläsning", "{count} inläsningar"),
    "row": ("1 rad", "{count} rader"),
    "change": ("1 senare ändring", "{count} senare ändringar"),
}
AND = " och "

# What no mapping knows
UNMAPPED_TITLE = "Saknar mappning"
UNMAPPED_SUBTITLE = "Störst först. Summorna gäller alla inlästa månader"
KIND_TITLES = {
    "account": "Konton",
    "code": "Befattningskoder",
    "unit": "Enheter utan plats i organisationen",
    "supplier": "Leverantörer utan samlingsnamn",
}
KIND_NOTES = {
    "account": "Räknas varken som egen eller inhyrd kostnad.",
    "code": "Timmarna räknas inte till någon yrkesgrupp.",
    "unit": "Räknas i regionen som ”Ej placerade ansvar”, men inte i någon verksamhet.",
    "supplier": "Visas som de skrivs i exporten. Inget belopp fattas: samlingsnamnet för ihop olika stavningar.",
}
KIND_HEADINGS = {"account": "Konto", "code": "Kod", "unit": "Enhet", "supplier": "Skrivs i exporten"}
NAME = "Benämning"
NO_NAME, NO_NAME_WORDS = "–", "ingen benämning i mappningen"
AMOUNT = "Belopp, kr"
HOURS = "Timmar"
MAP = "Mappa"
MAP_ONE = "{what}: {name}"
MAP_SUPPLIER = "Ge samlingsnamn"
UNMAPPED_NONE = "Allt som är inläst är mappat."
MORE = "Visa alla {count}"
FEWER = "Visa färre"

# Searching and sorting
SEARCH = "Sök bland allt på sidan"
SEARCH_HINT = "Konto, kod, enhet, leverantör …"
SEARCH_NONE = "Inget motsvarar ”{search}”."
SORT_UP = "Sortera stigande"
SORT_DOWN = "Sortera fallande"
UNKNOWN_SORT = "Sorteringen ”{word}” finns inte. Välj någon av: {known}, gärna med minus framför för fallande ordning."
UNKNOWN_TABLE = "Tabellen ”{word}” finns inte. Välj någon av: {known}."
UNKNOWN_ROW = "Raden ”{word}” kan inte läsas. Välj raden i en tabell på sidan."
UNKNOWN_CHANGE = "Ändringen ”{word}” kan inte läsas. Välj den i historiken."

# Every mapping
TABLES_TITLE = "Alla mappningar"
TABLES_SUBTITLE = "Det som gäller nu"
TABLES_LABEL = "Tabell"
TABLE_TITLES = {
    "konton": "Konton",
    "befattningar": "Befattningar",
    "organisation": "Organisation",
    "heromaenheter": "Heromaenheter",
    "leverantorer": "Leverantörer",
}
TABLE_EMPTY = "Tabellen är tom."
ADD = "Lägg till en rad"
CODE_HEADINGS = {
    "konton": "Konto",
    "befattningar": "Kod",
    "organisation": "Enhet",
    "heromaenheter": "Heromaenhet",
    "leverantorer": "Skrivs i exporten",
}
COST_KIND = "Kostnadsslag"
PROFESSION = "Yrkesgrupp"
LEVEL = "Nivå"
TARGET_HEADINGS = {"organisation": "Överordnad", "heromaenheter": "Ansvar", "leverantorer": "Samlingsnamn"}
UNIT_NAME = "Namn"
UNDER = "{level} under {parent}"
MEANING_HEADINGS = {
    "konton": "Räknas som",
    "befattningar": "Yrkesgrupp",
    "organisation": "Plats",
    "heromaenheter": "Ansvar",
    "leverantorer": "Samlingsnamn",
}
VALID = "Gäller"
ALWAYS = "alltid"
FROM_ONLY = "från {first}"
TO_ONLY = "till och med {last}"
CORRECT = "Rätta"
CORRECT_ONE = "Rätta {name}, gäller {valid}"
COST_KIND_NAMES = {
    CostKind.OWN: "Egen personal",
    CostKind.AGENCY: "Hyrpersonal",
    CostKind.OVERTIME: "Övertid",
    CostKind.OTHER: "Övrigt",
}
LEVEL_NAMES = {
    NodeKind.REGION: "Region",
    NodeKind.DIVISION: "Förvaltning",
    NodeKind.AREA: "Område",
    NodeKind.CLINIC: "Verksamhet",
    NodeKind.UNIT: "Ansvar",
}
NO_PROFESSION = "–"

# One row
FORM_TITLES = {
    "konton": "Konto {key}",
    "befattningar": "Befattningskod {key}",
    "organisation": "Enhet {key}",
    "heromaenheter": "Heromaenhet {key}",
    "leverantorer": "Leverantören ”{key}”",
}
FORM_NEW_TITLES = {
    "konton": "Nytt konto",
    "befattningar": "Ny befattningskod",
    "organisation": "Ny enhet",
    "heromaenheter": "Ny Heromaenhet",
    "leverantorer": "Ny leverantör",
}
FORM_NEW = "Saknar mappning i dag."
FORM_OLD = "I dag: {row}. Gäller {valid}."
FORM_SUM = "Det gäller {sum} i alla inlästa månader."
FORM_REST = "Utan mappning: {sum} i alla inlästa månader."
FORM_NO_NODES = (
    "Det finns ännu ingen enhet att placera under. Lägg först in organisationen med mappningsfilen, bladen Enheter "
    "och Organisation."
)
CHOOSE = "Välj"
NOTHING_FOUND = "Inget motsvarar det du skrev"
PROFESSION_HELP = "Övrigt har ingen yrkesgrupp; alla andra slag måste ha en."
FROM_LABEL = "Från och med månad"
TO_LABEL = "Till och med månad"
MONTH_HELP = "Välj eller skriv, som 2018-07."
FROM_BLANK, TO_BLANK = "Från början", "Tills vidare"
REST = "Övriga månader"
REST_KEEP = "Det som gäller i dag fortsätter gälla där"
REST_DROP = "Inget gäller där"
SHOW_EFFECT = "Visa effekten"
REMOVE = "Ta bort raden"
CANCEL = "Avbryt"
EITHER = "Om {key} är Heromas kod för ett ansvar som redan finns, ange ansvaret i stället."
EITHER_LINK = "Koppla {key} till ett ansvar"

# The effect
EFFECT_TITLE = "Det här händer om du sparar"
EFFECT_SUBTITLE = "Inget är sparat än"
EFFECT_ABOUT = "{node}, rullande tolv månader till och med {month}. Hyrpersonalens {definition}."
EFFECT_NO_FIGURES = "Inget är inläst än, så inga siffror ändras."
EFFECT_CAPTION = "Hyrandel och hyrkostnad före och efter"
EVERY_PROFESSION = "Alla yrkesgrupper"
SHARE_NOW, SHARE_AFTER = "Hyrandel nu", "Hyrandel efter"
COST_NOW, COST_AFTER = "Hyrkostnad nu, tkr", "Hyrkostnad efter, tkr"
SHARE_CHANGE, COST_CHANGE = "Ändring, p.e.", "Ändring, tkr"
UNCHANGED = "oförändrad"
HEROMA_TITLE = "Heromas kostnad före och efter"
HEROMA_NOTE = "Stäms av mot ekonomin på Avstämning och ingår inte i hyrandelen. Bara det som ändras visas."
HEROMA_KIND = "Avser"
HEROMA_KINDS = {Employment.OWN: "Egen personal, lön", Employment.EXTERNAL: "Hyrpersonal"}
HEROMA_NOW, HEROMA_AFTER = "Nu, tkr", "Efter, tkr"
MISSING = "saknas: {reason}"
ACCOUNT_ONE, ACCOUNT_SEVERAL = "Konto {accounts}", "Kontona {accounts}"
EFFECT_MONTHS = "Månader som ändras"
EFFECT_NO_MONTHS = "inga"
EFFECT_LOADS = "Räknas om"
EFFECT_NO_LOADS = "inga inläsningar"
EFFECT_UNMAPPED = "Utan mappning"
EFFECT_UNMAPPED_CHANGE = "{before} → {after}"
EFFECT_UNMAPPED_SAME = "{before}, som nu"
UNMAPPED_NOTHING = "inget"
VOUCHERS_NOTE = (
    "{accounts} blir hyrpersonal. Verifikationer och leverantörer för dem kommer in när filerna läses in på nytt; "
    "summorna ändras inte av det."
)
ROWS_TITLE = "Rader som ändras"
ROWS_CAPTION = "Rader före och efter"
ROW_TABLE = "Tabell"
ROW_ABOUT = "Gäller"
ROW_BEFORE, ROW_AFTER = "Före", "Efter"
BLANK = "tomt"
ROW_NONE = "ingen rad"
ROWS_LEFT = "och {count} till"
SAVE = "Spara"
SAVE_ALL = "Spara alla ändringar"
SAVE_BACK = "Återställ"
BACK_ABOUT = "{tables} blir som de var före ändringen den {at} av {actor}."
BACK_LATER = "Det tar också tillbaka {changes} i samma tabeller."
FILE_ABOUT = "Från en mappningsfil. Blad som inte finns i filen lämnas som de är."
REFUSED_TITLE = "Det går inte att spara så här"
REFUSED_SUBTITLE = "Inget är ändrat"

# Excel
EXCEL_TITLE = "Många på en gång i Excel"
EXCEL_SUBTITLE = "Filen har alla mappningar, och allt som saknar mappning som rader att fylla i"
EXCEL_DOWNLOAD = "Hämta mappningsfilen"
EXCEL_STEP_GET = "Hämta filen och fyll i den. Bladen du tar bort lämnas som de är."
EXCEL_STEP_SEND = "Välj den ifyllda filen. Du ser vad den ändrar innan något sparas."
EXCEL_CHOOSE = "Välj ifylld fil"
EXCEL_READING = "Läser {file} …"
EXCEL_FAILED = "Filen kunde inte skickas. Försök igen."
EXCEL_TOO_LARGE = "Filen är större än {limit} MB. Så stor är ingen mappningsfil."

# History
HISTORY_TITLE = "Ändringar"
HISTORY_SUBTITLE = "Senast först"
HISTORY_NONE = "Inget har ändrats än."
HISTORY_WHEN = "När"
HISTORY_WHO = "Vem"
HISTORY_HOW = "Hur"
HISTORY_WHAT = "Vad"
HISTORY_DO = "Gör"
HOW = {
    "edit": "En rad på skärmen",
    "workbook": "Mappningsfil",
    "restoration": "Återställning",
    "start": "Koder som följer med",
    "mappings": "Utanför skärmen",
}
HOW_FILE = "Mappningsfilen {file}"
HOW_BACK = "Tillbaka till före ändring {change}"
COUNTS = "{table}: {counts}"
COUNT_NEW, COUNT_GONE, COUNT_OTHER = (
    ("1 ny", "{count} nya"),
    ("1 borttagen", "{count} borttagna"),
    ("1 ändrad", "{count} ändrade"),
)
SHOW_ROWS = "Visa rader"
HIDE_ROWS = "Dölj rader"
GO_BACK = "Återställ …"
HISTORY_OLDER, HISTORY_LATEST = "Visa äldre ({count} till)", "Visa de senaste"
OPENED_TITLE = "Ändring {change}, {at}"
SHOW_ROWS_OF = "Visa rader i ändringen {at}"
GO_BACK_BEFORE = "Återställ till före ändringen {at}"

# What was done
SAVED = "Sparat: {counts}. {loads} räknades om."
SAVED_ROWS = "{count} i {table}"
NOTHING_COMPUTED = "Inga inläsningar"

# From Översikt
LINK_MAP = "Mappa det som saknas"
LINK_ALL = "Visa alla mappningar"
