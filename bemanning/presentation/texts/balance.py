"""Words of a balance list held against what is loaded."""

TITLE = "Mot saldolista"
SUBTITLE = (
    "Välj en saldolista eller resultatrapport per konto från ekonomisystemet, utan ansvar, eller en SIE-fil. Det "
    "inlästa jämförs med den, konto för konto och på öret: månad för månad, eller i en summa om listan har en. Inget "
    "sparas eller ändras."
)
CHOOSE = "Välj saldolista"
SCOPE = "Omfattning"
WHOLE = "Hela regionen"
CHECK = "Stäm av"
READING = "Läser {file} …"
NO_FILE = "Välj först en saldolista."
FAILED = "Filen kunde inte skickas. Försök igen."
TOO_LARGE = (
    "Filen är större än {limit} MB. Ta ut saldolistan per konto och månad, utan verifikationer, eller stäm av med "
    "kommandot bemanning check-balance."
)

# The answer, in a sentence.
AGREE = "Alla {accounts} konton stämmer på öret i {months}."
AGREES = "Kontot stämmer på öret i {months}."
DEVIATE = "{deviating} av {accounts} konton avviker: {amount}."
DEVIATES = "Kontot avviker: {amount}."
NO_MONTHS = "Inget att stämma av: ingen av filens månader är inläst. Läs in dem under Inläsning först."
NO_ACCOUNTS = "Inget att stämma av: inget konto i filen är inläst eller mappat. Är det rätt lista?"
NO_SUM = (
    "Inget att stämma av: listan har ett belopp per konto för alla sina månader tillsammans, och de här är inte "
    "inlästa: {months}."
)
ONE_MONTH, SEVERAL_MONTHS, SUM_OF_MONTHS = "1 månad", "{count} månader", "summan av {count} månader"
ABOUT = "{file} mot {scope}, {months}."
ABOUT_SUM = "{file} mot {scope}, summan av {months}."
ABOUT_WHOLE = "allt inläst i regionen"
ABOUT_SCOPE = "det inlästa för {scope}"

# What else there is to know.
NOT_LOADED_MONTHS = "Ej jämfört, eftersom det inte är inläst: {months}."
LACKING_MONTHS = "Stängt här, men saknas i filen: {months}."
GAP = "{scope} är inte inläst för {months}. Det som filen har för den delen syns som skillnad."
OTHERS = "{accounts} i filen är varken inlästa eller mappade, sammanlagt {amount}. De behöver inte ingå i exporten."
OTHER = "1 konto i filen är varken inläst eller mappat, {amount}. Det behöver inte ingå i exporten."
PROFILE = "Listan lästes med profilen {profile}."
SEVERAL_ACCOUNTS = "{count} konton"
ABOUT_FILE = "Om filen"

# The tables.
DIFFERING = "Konton som avviker"
DIFFERING_SHEET, ONLY_LOADED_SHEET, NOT_LOADED_SHEET = "Avviker", "Saknas i listan", "Ej inlästa"
ONLY_LOADED = "Inlästa konton som saknas i saldolistan"
NOT_LOADED = "Mappade konton i saldolistan som inte är inlästa"
ACCOUNT, MONTH, LOADED, LISTED, DIFFERENCE = "Konto", "Månad", "Inläst, kr", "Saldolista, kr", "Skillnad, kr"
MONTHS, AMOUNT = "Månader", "Belopp, kr"
MORE = "… och {count} rader till. Alla finns i Excelfilen."

# The workbook, and the button that fetches it.
EXCEL, EXCEL_LABEL = "Excel", "Hämta avstämningen som Excel"
MAKING, MADE = "Tar fram Excelfilen …", "{file} är hämtad."
WORKBOOK_TITLE, ANSWER_SHEET = "Avstämning mot saldolista", "Avstämning"
FACTS = ("Resultat", "Saldolista", "Omfattning", "Månader", "Framtaget")
SUM_MONTHS = "{months}, i en summa"
NOTES = "Att veta"
AGREEING, AGREEING_SHEET = "Konton som stämmer", "Stämmer"
OTHERS_TITLE, OTHERS_SHEET = "Konton i saldolistan som varken är inlästa eller mappade", "Övriga i listan"
