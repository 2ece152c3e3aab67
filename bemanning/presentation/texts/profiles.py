"""Profiles' words: what a heading can be taken for, and how a file was read."""

from bemanning.domain.profile import MONTH_COLUMN, PERSONAL, UNREAD

FIELD_NAMES = {
    UNREAD: "Läses inte",
    PERSONAL: "Personuppgift, läses aldrig",
    MONTH_COLUMN: "Månadens belopp",
    "month": "Period",
    "year": "År",
    "account": "Konto",
    "ansvar": "Ansvar",
    "actual": "Utfall",
    "debit": "Debet",
    "credit": "Kredit, dras av",
    "budget": "Budget",
    "forecast": "Prognos",
    "activity": "Verksamhet",
    "project": "Projekt",
    "counterparty": "Motpart",
    "supplier": "Leverantör",
    "voucher": "Verifikation",
    "total": "Summa, kontrolleras",
    "cumulative": "Ackumulerat, läses inte",
    "name": "Benämning, läses inte",
    "unit": "Enhet",
    "code": "Befattning eller AID",
    "employment": "Anställningsform",
    "time_kind": "Tidstyp",
    "hours": "Timmar",
    "cost": "Lönekostnad",
    "head_count": "Antal personer",
}
# As a field is written in the terminal.
FIELD_OF_WORD = {
    "-": UNREAD,
    "månad": MONTH_COLUMN,
    "period": "month",
    "år": "year",
    "konto": "account",
    "ansvar": "ansvar",
    "utfall": "actual",
    "debet": "debit",
    "kredit": "credit",
    "budget": "budget",
    "prognos": "forecast",
    "verksamhet": "activity",
    "projekt": "project",
    "motpart": "counterparty",
    "leverantör": "supplier",
    "verifikation": "voucher",
    "summa": "total",
    "enhet": "unit",
    "befattning": "code",
    "anställningsform": "employment",
    "tidstyp": "time_kind",
    "timmar": "hours",
    "lönekostnad": "cost",
    "antal": "head_count",
}
READ_BY = "läst enligt profilen {name}, version {version}"

READ_TITLE = "Så lästes filen:"
NOT_READ = "rubrikerna på rad {row} räckte inte för att förstå den."
READ_PROFILE = "profilen {name}, version {version}"
READ_SHEETS = "blad {sheets}"
READ_UNIT = "belopp i {unit}"
READ_FLIPPED = "vänt tecken"
READ_COLUMNS = "{taken} av {count} kolumner"
READ_MONTHS = ("1 månad som kolumn", "{count} månader som kolumner")

PROFILE_OTHER = "Läs efter en annan profil, eller ingen"
PROFILE_CHOICE = "Läs efter profil"
PROFILE_AUTOMATIC = "Den som passar"
PROFILE_NONE = "Ingen: läs efter rubrikerna"
READ_BY_IT = "Läs om efter profilen"
CORRECT_ABOUT = (
    "Ändra det som är fel och läs om: då visas på nytt vad filen innehåller. Inget sparas förrän den läses in."
)
HEADINGS = "Rubriker och vad de lästes som"
HEADINGS_MORE = "Rubriker som inte läses, och månader"
MORE_HEADINGS = (
    "1 rubrik till, som inte läses eller är en månad",
    "{count} rubriker till, som inte läses eller är månader",
)
HEADING = "Rubrik i filen"
NEW = "ny"
TAKEN_FOR = "Läses som"
FIELD_OF = "{heading} läses som"
SOURCE_CHOICE = "Filen kommer från"
SHEETS_CHOICE = "Blad"
SHEETS_HELP = "Inget valt: alla som har rubrikerna."
UNIT_CHOICE = "Belopp i"
UNIT_AS_SAID = "Som filen säger ({units})"
UNIT_UNSAID = "inget, alltså kronor"
UNIT_NAMES = {"kr": "Kronor", "tkr": "Tusental kronor", "mkr": "Miljoner kronor"}
FLIP, FLIP_NOT, FLIP_YES = "Tecken", "Som i filen", "Vänds: kostnader står med minus"
PERIOD = "Månad eller år, om filen inte säger det"
PERIOD_HELP = "2018-12 eller 2018. Gäller bara den här filen."
ROW = "Rubrikerna står på rad"
ROW_HELP = "En annan rad visar dess rubriker i stället."
READ_AGAIN = "Läs om filen"
SAVE_TITLE = "Läs nästa fil likadant"
SAVE_NAME = "Profilens namn"
SAVE_HELP = "Finns namnet blir det en ny version. Nästa fil med samma rubriker läses utan fråga."
SAVE = "Spara som profil"

PANEL_TITLE = "Profiler"
PANEL_SUBTITLE = "Så läses filer vars rubriker någon har bestämt. En fil med samma rubriker läses efter dem utan fråga."
PROFILE, SOURCE, READS, SAVED = "Profil", "Källa", "Läser", "Sparad"
VERSION = "Version {version}"
REMOVED = "Borttagen {moment}"
REMOVE = "Ta bort profilen"
REMOVE_ABOUT = "Inga fler filer läses efter den. Det som är inläst ändras inte, och versionerna finns kvar här."
OPEN = "Visa"
OPEN_LABEL = "Visa profilen {name}"
AS_SAID = "belopp som filen säger"
OF_SCOPE = "omfattar {scope}"
READ_AGAIN_DONE = "{file} läses om."
SAVED_DONE = "Profilen {name} är sparad, version {version}."
REMOVED_DONE = "Profilen {name} är borttagen. Inga fler filer läses efter den."

WORD_MEANS = "{word} ({column}) betyder"
WORD_UNTOLD = "Inget som är känt"
MEANINGS = {
    "own": "Anställd",
    "external": "Extern (hyrpersonal)",
    "ordinary": "Ordinarie tid",
    "overtime": "Övertid",
    "additional": "Mertid",
    "on_call": "Jour och beredskap",
    "absence": "Frånvaro",
}
# As a meaning is written in the terminal.
MEANING_OF_WORD = {
    "anställd": "own",
    "extern": "external",
    "ordinarie": "ordinary",
    "övertid": "overtime",
    "mertid": "additional",
    "jour": "on_call",
    "frånvaro": "absence",
}
OWN_WORDS = ("1 eget ord", "{count} egna ord")
