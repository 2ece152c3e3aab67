"""Words of the frame around every screen, and of what is said when a screen can't be shown."""

SKIP = "Hoppa till innehållet"
NAVIGATION = "Huvudmeny"
SELECTION = "Urval"
MONTH = "Månad"
NODE = "Enhet"
PROFESSION = "Yrkesgrupp"
ALL_PROFESSIONS = "Alla yrkesgrupper"
DEFINITION = "Andel av personalkostnad"
VIEW = "Organisation"
SPAN = "Visad tid"
MEASURE = "Mått"
COMPARED = "Jämför med (högst {most})"
COMPARED_NONE = "Enheter eller yrkesgrupper"
COMPARED_PROFESSIONS = "Yrkesgrupper"
COMPARED_NODES = "Enheter"
NODE_NOT_FOUND = "Ingen enhet heter så"
THEME = "Utseende"
THEME_CHOICES = {"light": "Ljust", "dark": "Mörkt", "auto": "System"}
COPY_LINK = "Kopiera länk"
COPIED = "Länken är kopierad"
NOT_COPIED = "Kopiera adressen: {address}"
EXCEL = "Excel"
EXCEL_LABEL = "Hämta som Excel"
CSV = "CSV"
CSV_LABEL = "Hämta som CSV"
HOW = "Så räknas måttet"
LOADING = "Hämtar uppgifter"
PRINTED = "Utskrivet {date}"

UNKNOWN_MONTH = "Månaden ”{word}” kan inte läsas. Skriv den som 2018-12."
UNKNOWN_PROFESSION = "Yrkesgruppen ”{word}” finns inte. Välj lakare, ssk eller ovrig."
UNKNOWN_DEFINITION = "Hyrandel av ”{word}” finns inte. Välj total eller egen."
UNKNOWN_MEASURE = "Måttet ”{word}” finns inte. Välj ett i listan Mått."
TOO_MANY_COMPARED = "Högst {most} kan jämföras på en gång, men adressen har {count}."
UNKNOWN_SPAN = "Tiden ”{word}” finns inte. Välj 5-ar eller alla."
UNKNOWN_VIEW = "Organisationen ”{word}” finns inte. Välj idag eller da."

PROBLEM_TITLE = "Urvalet kan inte visas"
PROBLEM_NEXT = "Välj något annat ovan, eller börja om med senaste månaden för hela hälso- och sjukvården."
PROBLEM_RESET = "Visa senaste månaden"
EMPTY_TITLE = "Här finns inga uppgifter än"
EMPTY_LEAD = "Databasen är tom. Läs in regionens egna filer, eller bygg demoregionen för att se hur det ser ut."
EMPTY_LOAD = "Läs in filer"
EMPTY_TERMINAL = "Samma sak i en terminal"
EMPTY_STEPS = (
    ("Kontrollera filerna först, utan att något sparas", "bemanning check huvudbok.xlsx heroma.xlsx"),
    ("Läs in dem", "bemanning load huvudbok.xlsx heroma.xlsx"),
    ("Eller bygg demoregionen med påhittade uppgifter", "bemanning demo"),
)
EMPTY_THEN = "Ladda sedan om sidan."

NOT_FOUND_TITLE = "Sidan finns inte"
NOT_FOUND_LEAD = "Adressen leder ingenstans. Kanske är länken gammal eller avhuggen."
NOT_FOUND_NEXT = "Till Översikt"
ERROR_TITLE = "Något gick fel hos oss"
ERROR_LEAD = (
    "Sidan kunde inte visas, och felet ligger i programmet, inte i det du gjorde. "
    "Försök igen om en stund. Återkommer felet, kontakta förvaltaren och ange tidpunkten."
)
DOWNLOAD_REFUSED = "Filen kan inte lämnas ut"
NO_SCRIPT = "{name} behöver JavaScript för att visa uppgifterna."
