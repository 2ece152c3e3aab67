"""Hjälp's words."""

from bemanning.domain.vocabulary import MonthStatus

TITLE = "Hjälp"
HEADLINE = "Så läser du siffrorna, och så läser du in en månad"
ABOUT = "Varje mått med definition, formel, källa och ett räknat exempel. Sidan kan skrivas ut."
CONTENTS = "På sidan"

MEASURES_ID, LOAD_ID, MONTHS_ID, KEYS_ID = "matten", "lasa-in", "manader", "tangentbord"
MEASURES_TITLE = "Måtten"
MEASURES_SUBTITLE = (
    "Varje mått finns för en månad och för rullande tolv månader, per yrkesgrupp och enhet. Σ är summan över månaderna"
)
FORMULA = "Formel"
SOURCE = "Källa"
EXAMPLE = "Exempel"
UNIT = "Mäts i"
SEE = "Visa som trend"
RULES_TITLE = "Gäller alla mått"

LOAD_TITLE = "Läsa in en månad"
LOAD_SUBTITLE = "På sidan Inläsning, med regionens egna exportfiler (Excel, OpenDocument, csv eller SIE)"
LOAD_SCREEN_STEPS = (
    "Skriv ditt namn och släpp filerna på sidan, eller välj dem. Inget sparas än.",
    "Se vad varje fil är, vad den summerar till och vad den ändrar, månad för månad.",
    "Har filen fel nämns de alla, med blad och cell. Rätta dem och skicka filen igen.",
    (
        "Känns rubrikerna inte igen? Välj under Så lästes filen vad de är, läs om filen och spara som profil: nästa "
        "fil läses likadant utan fråga."
    ),
    "Välj om siffrorna är slutliga eller preliminära, och läs in. Hela filen läses in, eller ingenting.",
    "Mappa det som ännu inte är mappat, på sidan Mappning. Alla månader räknas om.",
    "Stäng månaden under Inlästa månader när den är klar, så ersätts den inte av misstag.",
)
LOAD_OPEN = "Öppna Inläsning"
UNDO = "Blev något fel? Ångra inläsningen i historiken: det som gällde före filen gäller då igen."
LOAD_TERMINAL = "Samma sak i en terminal"
LOAD_STEPS = (
    ("Kontrollera filerna. Inget sparas, och varje fel nämns med blad och cell.",
     "bemanning check ekonomi_2018-12.xlsx heroma_2018-12.xlsx"),
    ("Läs in dem: hela filen eller ingenting. Lägg till --preliminary om böckerna ännu är öppna.",
     "bemanning load ekonomi_2018-12.xlsx heroma_2018-12.xlsx"),
    ("Skriv ut mappningarna. Arbetsboken listar det som ännu inte är mappat, med belopp.",
     "bemanning export-mappings mappningar.xlsx"),
    ("Läs in den ifyllda arbetsboken. Alla månader räknas om.", "bemanning load-mappings mappningar.xlsx"),
    ("Se vilka profiler filer läses efter.", "bemanning profiles"),
    ("Se vad som är inlästa månader, per källa och del av organisationen.", "bemanning months"),
    ("Lås månaden när den är klar.", "bemanning set-month 2018-12 --status closed"),
    ("Blev något fel? Lista inläsningarna.", "bemanning loads"),
    ("Ångra en av dem.", "bemanning undo NUMMER"),
)  # fmt: skip

MONTHS_TITLE = "Månadens status"
MONTHS_SUBTITLE = "En månad har en status per källa och del av organisationen"
STATUS = "Status"
MEANING = "Betyder"
STATUS_MEANINGS = {
    MonthStatus.MISSING: "Inget är inläst. Månaden är en lucka, aldrig noll, och rullande tolv månader saknas där.",
    MonthStatus.OPEN: "Inläst. En rättad fil kan läsas in och ersätter den.",
    MonthStatus.PRELIMINARY: "Inläst medan böckerna ännu var öppna. Siffrorna kan ändras, och skärmarna säger det.",
    MonthStatus.CLOSED: "Inläst och låst. Ingen fil ersätter månaden förrän den öppnas igen.",
}

KEYS_TITLE = "Tangentbord"
KEYS_SUBTITLE = "Allt går att nå utan mus"
KEY = "Tangent"
DOES = "Gör"
KEYS = (
    ("Tabb", "Går till nästa länk, fält eller knapp. Skift + Tabb går tillbaka."),
    ("Retur på Hoppa till innehållet", "Första stoppet på varje sida: hoppar förbi meny och urval."),
    ("Pil upp och ner", "Väljer i en öppen lista. Skriv för att söka, Retur väljer, Esc stänger."),
    ("Pil vänster och höger", "Byter mellan två val, som Total och Egen."),
    ("Retur eller mellanslag", "Öppnar en rad i en tabell, eller trycker på en knapp."),
    ("Backsteg i Jämför med", "Tar bort det sist valda."),
    ("Pilar i en tabell som har fokus", "Rullar tabellen."),
)
