"""What can be wrong with, or noticed in, a file that is read: what is wrong, then what to do. {…} are the params."""

from bemanning.domain.faults import FaultCode as Code

FILE_FAULTS: dict[Code, str] = {
    Code.FILE_MISSING: "Filen {file} finns inte. Kontrollera namn och mapp.",
    Code.FOLDER_MISSING: "Mappen {folder} finns inte. Skapa den eller ange en annan.",
    Code.FOLDER_WATCHED: "Mappen {folder} bevakas redan av en annan process. Avsluta den först.",
    Code.FILE_NOT_WRITTEN: "Filen {file} kunde inte skrivas ({reason}). Kontrollera mapp och rättigheter.",
    Code.FILE_EMPTY: "Filen är tom. Kontrollera att exporten blev klar och hämta den igen.",
    Code.FILE_TOO_LARGE: "Filen är {size} MB, men högst {limit} MB kan läsas. Dela exporten, till exempel per månad.",
    Code.FORMAT_UNKNOWN: (
        "Filen ser ut att vara {format}, vilket inte kan läsas. Exportera den som xlsx eller csv, eller öppna den i "
        "Excel och spara den som Excelarbetsbok (.xlsx)."
    ),
    Code.FILE_DAMAGED: "Filen är skadad: {reason}. Hämta den igen från systemet, eller öppna och spara om den i Excel.",
    Code.FILE_ENCRYPTED: "Filen är skyddad med lösenord. Ta bort lösenordet i Excel och läs in den igen.",
    Code.FILE_HOSTILE: (
        "Filen avvisas, för den är byggd så som skadliga filer är: {reason}. Hämta en ny export direkt från systemet."
    ),
    Code.READ_LIMIT: (
        "Filen kunde inte läsas färdigt: {limit}. Dela exporten, till exempel per månad, eller spara om den."
    ),
    Code.READ_BROKEN: (
        "Filen fick läsningen att avbrytas: den är skadad, eller skriven på ett sätt som inte kan läsas. Ingenting "
        "lästes in. Öppna den i Excel, spara den som Excelarbetsbok (.xlsx) och läs in den; är den mycket stor, dela "
        "exporten."
    ),
    Code.READ_FAILED: (
        "Programmet fick ett oväntat fel ({error}, {place}) när filen lästes. Ingenting lästes in. Anmäl felet till "
        "den som förvaltar programmet."
    ),
    Code.MACROS_IGNORED: "Filen innehåller makron. De kördes inte; bara cellerna lästes.",
    Code.ENCODING_UNKNOWN: (
        "Det går inte att avgöra vilken teckenkodning textfilen har (hur å, ä och ö är skrivna). "
        "Spara den som csv i UTF-8."
    ),
    Code.TEXT_LAST_LINE: (
        "Filens sista rad saknar radslut. Kontrollera att den är hel: är filen avkortad kan radens belopp vara det."
    ),
    Code.TEXT_BROKEN: (
        "Textfilen går inte att dela upp i kolumner vid rad {line}: ett citationstecken saknar sitt par. Rätta raden, "
        "eller exportera som xlsx."
    ),
    Code.MORE_FAULTS: "… och {count} till av samma slag.",
    Code.HEADINGS_MISSING: (
        "Filen liknar en export från {source}, men rubrik saknas för: {missing}. Rubriker som kändes igen: {found}. "
        "Rubriker som liknar det som saknas: {nearest}. Rätta rubrikerna, eller välj under Så lästes filen "
        "vilken kolumn som är vilken."
    ),
    Code.LEDGER_WITHOUT_ANSVAR: (
        "Filen liknar en export från ekonomi, men rubrik saknas för ansvar. Rubriker som kändes igen: {found}. "
        "Rubriker som liknar det som saknas: {nearest}. Välj under Så lästes filen vilken kolumn som är ansvar, eller "
        "hämta en export med ansvar. En saldolista utan ansvar kan inte läsas in, men stämmas av på sidan Avstämning."
    ),
    Code.BALANCE_HEADINGS: (
        "Ingen rad har de rubriker som en saldolista behöver: konto, och månader eller utfall. Det här saknas: "
        "{missing}. Den troligaste rubrikraden: {headings}. Rätta rubrikerna, eller ta ut listan på nytt."
    ),
    Code.BALANCE_CHANGE: (
        "Ingående balans {opening} och förändring {change} blir {counted}, men utgående balans är {closing}. Ta ut "
        "listan på nytt, eller rätta raden."
    ),
    Code.BALANCE_COLUMN: (
        "Kolumnen {heading} är det som jämförs: förändringen. På varje rad är {opening} och {heading} tillsammans "
        "{closing}."
    ),
    Code.HEADINGS_UNKNOWN: (
        "Ingen rad känns igen som rubrikrad, varken för ekonomi (konto, ansvar, period, utfall) eller Heroma (period, "
        "enhet, befattning, anställningsform, timmar). Den troligaste raden: {headings}. Välj under Så lästes "
        "filen vilken kolumn som är vilken."
    ),
    Code.SOURCE_AMBIGUOUS: (
        "Rubrikerna passar både ekonomi och Heroma. Välj under Så lästes filen vilket det är, eller dela filen så att "
        "varje fil har det ena eller det andra."
    ),
    Code.HEADING_DUPLICATE: (
        "Flera kolumner gör anspråk på att vara {column}: {headings}. Välj under Så lästes filen vilken "
        "som ska läsas, eller ta bort den andra."
    ),
    Code.HEADING_GARBLED: (
        "Rubriken {heading} har förvanskade tecken: filen har sparats i fel teckenkodning. Exportera den igen som "
        "xlsx, eller som csv i UTF-8."
    ),
    Code.HEADING_FORM: (
        "Filen har både månader som kolumner och kolumnen {heading}. Ta bort det ena, så att det framgår hur månaden "
        "ska läsas."
    ),
    Code.SHEETS_DIFFER: (
        "Flera blad kan läsas men har olika kolumner: {sheets}. Välj under Så lästes filen vilket blad som ska läsas."
    ),
    Code.SEVERAL_SHEETS_READ: "Flera blad med samma kolumner lästes tillsammans: {sheets}.",
    Code.SHEET_IGNORED: (
        "Bladet lästes inte, för rubrik saknas för: {missing}. Komplettera det om det skulle ha varit med."
    ),
    Code.HIDDEN_SHEET_READ: "Bladet är dolt i Excel, men lästes.",
    Code.HIDDEN_ROWS_READ: (
        "Dolda eller bortfiltrerade rader lästes som alla andra: {count} st, tillsammans {amount}. Ta bort dem ur "
        "filen om de inte ska räknas."
    ),
    Code.HIDDEN_COLUMN_READ: (
        "Kolumnen {heading} är dold i Excel, men lästes: {amount}. Ta bort den ur filen om den inte ska räknas."
    ),
    Code.COLUMN_IGNORED: (
        "Kolumnen {heading} känns inte igen och lästes inte, fast den innehåller tal. Välj under Så lästes filen vad "
        "den är, om den ska läsas."
    ),
    Code.SOURCE_OTHER: "Filen är en export från {source}, men en annan källa begärdes. Ange rätt källa.",
    Code.PROFILE_MOVED: (
        "Filen liknar profilen {profile} men har ändrats. Rubriker som inte finns längre: {gone}. Rubriker som är nya: "
        "{new}. Välj under Så lästes filen vad de nya är, och spara en ny version av profilen; eller läs filen utan "
        "profil."
    ),
    Code.PROFILE_SHEETS: (
        "Profilen {profile} läser blad som inte finns längre: {sheets}. Blad som finns: {there}. Välj blad under Så "
        "lästes filen, och spara en ny version av profilen."
    ),
    Code.CORRECTION_SHEETS: (
        "Blad som valdes finns inte i filen: {sheets}. Blad som finns: {there}. Välj blad under Så lästes filen."
    ),
    Code.PROFILE_SEVERAL: "Flera sparade profiler passar filen: {profiles}. Ange vilken som gäller.",
    Code.PROFILE_NEEDLESS: "En SIE-fil säger själv vad allt är och läses utan profil. Läs in den utan att ange någon.",
    Code.NO_ROWS: "Rubrikerna känns igen, men under dem finns inga rader med belopp eller timmar. Hämta exporten igen.",
    Code.ROW_BROKEN_OFF: (
        "Raden slutar innan rubrikernas kolumner är slut, men ser ut att höra till en rad med belopp. Filen kan vara "
        "avklippt, eller en text innehålla ett radbryt utan citationstecken. Exportera filen igen."
    ),
    Code.SHEETS_ALIKE: (
        "Bladen {sheets} har samma konton, ansvar (eller enheter) och månader på {count} rader, och skulle räknas "
        "ihop. Om det ena är en kopia eller en äldre version: ta bort det. Annars: välj bladen under Så lästes filen."
    ),
    Code.ROWS_TWICE: (
        "Filens andra hälft är en kopia av den första ({count} rader), som då skulle räknas två gånger. Ta bort "
        "kopian, eller hämta exporten igen."
    ),
    Code.SUBTOTAL_ROWS: (
        "Raderna med {column} {value} är överallt summor av de mer detaljerade ({text} …), och skulle räknas två "
        "gånger. Exportera utan delsummor, eller ta bort dem."
    ),
    Code.ROW_UNLABELLED: (
        "Raden har bara tal, och är inte summan av raderna ovanför. Fyll i dess koder, eller ta bort den om den är en "
        "summa."
    ),
    Code.ROW_SHIFTED: (
        "Raden har fler värden än det finns rubriker; en avgränsare i en text har troligen flyttat dem. Sätt texten "
        "inom citationstecken, eller exportera som xlsx."
    ),
    Code.CELL_ERROR: "Cellen visar felet {value}. Rätta formeln eller skriv in värdet, och spara filen.",
    Code.FORMULA_UNCALCULATED: (
        "Cellen har en formel utan sparat värde. Öppna filen i Excel, låt den räkna om, och spara."
    ),
    Code.PERIOD_MISSING: (
        "Period saknas: det finns ingen kolumn med period, och ingen titelrad säger vilken enda månad filen gäller. "
        "Ta med perioden i exporten, eller ange månaden under Så lästes filen."
    ),
    Code.PERIOD_FROM_TITLE: "Filen har ingen kolumn med period. Alla rader lästes som {month}, enligt titelraden.",
    Code.PERIOD_UNREADABLE: (
        "Värdet {value} kan inte läsas som en period. Skriv den som 201801, 2018-01 eller jan 2018."
    ),
    Code.PERIOD_CONFLICT: "Perioden {value} stämmer inte med året {year} på samma rad. Rätta det ena.",
    Code.PERIOD_FUTURE: "Perioden {month} ligger för långt fram; den senaste rimliga är {latest}. Rätta perioden.",
    Code.PERIOD_13_ALONE: (
        "Filen har period 13 men inte {month}, som den räknas med. Den skulle ersätta hela månaden. Exportera "
        "december och period 13 i samma fil."
    ),
    Code.PERIOD_13: "Period 13 finns i filen: {amount} kr räknas med {month}.",
    Code.PERIOD_SPAN: (
        "{value} är flera månader (kvartal, tertial eller annat). Utfall följs per månad och delas aldrig upp. Hämta "
        "en export per månad."
    ),
    Code.YEAR_FROM_TITLE: "Månaderna står utan år och lästes som {year}, enligt en titelrad.",
    Code.YEAR_UNREADABLE: "Värdet {value} är inget år. Skriv året med fyra siffror, till exempel 2018.",
    Code.YEAR_MISSING: (
        "Månaden {value} saknar år. Skriv året i rubriken (jan-18), i en egen kolumn, eller ensamt i en titelrad; "
        "eller ange det under Så lästes filen."
    ),
    Code.MONTH_EMPTY: "Månader utan utfall läses inte in, utan räknas som saknade: {months}.",
    Code.KEY_MISSING: (
        "Cellen är tom, men raden har belopp eller timmar: {column} saknas. Fyll i cellen. Om koden bara står på "
        "gruppens första rad: upprepa den på varje rad (i en pivottabell: Upprepa alla objektsetiketter)."
    ),
    Code.CODE_PERSONAL: (
        "Cellen i kolumnen {column} ser ut att innehålla ett personnummer (visas inte). Ta bort det och läs in igen."
    ),
    Code.CODE_UNREADABLE: (
        "Värdet {value} är ingen kod för {column}: Excel har gjort om den till ett datum, decimaltal eller för långt "
        "tal. Formatera kolumnen som text och hämta koderna igen."
    ),
    Code.CODE_WITH_NAME: (
        "Koderna i kolumnen {column} står ihop med sina namn och lästes utan dem: {value} lästes som {text}."
    ),
    Code.NAMES_FOR_CODES: (
        "Under rubriken {heading} står namn ({column}); koderna står i kolumnen bredvid, som saknar rubrik. Skriv en "
        "rubrik över koderna, och dela rubrikcellen om den är sammanfogad."
    ),
    Code.CODE_GARBLED: (
        "Koden {value} har förvanskade tecken ({column}), och vilka som stod där går inte att veta. Exportera filen "
        "igen som xlsx, eller som csv i UTF-8."
    ),
    Code.TEXT_GARBLED: (
        "{count} texter i kolumnen {column} har förvanskade tecken, till exempel {value}. De lästes som de står. "
        "Exportera filen igen som xlsx, eller som csv i UTF-8."
    ),
    Code.WORD_UNKNOWN: (
        "Ordet {value} är okänt i kolumnen {column}. Välj under Så lästes filen vad det betyder, eller rätta det."
    ),
    Code.AMOUNT_UNREADABLE: "Värdet {value} är inget belopp ({column}). Skriv ett tal, till exempel 1 234,50.",
    Code.AMOUNT_AMBIGUOUS: (
        "Talet {value} är tvetydigt ({column}): det kan vara tusental eller decimaler, och inget annat värde i "
        "kolumnen avgör. Exportera som tal, eller med två decimaler."
    ),
    Code.AMOUNT_DECIMALS: (
        "Beloppet {value} har fler decimaler än öre ({column}). Kontrollera decimaltecken och enhet, eller avrunda "
        "till öre i systemet."
    ),
    Code.AMOUNT_SCIENTIFIC: (
        "Talet {value} är skrivet i grundpotensform och har tappat siffror ({column}). Formatera kolumnen som tal med "
        "två decimaler och spara igen."
    ),
    Code.AMOUNT_TOO_LARGE: "Talet {value} är orimligt stort ({column}). Kontrollera cellen, eller filens enhet.",
    Code.AMOUNT_BLANK: "{count} rader har varken belopp eller timmar. De räknas som noll.",
    Code.AMOUNT_CUMULATIVE: (
        "En titelrad säger att beloppen är ackumulerade eller rullande, alltså summor av flera månader, och ingen "
        "kolumn har månadens egna. Hämta en export per månad, eller ta bort ordet om beloppen är månadens."
    ),
    Code.SIGN_AGENCY: (
        "Kostnaden för hyrpersonal är negativ i varje månad, tillsammans {amount} kr. Kostnad ska vara "
        "positiv: har filen omvänt tecken, vänd det under Så lästes filen innan den läses in."
    ),
    Code.SIGN_ALL: (
        "Nästan alla belopp är negativa, tillsammans {amount} kr. Kostnad ska vara positiv: har filen "
        "omvänt tecken, vänd det under Så lästes filen innan den läses in."
    ),
    Code.AMOUNT_CREDIT: (
        "Enligt kolumnen {heading} är {count} av raderna kredit, men beloppen står utan minus: {amount} kr skulle "
        "räknas som kostnad. Hämta en export där kredit är negativ, eller ta bort kolumnen om den säger något annat."
    ),
    Code.AMOUNT_HALF: (
        "Beloppen läses ur kolumnen {heading}, men en del av dem står i kolumnen {text}, som inte läses. Säg under "
        "Så lästes filen vilken som är debet och vilken som är kredit, eller hämta en export med beloppet i en kolumn."
    ),
    Code.AMOUNT_OF_HALVES: (
        "Utfallet räknas som kolumnen {heading}, sammanlagt {debit} kr, minus kolumnen {text}, sammanlagt {credit} kr."
    ),
    Code.CREDIT_NEGATIVE: (
        "Beloppen i kolumnen {heading} är sammanlagt {amount} kr. Drogs de från debet skulle det som har krediterats "
        "räknas som kostnad. Hämta en export där kredit är utan minus, eller en med beloppet i en kolumn."
    ),
    Code.AMOUNT_CURRENCY: (
        "Enligt {heading} är belopp i {value}, och bara svenska kronor kan läsas. Hämta en export i kronor. Är "
        "beloppen i kronor ändå, välj enhet under Så lästes filen."
    ),
    Code.ROWS_PLANNED: (
        "Enligt kolumnen {heading} är {count} av raderna annat än utfall (budget, prognos, saldo eller summa), "
        "sammanlagt {amount} kr. De skulle räknas som kostnad. Hämta en export med bara utfall, eller med budget och "
        "prognos i egna kolumner."
    ),
    Code.TITLE_PLANNED: (
        "Enligt ”{text}” är beloppen ingen kostnad, men de skulle läsas som utfall. Hämta utfallet, eller säg under Så "
        "lästes filen vad kolumnen är."
    ),
    Code.AMOUNT_SPLIT: (
        "Talet ser ut att vara delat i två celler, med decimalkommat taget för det komma som skiljer kolumnerna åt. "
        "Exportera med semikolon mellan kolumnerna eller citationstecken kring talen, eller som xlsx."
    ),
    Code.AMOUNT_MERGED: (
        "Cellen är sammanfogad över flera rader eller belopp, så det går inte att avgöra vems beloppet är. Dela cellen "
        "och skriv beloppet där det hör hemma."
    ),
    Code.UNIT_SCALED: "Filen anger beloppen i {unit}. De räknades om till kronor ({factor} gånger).",
    Code.UNIT_CONFLICT: (
        "Filen anger {units}, och det går inte att veta i vilken enhet beloppen är. Välj den rätta under Så lästes "
        "filen: kr, tkr eller mkr, eller exportera så att bara en av dem nämns."
    ),
    Code.UNIT_UNREAD: (
        "Filen anger beloppen i {units}, men belopp läses bara i kr, tkr och mkr, och med någon av dem skulle summorna "
        "bli fel. Hämta en export i kronor, eller ta bort ordet ur filen om beloppen är i kronor."
    ),
    Code.UNIT_SET: "Beloppen lästes som {unit}, för så är det bestämt. Filen själv anger {units}.",
    Code.UNIT_MOVED: (
        "Profilen säger att beloppen är i {unit}, men filen anger {units}, och det gjorde den inte när profilen "
        "sparades. Välj enhet under Så lästes filen, och spara en ny version av profilen."
    ),
    Code.TOTAL_ROUNDED: "Summan stämmer bara på avrundning när, för filens belopp saknar decimaler.",
    Code.SUM_MISMATCH: (
        "Summan i filen är {stated}, men raderna som den summerar ger {counted}. Kontrollera om rader saknas eller är "
        "dolda, och hämta exporten igen."
    ),
    Code.HOURS_UNREADABLE: "Värdet {value} är inget rimligt antal timmar. Skriv det som 7,5 eller 7:30.",
    Code.HOURS_IMPLAUSIBLE: (
        "{hours} timmar är mer än radens personer har på en månad (högst {most}). Kontrollera timmar, antal personer "
        "och period."
    ),
    Code.HOURS_NEGATIVE: (
        "Rättelser ger färre timmar än noll för {count} kombinationer av enhet, befattning och tidstyp, tillsammans "
        "{amount}. Kontrollera att rättelsen hör till månaden."
    ),
    Code.COUNT_UNREADABLE: "Värdet {value} är inget antal personer. Skriv ett helt tal.",
    Code.TIME_KIND_ASSUMED: "Filen saknar tidstyp. All tid räknas som ordinarie, även frånvaro om sådan finns i filen.",
    Code.PERSONAL_DATA_DROPPED: "Personuppgifter lästes inte in: {count} celler med {kind} lämnades kvar i filen.",
}
