"""What can be wrong when files are loaded, questions asked or the database opened. {…} are the params."""

from bemanning.domain.faults import FaultCode as Code

OTHER_FAULTS: dict[Code, str] = {
    Code.SAME_CONTENT: "Samma innehåll är redan inläst ({file}, inläsning {load}). Ingenting ändrades.",
    Code.CONTENT_REPLACED: (
        "Samma innehåll lästes in {date} ({file}, inläsning {load}) och är ersatt sedan dess. Läses filen in igen går "
        "månaderna tillbaka till det äldre innehållet."
    ),
    Code.CONTENT_UNDONE: "Samma innehåll lästes in {date} ({file}, inläsning {load}) och har ångrats.",
    Code.FILE_ENDS_BEFORE: (
        "Filen slutar med {last}, men inläsning {load} ({file}), som gäller för samma månader, når till {reaches}. "
        "Är filen en äldre export, ersätts nyare belopp av äldre."
    ),
    Code.SIGN_AGAINST_LOADED: (
        "Summan för {month}, {amount}, har omvänt tecken mot det som är inläst: {loaded} för {loaded_month}. Har filen "
        "omvänt tecken, vänd det under Så lästes filen innan den läses in."
    ),
    Code.SCALE_AGAINST_LOADED: (
        "Summan för {month}, {amount}, är av en annan storlek än det som är inläst: {loaded} för {loaded_month}. "
        "Kontrollera att filen är hel och att enheten är rätt under Så lästes filen innan den läses in."
    ),
    Code.MONTH_RESTATED: (
        "{month} var redan inläst och ersätts: {before} {unit} blir {after} {unit}, en skillnad på {difference} {unit}."
    ),
    Code.MONTH_CLOSED: "{month} är stängd för {scope}. Öppna månaden först, om den ska ändras.",
    Code.WOULD_ERASE: (
        "Filen skulle ta bort en del av {month}, som redan är inläst: {what} {examples} saknas ({count} st), "
        "tillsammans {amount}. Läs in en fil med hela månaden, välj filens omfattning, eller tillåt att de tas bort."
    ),
    Code.SCOPE_UNKNOWN: "Omfattningen {scope} finns inte. Välj någon av: {known}.",
    Code.SCOPE_MIXED: (
        "Filen har ansvar från flera omfattningar ({scopes}). Dela den i en fil per omfattning, eller ändra "
        "omfattningarna i mappningen."
    ),
    Code.SCOPE_IN_USE: (
        "Omfattningen {scope} har inlästa månader och kan inte tas bort. Låt den stå kvar på bladet Omfattningar, "
        "eller ångra dess inläsningar och läs in filerna igen efter mappningen."
    ),
    Code.SCOPE_OTHER: (
        "Filen läses in för omfattningen {scope}, men {count} ansvar hör till {others}: {examples}. De skulle räknas "
        "två gånger. Dela filen, eller ändra omfattningarna i mappningen."
    ),
    Code.NO_OUTCOME: "Filen har inget utfall, bara budget eller tomma månader. Hämta en export med utfall.",
    Code.SETTING_UNKNOWN: "Inställningen {key} finns inte. De som finns är: {known}.",
    Code.SETTING_VALUE: "Värdet {value} kan inte vara {key}. Skriv {allowed}.",
    Code.SETTING_DATED: "Inställningen {key} kan inte ändras över tid. Låt en enda rad gälla, utan Från och Till.",
    Code.MAPPING_NODE_IN_USE: (
        "Enheten {node} används på bladet {sheet} men finns inte bland enheterna. "
        "Lägg till den på bladet Enheter, eller rätta bladet {sheet}."
    ),
    Code.MONTH_NOT_LOADED: "{month} är inte inläst. Läs in månaden först.",
    Code.LOAD_UNKNOWN: "Inläsning {load} finns inte. Se listan över inläsningar.",
    Code.LOAD_ALREADY_UNDONE: "Inläsning {load} är redan ångrad.",
    Code.BALANCE_FILE_LARGE: (
        "Filen är större än {limit} MB. Ta ut saldolistan per konto och månad, utan verifikationer, eller stäm av med "
        "kommandot bemanning check-balance."
    ),
    Code.UPLOAD_BROKEN: "Filen kom inte fram hel: {received} av {size} byte. Skicka den igen.",
    Code.UPLOAD_NO_SPACE: (
        "Det finns inte plats för filen på servern, som har {free} MB kvar. Meddela den som sköter servern, och "
        "skicka filen igen sedan."
    ),
    Code.UPLOAD_FOLDER: (
        "Filen kunde inte tas emot: servern får inte skriva i mappen {folder} ({reason}). Meddela den som sköter "
        "servern: mappen anges med BEMANNING_UPLOADS och ska tillhöra programmets användare."
    ),
    Code.JOB_UNKNOWN: "Filen finns inte längre i listan. Skicka den igen, om den ska läsas in.",
    Code.JOB_ACTIVE: "Filen {file} kontrolleras eller läses in just nu. Vänta tills det är klart, eller avbryt först.",
    Code.JOB_ENDED: "Det hann bli klart innan det avbröts ({file}). En inläsning kan ångras i historiken.",
    Code.JOB_FILE_GONE: "Filen {file} finns inte kvar på servern. Skicka den igen.",
    Code.LOADED_SINCE_CHECK: (
        "Det som är inläst för filens månader har ändrats sedan filen kontrollerades, så ingenting har lästs in. "
        "Kontrollera filen igen."
    ),
    Code.JOB_FAILED: (
        "Något gick fel i programmet ({error}, {place}). Ingenting har lästs in. Försök igen, och meddela den som "
        "sköter programmet om det händer på nytt."
    ),
    Code.PROFILE_UNKNOWN: "Profilen {profile} finns inte. De som finns är: {profiles}.",
    Code.PROFILE_NAME: (
        "Ge profilen ett namn på högst {limit} tecken som börjar med en bokstav eller siffra, till exempel Raindance "
        "primärvården."
    ),
    Code.PROFILE_OTHER_SOURCE: (
        "Profilen {profile} finns redan och gäller filer från {source}. Ge den nya ett annat namn."
    ),
    Code.PROFILE_SAME: "Profilen {profile} säger redan detsamma (version {version}). Ingenting sparades.",
    Code.PROFILE_UNREAD: (
        "Filen kunde inte läsas med dessa val, så de kan inte sparas som profil. Välj kolumner och läs om filen först."
    ),
    Code.NO_RIGHTS: (
        "Du har läsbehörighet här och kan inte ändra något. Ingenting ändrades. Gör det på en server där ändringar är "
        "tillåtna, eller be den som förvaltar Bemanning."
    ),
    Code.NODE_UNKNOWN: "Enheten {node} finns inte i organisationen. Kontrollera koden.",
    Code.MONTH_TEXT: "{text} är ingen månad. Skriv den som 2018-12.",
    Code.CHOICE_TEXT: "{text} är inget av formulärets val. Ladda om sidan och försök igen.",
    Code.DATE_TEXT: "{text} är ingen dag. Skriv den som 2019-01-31.",
    Code.NOTHING_KNOWN: "Den {date} var ingenting inläst. Välj en senare dag.",
    Code.NOTHING_LOADED: "Ingenting är inläst än. Läs in en ekonomifil för att börja.",
    Code.COMMENT_EMPTY: "Kommentaren är tom. Skriv vad den ska säga.",
    Code.COMMENT_TOO_LONG: "Kommentaren har {count} tecken, och högst {most} får plats. Korta den.",
    Code.COMMENT_PERSONAL: (
        "Kommentaren ser ut att innehålla ett personnummer. Ta bort det: kommentarer visas för alla och sparas."
    ),
    Code.COMMENT_CHANGED: (
        "Kommentaren har ändrats eller tagits bort sedan sidan visades. Ladda om sidan och se hur den lyder nu."
    ),
    Code.DATABASE_UNREACHABLE: (
        "Databasen {database} kan inte nås: {reason}. Kontrollera adressen och att den är igång."
    ),
    Code.DATABASE_FULL: (
        "Disken är full: det finns inte plats för mer i databasen {database}. Inget har ändrats. Frigör utrymme på "
        "disken, och gör om det sedan."
    ),
    Code.DATABASE_NEWER: (
        "Databasen {database} är skapad av en nyare version av programmet (version {revision}). Uppgradera programmet."
    ),
}
