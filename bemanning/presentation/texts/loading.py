"""Inläsning's words."""

from bemanning.domain.faults import FaultCode
from bemanning.domain.file_format import FileFormat
from bemanning.domain.job import JobKind, JobStage
from bemanning.domain.vocabulary import MonthStatus, Source

TITLE = "Inläsning"
HEADLINE = "Uppgifter är inlästa till och med {month}"
HEADLINE_WAITING = "{files} väntar på ditt beslut"
HEADLINE_EMPTY = "Läs in den första filen"
ABOUT = (
    "Släpp en export från ekonomisystemet eller Heroma här. Den kontrolleras först, och du ser vad den ändrar innan "
    "något sparas. Allt går att ångra."
)
FILES = ("En fil", "{count} filer")

SEND_TITLE = "Läs in filer"
SEND_SUBTITLE = "Excel, OpenDocument, csv eller SIE, högst {limit} MB per fil. Flera på en gång går bra"
DROP = "Släpp filer här"
DROP_OR = "eller"
CHOOSE = "Välj filer"
CANCEL_SENDING = "Avbryt sändningen"
PROGRESS = "Så mycket är skickat"
CAN_TITLE = "Det här kan läsas in"
CAN = (
    (
        "Ekonomi (huvudbok)",
        "period, konto, ansvar och utfall (eller debet och kredit), per rad eller med månader som kolumner; eller SIE.",
    ),
    ("Heroma", "period, enhet, befattning eller AID, anställd eller extern, tidstyp och timmar."),
)  # fmt: skip
CAN_FORMATS = "Filformat: {names} och {last}. Det är innehållet som avgör, inte filens namn."
# Every format that is read has its name here; those with the same name are one to whoever has the file.
FORMAT_NAMES = {
    FileFormat.XLSX: "Excel (xlsx, xlsm)",
    FileFormat.XLS: "Excel 97\u20132003 (xls)",
    FileFormat.XLSB: "Excel binär (xlsb)",
    FileFormat.XML_SHEET: "Excel 2003 XML",
    FileFormat.ODS: "OpenDocument (ods)",
    FileFormat.TEXT: "text (csv, txt)",
    FileFormat.HTML: "HTML-tabell (htm, eller sparad som xls)",
    FileFormat.SIE: "SIE 4",
    FileFormat.SIE_5: "SIE 5",
}
CAN_NOTE = (
    "Kolumnerna känns igen på sina rubriker. Personnummer och namn lämnas kvar i filen: de läses inte in, bara räknas."
)
TEMPLATES = "Finns ingen export att hämta? Fyll i en mall:"
TEMPLATE_NAMES = {Source.LEDGER: "Mall för kostnader", Source.HEROMA: "Mall för arbetad tid"}

FIRST_TITLE = "Så går det till"
FIRST_SUBTITLE = "Från export till första siffran"
FIRST_STEPS = (
    ("Skicka en fil", "Den kontrolleras, och varje fel nämns med blad och cell. Inget sparas."),
    ("Se vad den innehåller", "Rader, kontrollsumma, månader, och vad som är ändrat eller utan mappning."),
    ("Läs in den", "Hela filen eller ingenting. Rullande tolv månader behöver tolv månader, och jämförelsen 2015."),
    ("Mappa", "Säg vad regionens egna konton, befattningar och enheter betyder, under Mappning."),
)  # fmt: skip
FIRST_HELP = "Läs mer i Hjälp"

JOBS_TITLE = "Skickade filer"
JOBS_SUBTITLE = "Senast skickade först. Listan finns kvar om du lämnar sidan"
SENT_BY = "Skickad {moment} av {name}"
SOURCES = {Source.LEDGER: "Ekonomi (huvudbok)", Source.HEROMA: "Heroma"}
RECOGNISED = "Igenkänd som"
SCOPE = "Omfattar"
MONTHS = "Månader"
COLUMNS = "Kolumner"
FORMAT = "Format"
# The loaders' names of a layout with months as columns, and of a format that needs no headings.
WIDE_FORM, MONTHS_AS_COLUMNS = "ledger-wide", "månader som kolumner"
SIE_FORMS = {"sie4": FORMAT_NAMES[FileFormat.SIE], "sie5": FORMAT_NAMES[FileFormat.SIE_5]}
ROWS = "Rader"
TOTAL = "Kontrollsumma"
UNKNOWN_SCOPE = "Avgörs inte av filen"

