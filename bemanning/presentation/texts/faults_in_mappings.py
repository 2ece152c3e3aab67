"""What can be wrong with a mapping workbook: what is wrong, then what to do. {…} are the params."""

from bemanning.domain.faults import FaultCode as Code

MAPPING_FAULTS: dict[Code, str] = {
    Code.MAPPING_SHEET_UNKNOWN: (
        "Bladet hör inte till en mappningsfil. Rätta namnet eller ta bort bladet. Bladen heter: {known}."
    ),
    Code.MAPPING_SHEETS_MISSING: "Filen har inget av en mappningsfils blad. De heter: {known}.",
    Code.MAPPING_HEADING_MISSING: "Kolumnen {heading} saknas. Lägg till den.",
    Code.MAPPING_HEADING_UNKNOWN: (
        "Kolumnen {heading} hör inte till bladet. Rätta rubriken, ta bort kolumnen, eller döp den till Kommentar. "
        "Kolumnerna heter: {known}."
    ),
    Code.MAPPING_HEADING_DUPLICATE: "Kolumnen {heading} finns två gånger. Ta bort den ena.",
    Code.MAPPING_VALUE_MISSING: "{heading} saknas. Fyll i cellen eller ta bort raden.",
    Code.MAPPING_WORD_UNKNOWN: "Ordet {value} är okänt här. Välj något av: {known}.",
    Code.MAPPING_MONTH: "Värdet {value} är ingen månad. Skriv den som 2018-12.",
    Code.MAPPING_NUMBER: "Värdet {value} är inget tal som kan stå i {heading}. Skriv det utan enhet, till exempel 2,5.",
    Code.MAPPING_MONTHS_REVERSED: "Raden gäller från {first} men bara till {last}. Till får inte ligga före Från.",
    Code.MAPPING_OVERLAP: "{key} står redan på rad {row} för samma tid. Låt bara en rad gälla i varje månad.",
    Code.MAPPING_PROFESSION: (
        "Kostnadsslaget {kind} och yrkesgruppen går inte ihop: övrigt har ingen yrkesgrupp, alla andra måste ha en."
    ),
    Code.MAPPING_NODE_UNKNOWN: "Enheten {node} finns inte på bladet Enheter. Lägg till den där, eller rätta koden.",
    Code.MAPPING_TWO_PARENTS: "Enheten {node} har två överordnade i {month}. Avsluta den ena raden före den andra.",
    Code.MAPPING_REGION_BELOW: "Regionen {node} står under en annan enhet i {month}. Regionen ska ligga överst.",
    Code.MAPPING_CYCLE: "Enheten {node} ligger under sig själv i {month}. Rätta Överordnad.",
    Code.MAPPING_DEFAULT_SCOPE: "{count} omfattningar är förvalda; exakt en ska vara det. Skriv ja på en rad.",
    Code.MAPPING_GOAL_INCOMPLETE: "Målet {goal} går inte att utvärdera: {lack}.",
    Code.MAPPING_TWO_ROWS: "{key} har två rader som gäller i {month}. Låt bara en rad gälla i varje månad.",
    Code.MAPPING_ROW_GONE: (
        "Raden för {key} som gäller från {month} finns inte längre. Sök upp {key} igen och börja om därifrån."
    ),
    Code.MAPPING_CHANGE_UNKNOWN: "Ändring {change} finns inte. Välj en ändring i historiken.",
    Code.MAPPING_FILE_LARGE: (
        "Filen är större än {limit} MB. Så stor är ingen mappningsfil; exporter läses in på sidan Inläsning."
    ),
    Code.MAPPING_FILE_GONE: "Mappningsfilen finns inte kvar: den sparas i ett dygn. Välj filen igen.",
    Code.MAPPING_NOTHING_CHANGED: "Allt är redan så. Ingenting ändras.",
    Code.DATA_CHANGED: ("Uppgifterna har ändrats sedan effekten räknades fram. Se effekten igen och spara sedan."),
    Code.FIELD_MISSING: "{field} saknas. Fyll i fältet.",
}
