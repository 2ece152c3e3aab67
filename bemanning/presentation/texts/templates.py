"""Words of the template files, for those whose systems give no export. The headings are such that the reader knows."""

from __future__ import annotations

from dataclasses import dataclass

from bemanning.domain.vocabulary import Source

SHEET, HELP_SHEET = "Uppgifter", "Så fyller du i"
TITLES = {Source.LEDGER: "Mall för kostnader", Source.HEROMA: "Mall för arbetad tid"}
SUBJECT = "Mall"
PRINTED = "Bemanning, {title}"

LEADS = {
    Source.LEDGER: (
        "För kostnader ur ekonomisystemet, när det inte finns någon export att läsa in. Fyll i bladet Uppgifter: en "
        "rad per månad, konto och ansvar."
    ),
    Source.HEROMA: (
        "För arbetad tid ur Heroma eller ett annat personalsystem, när det inte finns någon export att läsa in. Fyll i "
        "bladet Uppgifter: en rad per månad, enhet, befattning, anställning och tidstyp."
    ),
}
STEPS_TITLE = "Så gör du"
STEPS = (
    "Fyll i bladet Uppgifter. Kolumner med mörk rubrik måste fyllas i, de med ljus rubrik får vara tomma.",
    "Ta med hela månaden. Det som inte står i filen räknas som noll, och en månad som redan är inläst ersätts.",
    "Skriv inga personnummer och inga namn. De behövs inte, och läses inte in.",
    "Spara som Excelarbetsbok (.xlsx) och läs in filen på sidan Inläsning. Allt kontrolleras innan något sparas.",
)
COLUMNS_TITLE = "Kolumnerna"
COLUMN_HEADINGS = ("I kolumnen", "Skriver du", "Till exempel", "Måste fyllas i")
MUST, MAY = "ja", "nej"
MONTH_WRONG = "Skriv år och månad med sex siffror, till exempel 201812."
WORD_WRONG = "Välj ett ord i listan."
NUMBER_WRONG = "Skriv ett tal."


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column. kind: "month", "code" (text), "amount", "hours", "count" or "word" (one of `words`)."""

    heading: str
    kind: str
    meaning: str
    example: str
    required: bool = True
    words: tuple[str, ...] = ()
    width: int = 16


_MONTH = TemplateColumn("Period", "month", "År och månad, som månaden bokförs på.", "201812", width=12)

COLUMNS = {
    Source.LEDGER: (
        _MONTH,
        TemplateColumn("Konto", "code", "Kontots nummer, med inledande nollor.", "4610"),
        TemplateColumn("Ansvar", "code", "Ansvar eller kostnadsställe, den lägsta nivån i ekonomisystemet.", "31020"),
        TemplateColumn(
            "Utfall", "amount", "Belopp i kronor för månaden. Kostnader utan minustecken, rättelser med.", "125000,50"
        ),
        TemplateColumn("Leverantör", "code", "Bemanningsföretagets namn, på rader med hyrpersonal.",
                       "Norrsken Vård AB", required=False, width=30),
        TemplateColumn("Verifikation", "code", "Verifikationens nummer, på rader med hyrpersonal.", "V10234",
                       required=False),
    ),
    Source.HEROMA: (
        _MONTH,
        TemplateColumn("Enhet", "code", "Enhetens kod. Samma som i ekonomisystemet, eller mappad till den.", "31020"),
        TemplateColumn("Befattning", "code", "AID-etikett eller befattningskod, aldrig en persons namn.", "202010"),
        TemplateColumn("Anställning", "word", "Egen personal är Anställd, inhyrd är Extern.", "Extern",
                       words=("Anställd", "Extern")),
        TemplateColumn("Tidstyp", "word", "Slag av tid. Frånvaro räknas aldrig som arbetad tid.", "Ordinarie",
                       words=("Ordinarie", "Övertid", "Mertid", "Jour", "Frånvaro")),
        TemplateColumn("Timmar", "hours", "Antal timmar som tal.", "152,5"),
        TemplateColumn("Lönekostnad", "amount", "Lönekostnad i kronor, om den finns.", "61000", required=False),
        TemplateColumn("Antal personer", "count", "Antal personer bakom raden, om det finns.", "3", required=False),
        TemplateColumn("Leverantör", "code", "Bemanningsföretagets namn, på rader med Extern.", "Norrsken Vård AB",
                       required=False, width=30),
    ),
}  # fmt: skip
FILE_NAMES = {Source.LEDGER: "mall_huvudbok.xlsx", Source.HEROMA: "mall_heroma.xlsx"}
