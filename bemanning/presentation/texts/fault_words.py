"""Swedish for the code words that faults carry as params: param → code word → Swedish."""

COLUMN_WORDS = {
    "month": "period", "account": "konto", "ansvar": "ansvar", "actual": "utfall", "debit": "debet",
    "credit": "kredit", "budget": "budget", "forecast": "prognos", "amount": "belopp",
    "activity": "verksamhet", "project": "projekt",
    "counterparty": "motpart", "supplier": "leverantör", "voucher": "verifikation", "unit": "enhet",
    "code": "befattning eller AID", "employment": "anställningsform", "time_kind": "tidstyp", "hours": "timmar",
    "cost": "lönekostnad", "head_count": "antal personer", "year": "år",
}  # fmt: skip
FORMAT_WORDS = {
    "xls_old": "en Excelfil från före 1997", "ole": "ett äldre Officedokument som inte är ett kalkylark",
    "opendocument": "ett OpenDocument-dokument som inte är ett kalkylark",
    "docx": "ett Worddokument", "pptx": "en PowerPointpresentation", "pdf": "en pdf", "image": "en bild",
    "rtf": "ett RTF-dokument", "archive": "ett arkiv (zip eller liknande)", "xml": "en XML-fil av annat slag",
    "mhtml": "en webbsida sparad som arkiv (.mht)", "binary": "något annat än kalkylark eller text",
    "text_not_workbook": "en textfil och inte en Excelarbetsbok",
}  # fmt: skip
REASON_WORDS = {
    "zip": "arkivet som en xlsx består av är inte helt", "workbook": "arbetsbokens innehåll går inte att tolka",
    "nul": "den innehåller nolltecken och är ingen text", "inflated": "den packas upp till mycket mer än den påstår",
    "zip_ratio": "en del packas upp till hundratals gånger sin storlek", "parts": "den har orimligt många delar",
    "duplicate_part": "samma del finns flera gånger", "doctype": "dess XML har en dokumenttyp eller entiteter",
    "encoding": "dess XML har en annan teckenkodning än UTF-8", "cell_span": "en cell ligger orimligt långt bort",
    "row": "en rad tar aldrig slut", "several_formats": "den är flera slags filer på en gång",
    "page_cut_off": "webbsidan slutar mitt i en tabell",
    "sie_xml": "dess XML är inte hel",
    "sie_quote": "ett citationstecken saknar sitt par", "sie_braces": "en klammer saknar sitt par",
    "sie_row": "konto, objektlista inom klammer och belopp går inte att skilja åt", "sie_fields": "uppgifter saknas",
    "sie_objects": "objektlistan består inte av par av dimension och objekt", "sie_amount": "beloppet är inget tal",
    "sie_decimals": "beloppet har fler decimaler än öre", "sie_large": "beloppet är orimligt stort",
    "sie_date": "datumet finns inte eller är inte skrivet ÅÅÅÅMMDD",
    "sie_period": "perioden finns inte eller är inte skriven ÅÅÅÅMM", "sie_future": "månaden ligger för långt fram",
    "sie_code": "koden är tom eller orimligt lång",
    "sie_personal": "koden ser ut att innehålla ett personnummer (visas inte)",
    "sie_no_rows": "verifikationen före raden saknar sina konteringsrader inom klammer",
    "sie_outside": "raden står utanför en verifikation", "sie_cut": "filen slutar mitt i en verifikation",
    "sie_twice": "samma saldo har redan angetts",
    "sie_combined": "saldot gäller flera objekt tillsammans, men kostnadsstället har inget eget saldo",
    "sie_sum_open": "kontrollsumman påbörjas men ges aldrig, så filen är avkortad",
    "sie_sum_form": "kontrollsumman är inte skriven som den ska",
    "sie_sum_differs": "innehållet ger en annan kontrollsumma än den som står i filen",
}  # fmt: skip
LIMIT_WORDS = {
    "time": "det tog för lång tid", "processor": "den krävde för mycket räknande",
    "memory": "den krävde för mycket minne",
}  # fmt: skip
KIND_WORDS = {
    "personal_number": "personnummer", "person_name": "personnamn",
    "employee_number": "anställningsnummer eller liknande",
}  # fmt: skip
LACK_WORDS = {
    "target": "det har varken målvärde eller 2015 års nivå", "one_target": "det har både målvärde och 2015 års nivå",
    "reason": "det är odefinierat, men skälet saknas",
}  # fmt: skip
SOURCE_WORDS = {"ledger": "ekonomisystemet", "heroma": "Heroma"}

# `missing` is a list of columns, separated by commas; a mapping's `kind` is already the workbook's own word.
WORDS_OF_PARAM: dict[str, dict[str, str]] = {
    "column": COLUMN_WORDS,
    "missing": COLUMN_WORDS,
    "format": FORMAT_WORDS,
    "reason": REASON_WORDS,
    "limit": LIMIT_WORDS,
    "kind": KIND_WORDS,
    "lack": LACK_WORDS,
    "source": SOURCE_WORDS,
}
