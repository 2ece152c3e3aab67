"""Words of comments: on screen, in forms and in files."""

TITLE = "Kommentarer"
SUBTITLE = "{node}, tolv månader till och med {month}."
SUBTITLE_MARKS = " Numren står vid sina månader i diagrammet."
NONE = (
    "Ingen kommentar för perioden. Det som siffrorna inte säger själva, som varför en månad avviker, kan skrivas här."
)
OLDER = "Visa {count} äldre"
MORE = "Visa {count} till"
BELOW = "Enheter under {node}"
NUMBER = "Kommentar {number}"
ALL_PROFESSIONS = "alla yrkesgrupper"
SIGNED = "{name}, {date}"
REWORDED = "ändrad av {name}, {date}"
SEE = "Se kommentar {number}"
ON_NODE_ONE = "1 kommentar om {node}: se den"
ON_NODE = "{count} kommentarer om {node}: se den senaste"

WRITE_OR_CHANGE = "Skriv eller ändra kommentarer"
WRITE_TITLE = "Ny kommentar"
ABOUT = "Den gäller {node}, {month}, och syns på alla skärmar, i diagram, utskrifter och filer."
PROFESSION = "Gäller"
ALL_CHOICE = "Alla yrkesgrupper"
TEXT = "Kommentar, högst {most} tecken"
NO_PERSONAL = "Skriv inga personnummer eller uppgifter om enskilda."
WRITE = "Spara kommentaren"
REWORD = "Spara ändringen"
WITHDRAW = "Ta bort kommentaren"
CHANGE = "Ändra kommentar {number}"

WRITTEN = "Kommentaren är sparad."
CHANGED = "Kommentaren är ändrad. Hur den löd förut finns kvar i historiken."
WITHDRAWN = "Kommentaren är borttagen. Den finns kvar i historiken."

HOVER = "Kommentar {number}: {text}"
PRINTED = "({number}) {month}: {text}"
SHEET_NAME = "Kommentarer"
HEADINGS = (
    "Nummer", "Månad", "Kod", "Enhet", "Yrkesgrupp", "Kommentar", "Skriven av", "Skriven", "Ändrad av", "Ändrad",
)  # fmt: skip
COLUMN = "Kommentar"
