"""The command line's Swedish."""

APP_HELP = "Bemanning: se, förklara och minska beroendet av hyrpersonal."
DATABASE_HELP = "Databasens adress, sqlite:///SÖKVÄG eller postgresql://… (annars BEMANNING_DATABASE)."
JSON_HELP = "Skriv svaret som JSON."
FILES_HELP = "Exportfiler från ekonomisystem eller Heroma, Excel, OpenDocument, csv eller SIE."
SCOPE_HELP = "Vilken del av organisationen filen talar för (annars avgörs det av filens ansvar)."
FILE_SOURCE_HELP = "ledger (ekonomi) eller heroma; en fil från något annat avvisas (annars avgör rubrikerna)."
PROFILE_HELP = "Sparad profil att läsa efter (annars den som passar); - läser utan profil."
PROFILE_NAME_HELP = "Profilens namn."
PROFILE_FILE_HELP = "En fil som den ska passa."
COLUMN_HELP = "Vad en rubrik är, till exempel 'Belopp kr=utfall'; upprepas. - läser inte kolumnen."
COLUMN_UNKNOWN = "{text} går inte att läsa som RUBRIK=FÄLT. Filens rubriker: {headings}. Fält: {fields}."
UNIT_HELP = "Beloppens enhet (annars som filen säger)."
UNIT_UNKNOWN = "{unit} är ingen enhet. Välj någon av: {units}."
FLIP_HELP = "Vänd beloppens tecken."
WORD_HELP = "Vad ett ord i filen betyder (anställningsform eller tidstyp), till exempel 'Inhyrd tid=extern'; upprepas."
WORD_UNKNOWN = "{text} går inte att läsa som ORD=BETYDELSE. Betydelser: {meanings}."
SHEET_HELP = "Blad att läsa (annars alla som har rubrikerna); upprepas."
SHEET_UNKNOWN = "Filen har inget blad som heter {sheet}. Den har: {sheets}."
PROFILE_SAVED = "Profilen {name} är sparad, version {version}."
PROFILE_REMOVED = "Profilen {name} är borttagen."
NO_PROFILES = "Inga profiler är sparade."
FLIPPED = "vänt tecken"
PROFILE_HEAD = "{name}, version {version}: {said} (sparad {moment} av {actor})"
MONTH_HELP = "Månad, till exempel 2018-12."
NODE_HELP = "Enhetens kod (annars regionens hälso- och sjukvård)."
PROFESSION_HELP = "Yrkesgrupp."
OF_HELP = "Andel av total eller av egen personalkostnad (annars regionens inställning)."
VIEW_HELP = "Räkna med dagens organisation eller med den som gällde då."
KNOWN_ON_HELP = "Svara med det som var känt när dagen var slut, till exempel 2019-01-31."
KNOWN_ON = "Så som det var känt {date}."
XLSX_HELP = "Skriv måltabellen till en Excelfil."
ALLOW_ERASE_HELP = "Tillåt att filen tar bort ansvar eller konton ur en inläst månad."
ERASE_HINT = "Lägg till --allow-erase för att tillåta det, eller --scope för att välja omfattning."
DRY_RUN_HELP = "Visa vad som skulle hända, utan att läsa in något (som check)."
PRELIMINARY_HELP = "Märk månaderna som preliminära."
NO_SERVE_HELP = "Bygg demoregionen utan att starta webbservern."
FOLDER_HELP = "Var demoregionens filer skrivs."
PORT_HELP = "Port på 127.0.0.1."
STATUS_HELP = "open (öppen), preliminary (preliminär) eller closed (stängd)."
SOURCE_HELP = "ledger (ekonomi) eller heroma; annars båda."
LOAD_HELP = "Inläsningens nummer, se `bemanning loads`."
MAPPING_OUT_HELP = "Excelfilen som skrivs."
WATCH_FOLDER_HELP = "Mappen som bevakas."
INTERVAL_HELP = "Sekunder mellan gångerna mappen gås igenom; en fil läses när den är oförändrad sedan gången före."
ONCE_HELP = "Läs in det som ligger i mappen och sluta."
WATCHING = "Bevakar {folder}. Avsluta med Ctrl+C."
WATCHED = "Bevakningen är avslutad."
BALANCE_FILE_HELP = "Saldolista eller resultatrapport per konto och månad (ansvar behövs inte), eller en SIE-fil."
BALANCE_SCOPE_HELP = "Omfattningen som listan gäller (annars hela regionen)."
MAPPING_IN_HELP = "En ifylld mappningsfil."