# Ongoing, done: each stage as a step.
SENT_STEP = "Skickad"
STEPS = {
    JobStage.READING: ("Läses", "Läst"),
    JobStage.COMPARING: ("Jämförs", "Jämförd"),
    JobStage.WRITING: ("Sparas", "Sparad"),
}
STEPS_LABEL = "Hur långt filen har kommit"
STEP_STATES = {"done": "klart", "now": "pågår", "left": "återstår", "failed": "avbrutet"}
RUNNING = {
    JobStage.READING: "Filen läses och kontrolleras.",
    JobStage.COMPARING: "Filen jämförs med det som är inläst.",
    JobStage.WRITING: "Uppgifterna sparas.",
}
STATUS_RUNNING = {JobKind.CHECK: "Kontrolleras", JobKind.LOAD: "Läses in"}
STATUSES = {
    "waiting": "Väntar",
    "ready": "Kan läsas in",
    "known": "Redan inläst",
    "rejected": "Kan inte läsas in",
    "loaded": "Inläst",
    "undone": "Ångrad",
    "cancelled": "Avbruten",
    "interrupted": "Avbröts oväntat",
}
NEXT = {
    "waiting": "Väntar på sin tur.",
    "running": "Arbetar.",
    "ready": "Inget hindrar. Ingenting är sparat än: se vad filen ändrar, och läs in den om det stämmer.",
    "known": "Innehållet är detsamma som i {file} (inläsning {load}), som redan gäller. Inga summor ändras.",
    "loaded": "Filen är inläst och syns på alla sidor.",
    "undone": "Inläsningen är ångrad. Inga siffror kommer längre från den.",
    "cancelled": "Ingenting sparades.",
    "interrupted": "Programmet stannade innan det blev klart, kanske för att servern startades om. Ingenting sparades.",
}
REJECTED_NEXT = (
    "Ingenting sparades. Rätta det som står nedan, i filen eller i systemet den kommer från, och skicka den igen."
)
REJECTED_NEXT_ERASE = (
    "Filen saknar uppgifter som är inlästa. Hämta en export med hela månaden och skicka den, eller tillåt nedan att "
    "de tas bort."
)
REJECTED_NEXT_CLOSED = "Öppna månaden under Inlästa månader, och kontrollera sedan filen igen."
REJECTED_NEXT_SCOPE = "Välj nedan vad filen omfattar, dela den, eller ändra omfattningarna i mappningen."
REJECTED_NEXT_READING = (
    "Ingenting sparades. Säg nedan vilken kolumn som är vilken och läs om filen; eller rätta den och skicka den igen."
)
REJECTED_NEXT_FAILED = "Ingenting sparades, och felet ligger i programmet, inte i filen. Försök igen om en stund."
REJECTED_NEXT_CHANGED = "Kontrollera filen igen, och läs in den när du har sett vad den ändrar nu."
FILE_GONE = "Filen finns inte kvar på servern: skicka den igen om den ska läsas in."
SEE_OVERVIEW = "Visa {month} i Översikt"

FAULTS = ("1 fel", "{count} fel")
FAULTS_TITLE = "{faults} att rätta"
FAULTS_MORE = ("Visa 1 till", "Visa {count} till")
WARNINGS_TITLE = "Värt att veta"
CHANGES_TITLE = "Vad filen ändrar"
CHANGES_DONE = "Vad filen ändrade"
KEYS = {Source.LEDGER: "Konton", Source.HEROMA: "Befattningskoder"}
KEY = {Source.LEDGER: "Konto", Source.HEROMA: "Befattningskod"}
MONTH = "Månad"
BEFORE = "Inläst nu, {unit}"
BEFORE_DONE = "Tidigare, {unit}"
AFTER = "Med filen, {unit}"
DIFFERENCE = "Skillnad, {unit}"
UNITS = {Source.LEDGER: "kr", Source.HEROMA: "timmar"}
NOT_LOADED = "inte inläst"
NEW_MONTH = "ny"
UNCHANGED = "oförändrad"
SUM = "Alla månader"
KEYS_OF = "{keys} som skiljer i {month}"
KEYS_MORE = {
    Source.LEDGER: ("1 konto till", "{count} konton till, tillsammans"),
    Source.HEROMA: ("1 befattningskod till", "{count} befattningskoder till, tillsammans"),
}
NO_ROWS = "inga rader"

UNMAPPED_TITLE = "Utan mappning"
UNMAPPED_NOTE = "Läses in, men räknas inte in i andelarna förrän det är mappat."
UNMAPPED_KINDS = {"account": "Konto", "code": "Befattningskod", "unit": "Enhet"}
UNMAPPED_KIND = "Slag"
UNMAPPED_CODE = "Kod"
UNMAPPED_SUM = "Summa i filen"
UNMAPPED_MORE = ("Visa 1 till", "Visa {count} till")
TO_MAPPING = "Gå till Mappning"

DROPPED = "Personuppgifter lästes inte in: {kinds} lämnades kvar i filen."
DROPPED_KINDS = {
    "personal_number": ("1 personnummer", "{count} personnummer"),
    "person_name": ("1 namn", "{count} namn"),
    "employee_number": ("1 anställningsnummer", "{count} anställningsnummer"),
}
DROPPED_OTHER = ("1 annan uppgift", "{count} andra uppgifter")

