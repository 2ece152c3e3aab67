"""Words of a balance list held against what is loaded."""

TITLE = "Mot saldolista"
SUBTITLE = (
    "Välj en saldolista eller resultatrapport per konto och månad från ekonomisystemet, utan ansvar, eller en SIE-fil. "
    "Varje inläst månad jämförs med den, konto för konto och på öret. Inget sparas eller ändras."
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
ONE_MONTH, SEVERAL_MONTHS = "1 månad", "{count} månader"
ABOUT = "{file} mot {scope}, {months}."
ABOUT_WHOLE = "allt inläst i regionen"
ABOUT_SCOPE = "det inlästa för {scope}"

# What else there is to know.
NOT_LOADED_MONTHS = "Ej jämfört, eftersom det inte är inläst: {months}."
LACKING_MONTHS = "Stängt här, men saknas i filen: {months}."
GAP = "{scope} är inte inläst för {months}. Det som filen har för den delen syns som skillnad."
OTHERS = "{accounts} i filen är varken inlästa eller mappade, sammanlagt {amount}. De behöver inte ingå i exporten."
OTHER = "1 konto i filen är varken inläst eller mappat, {amount}. Det behöver inte ingå i exporten."
SEVERAL_ACCOUNTS = "{count} konton"
ABOUT_FILE = "Om filen"

# The tables.
DIFFERING = "Konton som avviker"
ONLY_LOADED = "Inlästa konton som saknas i saldolistan"
NOT_LOADED = "Mappade konton i saldolistan som inte är inlästa"
ACCOUNT, MONTH, LOADED, LISTED, DIFFERENCE = "Konto", "Månad", "Inläst, kr", "Saldolista, kr", "Skillnad, kr"
MONTHS, AMOUNT = "Månader", "Belopp, kr"
MORE = "… och {count} rader till. Alla visas av kommandot bemanning check-balance."
