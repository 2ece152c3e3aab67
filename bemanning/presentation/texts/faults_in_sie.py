"""What can be wrong with, or noticed in, a SIE file: what is wrong, then what to do. {…} are the params."""

from bemanning.domain.faults import FaultCode as Code

SIE_FAULTS: dict[Code, str] = {
    Code.SIE_LINE: "Rad {line} i SIE-filen går inte att läsa: {reason}. Exportera filen igen, eller rätta raden.",
    Code.SIE_CHECKSUM: (
        "SIE-filens kontrollsumma (#KSUMMA) stämmer inte: {reason}. Filen har blivit skadad eller ändrad efter "
        "exporten. Exportera den igen."
    ),
    Code.SIE_VOUCHER_TWICE: (
        "Verifikation {voucher} (rad {line}) står redan i filen med samma rader, och skulle räknas dubbelt. Troligen "
        "är filen två exporter efter varandra. Exportera igen."
    ),
    Code.SIE_UNBALANCED: (
        "Verifikation {voucher} (rad {line}) går inte jämnt upp: raderna ger {difference} kr i stället för 0. "
        "Kontrollera verifikationen i ekonomisystemet och exportera igen."
    ),
    Code.SIE_ADDED_ROW: (
        "Verifikation {voucher} (rad {line}) har en tillagd rad (#RTRANS) utan den likadana rad (#TRANS) som ska "
        "följa, och det framgår inte om den ska räknas. Exportera igen, utan ändringshistorik om det går att välja."
    ),
    Code.SIE_CURRENCY: "SIE-filens belopp är i {currency}. Bara svenska kronor (SEK) läses. Exportera i kronor.",
    Code.SIE_NO_MONTHS: (
        "SIE-filen (typ {kind}) har inga belopp per månad för resultatkonton. Exportera typ 4 med verifikationer, "
        "eller typ 3 med periodsaldon per kostnadsställe."
    ),
    Code.SIE_YEAR_ALONE: (
        "SIE-filen är av typ {kind}: årssaldon, bara ett belopp per konto för hela året. Den kan inte läsas in, för "
        "allt följs per månad. Exportera typ 4 med verifikationer, eller typ 3 eller 2 med periodsaldon. Vill du pröva "
        "det inlästa mot årets saldon: välj filen på sidan Avstämning, under Mot saldolista."
    ),
    Code.SIE_RESULTS_MISSING: (
        "SIE-filen är av typ 1, årssaldon, men saknar årets resultat per konto (#RES 0) eller räkenskapsårets första "
        "och sista månad (#RAR 0). Exportera den igen, helst som typ 4."
    ),
    Code.SIE_TOTALS_MISSING: (
        "{count} saldon är uppdelade på kostnadsställen men saknar det saldo för hela kontot som ska stå bredvid, så "
        "det går inte att se om allt är med. Exportera typ 3 med kontototaler, eller typ 4."
    ),
    Code.SIE_BALANCE_ACCOUNTS: (
        "{count} balanskonton (tillgångar och skulder) lästes inte in, för de är ingen kostnad. Deras belopp i filen "
        "är tillsammans {amount} kr."
    ),
    Code.SIE_WITHOUT_ANSVAR: (
        "{count} rader på resultatkonton är bokförda utan kostnadsställe: {amount} kr. De läses in på ansvaret {unit}, "
        "som kan placeras i organisationen som alla andra."
    ),
    Code.SIE_OUTSIDE_YEAR: "Filen har belopp utanför det räkenskapsår som den anger: {months}. De läses in.",
    Code.SIE_OTHER_YEARS: "{count} saldon för andra räkenskapsår än filens eget lästes inte in.",
    Code.SIE_RESULT_DIFFERS: (
        "För {count} konton ({examples}) ger filens månader ett annat resultat än det årsresultat (#RES) som står "
        "i den: skillnaden är tillsammans {difference} kr. Så är det när bara en del av året exporterats; annars "
        "saknas något."
    ),
    Code.SIE_STRAY_LINES: (
        "{count} rader hör inte till någon post och lästes inte, den första på rad {line}. Troligen är de "
        "fortsättningen på en text med radbrytning."
    ),
    Code.SIE_LAST_LINE: (
        "Sista raden i SIE-filen saknar radslut. Kontrollera att den är hel: filen kan ha blivit avkortad."
    ),
}