OUTCOMES = {
    "accepted": "godtagen",
    "accepted_with_warnings": "godtagen med anmärkning",
    "rejected": "avvisad",
}
STATUSES = {"missing": "saknas", "open": "öppen", "preliminary": "preliminär", "closed": "stängd"}
SOURCES = {"ledger": "ekonomi", "heroma": "Heroma"}
KINDS = {"account": "konto", "code": "befattningskod", "unit": "ansvar"}
CURRENT, UNDONE, REPLACED = "gäller", "ångrad", "ersatt"

WRITING_DEMO = "Skriver demoregionens filer"
LOADING_DEMO = "Läser in demoregionens filer"
LOADING = "Läser"
DEMO_READY = "Demoregionen är klar: {months} månader, {loads} inläsningar. Alla uppgifter är syntetiska."
DEMO_IN_USE = (
    "Databasen innehåller redan andra inläsningar än demoregionens. "
    "Ange en annan databas, till exempel --database sqlite:///demo.db."
)
DEMO_REJECTED = "Demoregionens filer kunde inte läsas in:"
SERVING = "Bemanning visas på http://127.0.0.1:{port} (avsluta med Ctrl+C)."
PORT_TAKEN = "Porten {port} är upptagen. Ange en annan med --port."
NO_LOADS = "Inget är inläst. Läs in en fil med: bemanning load FIL"
UNDONE_TEXT = "Inläsning {load} är ångrad. Månader som ändrades: {months}."
NO_MONTHS = "inga"
REOPENED = "De var stängda och är nu öppna: {months}."
WRITTEN = "Skrev {file}."
UNMAPPED_HEAD = "Omappat (räknas inte till någon yrkesgrupp förrän det mappas):"
MAPPINGS_DONE = "Mappningarna är inlästa. Omräknade inläsningar: {loads}."
MAPPING_PART = "  {part}: {added} nya eller ändrade rader, {removed} ersatta"
PARTS = {
    "accounts": "Konton",
    "codes": "Befattningar",
    "nodes": "Enheter",
    "edges": "Organisation",
    "unit_aliases": "Heromaenheter",
    "supplier_aliases": "Leverantörer",
    "scopes": "Omfattningar",
    "goals": "Mål",
    "events": "Händelser",
    "settings": "Inställningar",
}
# A command that is written wrong.
ARGUMENT_MISSING = "{0} saknas."
OPTION_MISSING = "Flaggan {0} saknas."
OPTION_MISSING_OF = "Flaggan {0} saknas. Välj någon av: {1}."
OPTION_UNKNOWN = "Flaggan {0} finns inte."
OPTION_UNKNOWN_NEAR = "Flaggan {0} finns inte. Menade du {1}?"
COMMAND_UNKNOWN = "Kommandot {0} finns inte."
COMMAND_UNKNOWN_NEAR = "Kommandot {0} finns inte. Menade du {1}?"
ARGUMENTS_MANY = "Det här hör inte till kommandot: {0}."
VALUE_MISSING = "Flaggan {0} ska följas av ett värde."
VALUE_NEEDLESS = "Flaggan {0} har inget värde."
VALUE_NOT_OF = "Värdet {1} kan inte användas för {0}. Välj någon av: {2}."
VALUE_NO_NUMBER = "Värdet för {0} är inget tal som kan användas. Skriv det med siffror."
VALUE_TOO_SMALL = "Värdet för {0} måste vara minst {1}."
READ_MORE = "Läs mer: {command} --help"
INTERNAL_ERROR = (
    "Ett internt fel inträffade ({error}). Inget har ändrats. "
    "Kör igen med BEMANNING_DEBUG=1 för att se var, och anmäl felet."
)