STATUS_CHOICE = "Siffrorna är"
# Final (the month is open, and may be restated), then preliminary.
STATUS_CHOICES = (
    ("Slutliga", "Kan ändå rättas med en ny fil, tills månaden stängs."),
    ("Preliminära", "Böckerna är öppna. Alla sidor säger då att siffrorna kan ändras."),
)
SCOPE_CHOICE = "Filen omfattar"
SCOPE_AUTO = "Det som filens enheter hör till"
OTHER_SCOPE = "Omfattar filen något annat?"
ALLOW_ERASE = "Tillåt att de tas bort, och kontrollera igen"
CONFIRM = "Läs in"
CONFIRM_ERASING = "Läs in, och ta bort det som saknas i filen"
CONFIRM_AGAIN = "Läs in igen"
CHECK_AGAIN = "Kontrollera igen"
CANCEL = "Avbryt"
THROW = "Släng filen"
TAKE_OFF = "Ta bort ur listan"
SAID = "{file}: {status}."

STRIP_TITLE = "Inlästa månader"
STRIP_SUBTITLE = "Per källa och del av organisationen. Välj en månad för att se filen bakom, eller stänga månaden"
STRIP_KEYS = "Tangentbord: pilarna går mellan månader, Retur öppnar en månad."
STRIP_NONE = "Ingen månad är inläst än."
STRIP_NOTHING = "Ingenting inläst"
STRIP_SOURCE = "Källa och omfattning"
LETTERS = {
    MonthStatus.OPEN: "Ö",
    MonthStatus.PRELIMINARY: "P",
    MonthStatus.CLOSED: "S",
    MonthStatus.MISSING: "\N{EN DASH}",
}
LEGEND = {
    MonthStatus.OPEN: "Öppen: inläst, kan ersättas",
    MonthStatus.PRELIMINARY: "Preliminär: inläst, kommer att ändras",
    MonthStatus.CLOSED: "Stängd: inläst och låst",
    MonthStatus.MISSING: "Saknas",
}
LEGEND_LABEL = "Teckenförklaring"
MONTH_TITLE = "{source}, {scope}, {month}"
MONTH_MISSING = "Ingenting är inläst. Skicka en fil som innehåller månaden."
MONTH_STATUS, MONTH_FILE, MONTH_WHEN, MONTH_LOAD = "Status", "Fil", "Inläst", "Inläsning"
MONTH_HIDE = "Dölj månaden"
SET_STATUS = {
    MonthStatus.CLOSED: "Stäng månaden",
    MonthStatus.OPEN: "Öppna månaden",
    MonthStatus.PRELIMINARY: "Märk som preliminär",
}
SET_FINAL = "Märk som slutlig"
FOR_EVERY = "Alla källor och omfattningar i {month}"

HISTORY_TITLE = "Historik"
HISTORY_SUBTITLE = "Varje inläst fil, senaste först. Att ångra tar tillbaka filen som om den aldrig lästs in"
HISTORY_NONE = "Ingen fil har lästs in än."
HISTORY_FILE = "Fil"
HISTORY_WHAT = "Källa och omfattning"
HISTORY_MONTHS = "Månader"
HISTORY_ROWS = "Rader"
HISTORY_TOTAL = "Kontrollsumma"
HISTORY_WHEN = "Inläst"
HISTORY_STATE = "Läge"
HISTORY_CURRENT = "Gäller"
HISTORY_PART = "för {months}"
HISTORY_REPLACED = "Ersatt"
HISTORY_UNDONE = "{moment}, {name}"
HISTORY_NUMBER = "Inläsning {number}"
HISTORY_PROFILE = "Profilen {name}, version {version}"
HISTORY_MORE = "Visa äldre inläsningar"
HISTORY_SHOWN = "De {shown} senaste av {count} inläsningar visas."
UNDO = "Ångra"
UNDO_OPEN = "Ångra inläsning {number}, {file}"
UNDO_CARD = "Ångra inläsningen"
UNDO_LOAD = "Ångra inläsning {number}"
UNDO_WILL = "Det här händer om inläsningen ångras:"
UNDO_BACK = "{months} går tillbaka till inläsning {number}, {file} från {date}."
UNDO_MISSING = "{months} blir utan uppgifter, för ingen tidigare inläsning finns."
UNDO_REOPENS = ("{months} är stängd och öppnas.", "{months} är stängda och öppnas.")
UNDO_NOTHING = "Inga siffror ändras, för andra inläsningar gäller för alla dess månader."

KNOWN_VOUCHERS = (
    "Har fler konton mappats som hyrpersonal sedan filen lästes in? Läs in den igen, så kommer deras verifikationer "
    "med. Inga summor ändras."
)

# Said where the table of months, the count of what was left out, or the card's own words say it better.
TOLD_ELSEWHERE = frozenset({FaultCode.MONTH_RESTATED, FaultCode.PERSONAL_DATA_DROPPED, FaultCode.SAME_CONTENT})
