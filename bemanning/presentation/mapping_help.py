"""What the mapping workbook tells the one who fills it in: instructions, and a note on each heading."""

README_SHEET = "Läs mig"
README_TITLE = "Mappning: vad regionens egna koder betyder"
README_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Så gör du",
        (
            "1. Fyll i de gula raderna: koden står där, resten bestämmer du. Omappat belopp säger hur mycket.",
            "2. Ändra, lägg till eller ta bort rader på andra blad där det behövs. Listor öppnas i cellerna.",
            "3. Spara filen och läs in den. Alla fel visas på en gång, med blad och cell.",
        ),
    ),
    (
        "Det här gäller",
        (
            "Ett blad som finns i filen ersätter hela den tabellen. Ta bort ett blad som inte ska ändras.",
            "Inget sparas förrän hela filen är rätt, och tidigare rader finns kvar i historiken.",
            "Rubrikerna på rad 1 ska stå kvar. Kolumnen Omappat belopp och det här bladet läses inte.",
            "Koder är text: inledande nollor räknas. Cellerna är därför textceller.",
            "Månader skrivs 2018-12. Tomt Från betyder från början, tomt Till betyder tills vidare.",
            "Hellre en tom rad borttagen än en gissning: det som ingen rad känner till visas som omappat.",
        ),
    ),
    (
        "Bladen",
        (
            "Konton: vilket kostnadsslag och vilken yrkesgrupp varje konto är. Övrigt räknas inte som personalkostnad.",
            "Befattningar: vilken yrkesgrupp varje AID-kod eller befattningskod hör till.",
            "Enheter och Organisation: enhetens namn och nivå, och vad den ligger under från och till en månad.",
            "Heromaenheter: Heromas enhet när den heter annorlunda än ekonomisystemets ansvar.",
            "Leverantörer: ett namn för varje bemanningsföretag, hur det än skrivs i exporterna.",
            "Omfattningar: den del av organisationen som en fil talar för. En och bara en är förvald.",
            "Mål, Händelser och Inställningar: det som följs upp, det som ritas ut i diagrammen och det som är valt.",
        ),
    ),
)

_FROM = "Första månaden raden gäller, som 2018-01. Tomt: från början."
_TO = "Sista månaden raden gäller, som 2018-12. Tomt: tills vidare."
_PROFESSION = "Välj i listan."
HEADING_NOTES: dict[tuple[str, str], str] = {
    ("Konton", "Konto"): "Kontots kod som den står i exporten, som text.",
    ("Konton", "Kostnadsslag"): "Välj i listan. Övertid räknas till egen personalkostnad, övrigt räknas inte alls.",
    ("Konton", "Yrkesgrupp"): "Välj i listan. Ska fyllas i för alla kostnadsslag utom övrigt.",
    ("Befattningar", "Kod"): "AID-kod eller befattningskod som den står i Heromas export, som text.",
    ("Befattningar", "Yrkesgrupp"): _PROFESSION,
    ("Enheter", "Kod"): "Ansvar, kostnadsställe eller en egen kod för en högre nivå. Varje kod en gång.",
    ("Enheter", "Nivå"): "Välj i listan. Ansvar är den lägsta nivån, den som ekonomisystemet bokför på.",
    ("Organisation", "Enhet"): "Koden för enheten, som på bladet Enheter.",
    ("Organisation", "Överordnad"): "Koden för enheten närmast ovanför: högst en i varje månad.",
    ("Heromaenheter", "Heromaenhet"): "Enheten som den skrivs i Heromas export.",
    ("Heromaenheter", "Ansvar"): "Ekonomisystemets kod för samma enhet.",
    ("Leverantörer", "Skrivs i exporten"): "Namnet eller numret som det står i exporten.",
    ("Leverantörer", "Leverantör"): "Namnet som leverantören ska ha överallt.",
    ("Omfattningar", "Enhet"): "Omfattningen är allt under den här enheten.",
    ("Omfattningar", "Förvald"): "Ja för precis en omfattning: den tar också alla enheter som ingen annan omfattar.",
    ("Mål", "Nyckel"): "Ett kort namn som inte ändras, till exempel nationellt_lakare.",
    ("Mål", "Mått"): "Välj i listan. Odefinierat: målet kan inte utvärderas, skriv varför längre till höger.",
    ("Mål", "Enhet"): "Koden för enheten som målet gäller, som på bladet Enheter.",
    ("Mål", "Yrkesgrupp"): "Välj i listan. Tomt: alla yrkesgrupper.",
    ("Mål", "Riktning"): "Välj i listan. Tomt: högst.",
    ("Mål", "Målvärde"): "Procent, kronor, veckor eller antal, efter måttet. Tomt när målet är 2015 års nivå.",
    ("Mål", "2015 års nivå"): "Ja när målet är samma månader 2015.",
    ("Mål", "Senast"): "Månaden då målet prövas, som 2018-12.",
    ("Mål", "I kostnadstabellen"): "Ja när målet är en rad i kostnadstabellen mot 2015.",
    ("Mål", "Varav"): "Ja när raden är en del av raden ovanför.",
    ("Mål", "Utfall"): "Utfallet för ett mål med måttet antal, inmatat för hand.",
    ("Händelser", "Månad"): "Månaden då det hände, som 2018-02.",
    ("Inställningar", "Nyckel"): "definition, hours_per_week, health_care_node eller region_name.",
    ("Inställningar", "Värde"): "För definition: total eller own. För hours_per_week: timmar per vecka. Annars text.",
}  # fmt: skip


def heading_note(sheet: str, heading: str) -> str:
    """Give the note on a heading, "" where the heading says enough."""
    ends = {"Från": _FROM, "Till": _TO}
    return ends.get(heading, "") or HEADING_NOTES.get((sheet, heading), "")
