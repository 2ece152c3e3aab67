"""Words for what was known on an earlier day."""

BANNER = "Visar det som var känt {date}: inläsningar, mappningar, mål och kommentarer som de var när dagen var slut."
ALWAYS_NOW = "Den här sidan visar alltid det som gäller nu. Övriga sidor visar det som var känt {date}."
BACK = "Visa det som är känt nu"
NOTHING_TITLE = "Den {date} var ingenting inläst"
NOTHING_LEAD = "Dagen ligger före den första inläsningen. Välj en senare dag, eller se det som är känt nu."
MADE = "{made}, så som det var känt {date}"
IMAGE = "Så som det var känt {date}."

CHOOSE = "Visa som det var känt en viss dag"
CHOOSE_HELP = "Med den dagens inläsningar, mappningar och mål. Skriv dagen som 2019-01-31."
DAY = "Känt den"
SHOW = "Visa"
DAY_BEFORE = "Visa som dagen före"
DAY_BEFORE_LABEL = "Visa måluppfyllelsen som den var känd {date}, dagen före inläsning {number}"

UNKNOWN_DAY = "Dagen ”{word}” kan inte läsas. Skriv den som 2019-01-31."
