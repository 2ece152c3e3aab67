"""Headings of Översikt's files."""

CARDS = "Yrkesgrupper"
SHARES = "Hyrandel månad för månad, rullande tolv månader"
SHARES_SHEET = "Hyrandel"
PROFESSION = "Yrkesgrupp"
CARD_HEADINGS = (
    "Hyrandel, %",
    "För ett år sedan, %",
    "Ändring på ett år, p.e.",
    "2015 års nivå, %",
    "Mot 2015 års nivå, p.e.",
    "Andel av total, %",
    "Nationellt mål, högst % av total",
    "Över målet, p.e.",
    "Hyrkostnad, tolv månader, kr",
    "2015 års kostnad, kr",
    "Mot 2015 års kostnad, kr",
)
WHY_MISSING = "Varför uppgift saknas"
MONTH = "Månad"
SHARE = "{profession}, %"
CODE = "Kod"
UNIT = "Enhet"
PARENT = "Tillhör"
COST = "Hyrkostnad, kr"
UNIT_SHARE = "Hyrandel, %"
CHANGE_YEAR = "Mot i fjol, kr"
CHANGE_MONTH = "Förändring, kr"
