"""A table of what ledger exports hold: each file is built here, with its exact total in öre, or its faults by cell."""
# ruff: noqa: E501 -- a row of the table stays on one line

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from bemanning.domain.faults import FaultCode as Code
from bemanning.domain.parsed_file import ParsedFile
from bemanning.domain.vocabulary import Source
from loaders.reading import LOOKED_AT_ROWS
from tests.loaders.built_files import Cell, Formula, Rows, cells_of, places

HEADER = ["KONTO_ID", "KST_ID", "PERIOD", "UTFALL"]
NO_PERIOD = [*HEADER[:2], "Utfall"]
HALVES = ["Konto", "Ansvar", "Period", "Debet", "Kredit"]
WIDE = ["Konto", "Ansvar", "jan-18", "feb-18", "Totalt"]
YEARS = ["Konto", "Ansvar", "År", "jan", "feb", "Totalt"]
Parse = Callable[..., ParsedFile]
Build = Callable[..., Path]


TRUE: Cell = True


def one(amount: Cell, period: Cell = 201801, account: Cell = "5011", ansvar: Cell = "101") -> list[Cell]:
    return [account, ansvar, period, amount]


def half(debit: Cell, credit: Cell = None) -> list[Cell]:
    return ["5011", "101", 201801, debit, credit]


# name, rows, total in öre, warnings
READ: list[tuple[str, Rows, int, Sequence[Code]]] = [
    ("plain", [HEADER, one(12.34), one(1)], 1334, []),
    ("debit and credit, a column each", [HALVES, half(12.34), half(None, 2), half("1,50", "0,25")], 1159, [Code.AMOUNT_OF_HALVES]),
    ("debit and credit, a row of neither", [HALVES, half(5, 0), half(None, None)], 500, [Code.AMOUNT_BLANK, Code.AMOUNT_OF_HALVES]),
    ("debit and credit, with their sums", [HALVES, half(5), half(7, 2), ["Summa", None, None, 12, 2]], 1000, [Code.AMOUNT_OF_HALVES]),
    ("debit and credit, rounded thousands", [["tkr"], HALVES, half(5), half(7, 2), ["Summa", None, None, 13, 2]], 1000000, [Code.UNIT_SCALED, Code.AMOUNT_OF_HALVES, Code.TOTAL_ROUNDED]),
    ("debit and credit, a reversal", [HALVES, half(-5), half(None, -2), half(9, 4)], 200, [Code.AMOUNT_OF_HALVES]),
    ("debit and credit beside the amount", [[*HALVES, "Belopp"], [*half(5), 5], [*half(None, 2), -2]], 300, []),
    ("debit and credit beside the budget", [["Konto", "Ansvar", "Period", "Kreditbelopp", "Belopp debet", "Budget"], ["1", "2", 201801, 2, 5, 9]], 300, [Code.AMOUNT_OF_HALVES]),
    ("negative month", [HEADER, one(-12.34)], -1234, []),
    ("float noise", [HEADER, one(0.1 + 0.2), one(1e9 + 0.1)], 100_000_000_040, []),
    ("number stored as text", [HEADER, one("12,50"), one(1)], 1350, []),
    ("no-break space", [HEADER, one("1\u00a0234\u00a0567,50")], 123456750, []),
    ("narrow no-break space", [HEADER, one("1\u202f234,50")], 123450, []),
    ("thin space", [HEADER, one("1\u2009234,50")], 123450, []),
    ("apostrophe", [HEADER, one("1'234,50"), one("1’234,50")], 246900, []),
    ("true minus", [HEADER, one("\u22121 234,50")], -123450, []),
    ("trailing minus", [HEADER, one("1 234,50-")], -123450, []),
    ("parentheses", [HEADER, one("(1 234,50)")], -123450, []),
    ("kr after", [HEADER, one("100 kr"), one("50:-"), one("25 SEK")], 17500, []),
    ("dash is zero", [HEADER, one("-"), one("5,00")], 500, []),
    ("thousands by point", [HEADER, one("1.234.567,50")], 123456750, []),
    ("thousands by comma", [HEADER, one("1,234.50")], 123450, []),
    ("ambiguous, settled as thousands", [HEADER, one("1,234"), one("12.50")], 124650, []),
    ("ambiguous, settled by thousands", [HEADER, one("(1.234)"), one("1.234.567")], 123333300, []),
    ("leading zeros in codes", [HEADER, one(5, account="0501", ansvar="007")], 500, []),
    ("codes of letters, nothing beside them", [["Ansvar", "Konto", "Period", None, "Utfall", None], ["HSV", "5011", 201801, None, 5, "a"], ["STAB", "5011", 201801, None, 5, None]], 1000, []),
    ("code as a number", [HEADER, one(5, account=5011, ansvar=101.0)], 500, []),
    ("forced text", [HEADER, one(5, account='="0501"')], 500, []),
    ("dates as periods", [HEADER, one(5, date(2018, 1, 1)), one(5, 43101), one(5, "2018-01-31")], 1500, []),
    ("period names", [HEADER, one(5, "jan-18"), one(5, "Jan 2018"), one(5, "januari 2018"), one(5, "2018-01")], 2000, []),
    ("period 13", [HEADER, one(5, 201812), one(7, 201813)], 1200, [Code.PERIOD_13]),
    ("blank amount", [HEADER, one(5), one(None)], 500, [Code.AMOUNT_BLANK]),
    ("blank rows", [HEADER, one(5), [], [None, None], one(5)], 1000, []),
    ("header again", [HEADER, one(5), HEADER, one(5)], 1000, []),
    ("footer", [HEADER, one(5), [], ["Utskriven 2018-02-03"]], 500, []),
    ("footers without end", [HEADER, one(5), *[["Utskriven"]] * 1_001], 500, []),
    ("title rows", [["Region X"], ["Belopp i kronor"], [], HEADER, one(5)], 500, []),
    ("drifted headings", [[" konto_id ", "Kst-ID", "period", "Utfall kr"], one(5)], 500, []),
    ("code and name", [["KONTO", "KONTO_ID", "KST", "KST_ID", "PERIOD", "BELOPP"], ["Hyr", "5011", "A", "1", 201801, 5]], 500, []),
    ("other headings", [["Kontonr", "Kostnadsställe", "Redovisningsperiod", "Belopp"], one(5)], 500, []),
    ("English headings", [["Account", "Cost center", "Month", "Amount"], one(5, "2018-01")], 500, []),
    ("year beside month", [["Konto", "Ansvar", "År", "Månad", "Utfall"], ["1", "2", 2018, 1, 5], ["1", "2", "2018", "jan", 5]], 1000, []),
    ("year beside whole period", [["Konto", "Ansvar", "År", "Period", "Utfall"], ["1", "2", 2018, 201801, 5]], 500, []),
    ("period in title", [["Period: 201801"], NO_PERIOD, ["1", "2", 5]], 500, [Code.PERIOD_FROM_TITLE]),
    ("period in title's next cell", [["Period", "jan 2018"], NO_PERIOD, ["1", "2", 5]], 500, [Code.PERIOD_FROM_TITLE]),
    ("period as a number in title", [["Period", 201801.0], NO_PERIOD, ["1", "2", 5]], 500, [Code.PERIOD_FROM_TITLE]),
    ("sum rows that sum different columns", [[*HEADER, "BUDGET"], [*one(5), 1], [*one(7), 1], ["Summa", None, None, 12, None], ["Totalt", None, None, 12, 2]], 1200, []),
    ("range of one month in title", [["Period 201801 - 201801"], NO_PERIOD, ["1", "2", 5]], 500, [Code.PERIOD_FROM_TITLE]),
    ("thousands of kronor in title", [["Belopp i tkr"], HEADER, one(1.5), one("2,25")], 375000, [Code.UNIT_SCALED]),
    ("tkr at the end of a title", [["Kostnadsrapport Region Demo, tkr"], HEADER, one(5)], 500_000, [Code.UNIT_SCALED]),
    ("mnkr in heading", [["KONTO_ID", "KST_ID", "PERIOD", "Utfall, mnkr"], one(5)], 500_000_000, [Code.UNIT_SCALED]),
    ("mkr by itself", [["Utfall", "mkr"], HEADER, one(5)], 500_000_000, [Code.UNIT_SCALED]),
    ("tkr after a number is an amount", [["Poster över 500 tkr"], HEADER, one(5)], 500, []),
    ("tkr after a comma in heading", [["KONTO_ID", "KST_ID", "PERIOD", "Utfall, tkr"], one(5)], 500_000, [Code.UNIT_SCALED]),
    ("tkr in heading", [["KONTO_ID", "KST_ID", "PERIOD", "Utfall (tkr)"], one(1.23456)], 123456, [Code.UNIT_SCALED]),
    ("tkr above and beneath", [["Belopp i tkr"], HEADER, one(5), [], ["Alla belopp i kkr"]], 500_000, [Code.UNIT_SCALED]),
    ("mkr", [["Enhet: mkr"], HEADER, one("1,5")], 150000000, [Code.UNIT_SCALED]),
    ("tkr decides three decimals", [["Belopp i tkr"], HEADER, one("1,234"), one("12,50")], 1373400, [Code.UNIT_SCALED]),
    ("sum row checked", [HEADER, one(5), one(7), ["Summa", None, None, 12]], 1200, []),
    ("sum row settled with its column", [HEADER, one("1,000"), one("234.50"), one("1.50"), ["Summa", None, None, "1,236"]], 123600, []),
    ("sum per block and whole", [HEADER, one(5), ["Summa 101", None, None, 5], one(7, ansvar="2"), ["Summa 2", None, None, 7], ["Totalt", None, None, 12]], 1200, []),
    ("sum of a scattered code", [HEADER, one(5), one(7, account="2"), one(1), ["Summa 5011", None, None, 6]], 1300, []),
    ("sum of a scattered code in its column", [HEADER, one(5), one(7, account="2"), one(1), [5011, "Summa", None, 6]], 1300, []),
    ("all accounts and all ansvar, each and together", [HEADER, one(5, ansvar="101"), one(7, account="6", ansvar="201"), one(5, ansvar="Alla"), one(7, account="6", ansvar="Alla"), one(12, account="Alla konton", ansvar="Samtliga")], 1200, []),
    ("sum label in a name column", [["Konto", "Benämning", "Ansvar", "Period", "Utfall"], ["1", "a", "2", 201801, 5], [None, "Summa", None, None, 5]], 500, []),
    ("sum row without amount", [HEADER, one(5), ["Summa", None, None, None]], 500, []),
    ("sum of rounded thousands", [["tkr", "Belopp i tkr"], HEADER, one(5), one(7), ["Summa", None, None, 13]], 1200000, [Code.UNIT_SCALED, Code.TOTAL_ROUNDED]),
    ("sum rows as subtotals are labelled", [HEADER, one(5), ["5011 Totalt", None, None, 5], one(7, account="2"), ["2 Summa", None, None, 7], ["Totalsumma", None, None, 12]], 1200, []),
    ("sum row above what it sums", [HEADER, ["Totals", None, None, 12], one(5), one(7)], 1200, []),
    ("sum rows above each block", [HEADER, ["Summa 101", None, None, 6], one(5), one(1), ["Summa 102", None, None, 7], one(7, ansvar="102")], 1300, []),
    ("lines drawn in text", [HEADER, ["----", "----", "------", "------"], one(5), ["====", None, None, "===="], ["Summa", None, None, 5]], 500, []),
    ("blank words in texts", [[*HEADER, "Leverantör"], [*one(5), "(tom)"], ["(tom)", "(tom)", "(tom)", None, None]], 500, []),
    ("year-to-date said in a title, beside the month's own", [["Utfall och ackumulerat"], [*HEADER, "Ack utfall"], [*one(5), 60]], 500, []),
    ("flipped sign", [HEADER, *[one(-5)] * 20], -10000, [Code.SIGN_ALL]),
    ("corrections alone", [HEADER, *[one(-5)] * 19], -9500, []),
    ("mojibake in a supplier", [[*HEADER, "Leverantör"], [*one(5), "Ã…kerÃ¶ LÃ¤kare"], [*one(5), "L?kare"]], 1000, [Code.TEXT_GARBLED]),
    ("mojibake in a heading that is not needed", [[*HEADER, "BenÃ¤mning"], [*one(5), "x"]], 500, [Code.HEADING_GARBLED]),
    ("a question mark that is one", [[*HEADER, "Leverantör"], [*one(5), "Vem vet? AB"]], 500, []),
    ("a long code that is whole", [HEADER, one(5, ansvar=123456789012)], 500, []),
    ("sum row without a label", [HEADER, one(5), one(7), [None, None, None, 12]], 1200, []),
    ("sum rows with stars, as SAP marks them", [HEADER, one(5), ["*", None, None, 5], one(7, ansvar="2"), ["**", None, None, 12]], 1200, []),
    ("codes and names in one cell", [HEADER, one(5, account="5011 Inhyrda läkare", ansvar="101 - Åsen"), one(7, account="5011 Inhyrda läkare", ansvar="102: Berg"), ["Summa 5011 Inhyrda läkare", None, None, 12]], 1200, [Code.CODE_WITH_NAME, Code.CODE_WITH_NAME]),
    ("codes that have words in them", [HEADER, one(5, ansvar="101 A"), one(7, ansvar="101 B"), one(1, account="Åsen 1")], 1300, []),
    ("codes of which only some have names", [HEADER, one(5, ansvar="101 Åsen"), one(7, ansvar="102")], 1200, []),
    ("codes that only their names tell apart", [HEADER, one(5, ansvar="101 Åsen"), one(7, ansvar="101 Berg")], 1200, []),
    ("three digits for a month", [HEADER, one(5, "2018/001"), one(7, "001.2018")], 1200, []),
    ("headings of a pivot table", [["Konto", "Ansvar", "Period", "Summa av Utfall"], one(5)], 500, []),
    ("a code that begins another", [HEADER, one(5, account="50"), one(5, account="501"), one(7, account="502"), one(9, account="5021")], 2600, []),
    ("an ansvar that is as large as all others", [HEADER, one(12, ansvar="0"), one(5, ansvar="101"), one(7, 201802, ansvar="201")], 2400, []),
    ("a code that begins one other of the same amount", [HEADER, one(5, account="50"), one(5, account="501")], 1000, []),
    ("rows that are alike", [HEADER, *[one(5)] * 18], 9000, []),
    ("personnummer in free text", [[*HEADER, "TEXT"], [*one(5), "Anna 18900101-9802, vecka 3"], [*one(5), "vecka 4"], [*one(5), 5.0]], 1500, [Code.PERSONAL_DATA_DROPPED]),
    ("supplier called Total", [[*HEADER, "Leverantör"], [*one(5), "Total Bemanning AB"]], 500, []),
    ("free text is left", [[*HEADER, "TEXT"], [*one(5), "Summa 3 jourer, 7,5 timmar"]], 500, []),
    ("unknown column without numbers", [[*HEADER, "Status"], [*one(5), "klar"]], 500, []),
    ("unknown column with amounts", [[*HEADER, "Övrigt"], [*one(5), 7.5]], 500, [Code.COLUMN_IGNORED]),
    ("unknown column with amounts as text", [[*HEADER, "Övrigt"], [*one(5), "7,50"]], 500, [Code.COLUMN_IGNORED]),
    ("year to date beside", [[*HEADER, "Utfall ack"], [*one(5), 60.5]], 500, []),
    ("error outside what is read", [[*HEADER, "Kvot"], [*one(5), Formula("=1/0", "#DIV/0!")]], 500, []),
    ("formula with a value", [HEADER, one(Formula("=2+3", 5))], 500, []),
    ("budget beside", [[*HEADER, "BUDGET"], [*one(5), 9]], 500, []),
    ("months with budget alone are not loaded", [[*HEADER, "BUDGET"], [*one(5), 9], [*one(0, 201802), 9]], 500, [Code.MONTH_EMPTY]),
    ("debit and credit, credit negative", [[*HEADER, "D/K"], [*one(5), "D"], [*one(-2), "K"], [*one(None), "K"]], 300, [Code.AMOUNT_BLANK]),
    ("debit alone", [[*HEADER, "D/K"], [*one(5), "D"], [*one(2), None]], 700, []),
    ("letters of debit and credit that may mean anything", [[*HEADER, "Typ"], [*one(5), "D"], [*one(2), "K"], [*one(-1), "K"]], 600, []),
    ("one letter all the way down", [[*HEADER, "Status"], [*one(5), "K"], [*one(2), "K"]], 700, []),
    ("letters of which some are others, the heading silent", [[*HEADER, "Typ"], *[[*one(5), "K"], [*one(1), "D"]] * LOOKED_AT_ROWS, [*one(5), "X"]], 600 * LOOKED_AT_ROWS + 500, []),
    ("codes of which some are currencies, the heading silent", [[*HEADER, "Land"], *[[*one(1), "EUR"]] * LOOKED_AT_ROWS, [*one(5), "SWE"]], 100 * LOOKED_AT_ROWS + 500, []),
    ("a column without a heading", [[*HEADER, None], [*one(5), "-"], [*one(2), "x"]], 700, []),
    ("initials under Sign", [[*HEADER, "Sign"], [*one(5), "C"], [*one(2), "K"]], 700, []),
    ("kronor in Swedish", [[*HEADER, "Valuta"], [*one(5), "SKR"]], 500, []),
    ("the currency's own amount, written short", [[*HEADER, "Valuta", "Val.bel"], [*one(5), "EUR", 1]], 500, []),
    ("outcome alone in a column of measures", [[*HEADER, "Version"], [*one(5), "Utfall"], [*one(0), "Budget"]], 500, []),
    ("budget and outcome in a title", [["Budget och utfall 2018"], ["Konto", "Ansvar", "Period", "Belopp"], one(5)], 500, []),
    ("an outcome under a title of budget", [["Budget 2018"], HEADER, one(5)], 500, []),
    ("letters that tell of something else", [[*HEADER, "Kontotyp"], [*one(5), "K"], [*one(2), "S"]], 700, []),
    ("signatures, and a dash where there is none", [[*HEADER, "Sign"], [*one(5), "-"], [*one(2), "-"]], 700, []),
    ("a dash, a plus and a signature", [[*HEADER, "Sign"], [*one(5), "-"], [*one(2), "+"], [*one(1), "AB"]], 800, []),
    ("credit notes, as some are marked", [[*HEADER, "Kreditnota"], [*one(5), "K"], [*one(2), None]], 700, []),
    ("credit negative beside a budget", [[*HEADER, "Budget", "D/K"], [*one(5), 0, "D"], [*one(-2), 9, "K"]], 300, []),
    ("debit and credit beside the amount, as texts", [[*HALVES, "Belopp"], [*half("5011", "2440"), 5], [*half("x", "y"), -2]], 300, []),
    ("debit and credit that settle each other", [HALVES, half("1,234"), half(None, "12.50")], 122150, [Code.AMOUNT_OF_HALVES]),
    ("no other currency among words", [[*HEADER, "Valuta"], [*one(5), "SEK"], [*one(2), "kr"], [*one(1), "svensk"]], 800, []),
    ("signs that may mean anything", [[*HEADER, "Trend"], [*one(5), "+"], [*one(2), "-"]], 700, []),
    ("a currency that is kronor", [[*HEADER, "Valuta"], [*one(5), "SEK"], [*one(2), None]], 700, []),
    ("amounts in kronor beside those in currency", [[*HEADER, "Valuta", "Valutabelopp"], [*one(5), "EUR", 1]], 500, []),
    ("amounts in kronor, currency beside", [[*HEADER[:3], "Utfall kr", "Valuta"], [*one(5), "EUR"]], 500, []),
    ("thousands of kronor, currency beside", [[*HEADER[:3], "Utfall kkr", "Valuta"], [*one(5), "EUR"]], 500_000, [Code.UNIT_SCALED]),
    ("millions of kronor, currency beside", [[*HEADER[:3], "Utfall (mnkr)", "Valuta"], [*one(5), "EUR"]], 500_000_000, [Code.UNIT_SCALED]),
    ("amounts in kronor by the title, currency beside", [["Belopp i kronor"], [*HEADER, "Valuta"], [*one(5), "EUR"]], 500, []),
    ("the title's currency, and thousands by a heading", [["Valuta: SEK"], [*HEADER[:3], "Utfall tkr"], one(5)], 500_000, [Code.UNIT_SCALED]),
    ("the title's currency, and thousands by another title", [["Valuta:", "SEK", "Belopp i tkr"], HEADER, one(5)], 500_000, [Code.UNIT_SCALED]),
    ("kronor by the title's currency, another beside", [["Valuta:", "SEK"], [*HEADER, "Valuta"], [*one(5), "EUR"]], 500, []),
    ("thousands by a heading, and what may be a unit in a title", [["Prognos 2 tkr"], [*HEADER[:3], "Utfall mkr"], one(5)], 500_000_000, [Code.UNIT_SCALED]),
    ("thousands after a year", [["Utfall 2018 tkr"], HEADER, one(5)], 500_000, [Code.UNIT_SCALED]),
    ("tkr above, and what may be a unit beneath", [["Belopp i tkr"], HEADER, one(5), [], ["Ansvar 101 tkr"]], 500_000, [Code.UNIT_SCALED]),
    ("kronor by the title's currency", [["Valuta", "SEK"], HEADER, one(5)], 500, []),
    ("wide", [WIDE, ["1", "2", 5, 7, 12]], 1200, []),
    ("wide, Swedish text", [WIDE, ["1", "2", "1\u00a0005,00", "\u22125,00", "1\u00a0000,00"]], 100000, []),
    ("wide, sum rows", [["Balansrapport"], [], WIDE, ["1", "2", 5, 7, 12], ["1", "3", 1, 1, 2], ["Summa 1", "1", 6, 8, 14], [], ["Totalsumma", None, 6, 8, 14]], 1400, []),
    ("wide, blank is nothing", [WIDE, ["1", "2", None, 7, 7], ["1", "3", 5, None, 5]], 1200, []),
    ("wide, a total left blank", [WIDE, ["1", "2", 5, 7, None]], 1200, []),
    ("wide, months after the last", [WIDE, ["1", "2", 5, 0, 5]], 500, [Code.MONTH_EMPTY]),
    ("wide, a blank month", [WIDE, ["1", "2", None, 7, 7]], 700, [Code.MONTH_EMPTY]),
    ("wide, year in title", [["År 2018", "utskriven 2019-01-04"], ["Konto", "Ansvar", "Januari", "Februari"], ["1", "2", 5, 7]], 1200, [Code.YEAR_FROM_TITLE]),
    ("wide, a year column beside", [YEARS, ["1", "2", 2017, 5, 7, 12], ["1", "2", "2018", 1, 2, 3], ["Summa", None, None, 6, 9, 15]], 1500, []),
    ("wide, a year column and years in the headings", [["Konto", "Ansvar", "År", "jan-18", "feb-18"], ["1", "2", 2018, 5, 7]], 1200, []),
    ("wide, a year column whose last months are yet to come", [YEARS, ["1", "2", 2020, 5, None, 5]], 500, [Code.MONTH_EMPTY]),
    ("wide, a sum in the year column", [YEARS, ["1", "2", 2017, 5, 7, 12], [None, None, "Totalt", 5, 7, 12]], 1200, []),
    ("wide, quarters beside the months", [["Konto", "Ansvar", "jan-18", "feb-18", "mar-18", "Kv 1"], ["1", "2", 5, 7, 1, 13]], 1300, [Code.COLUMN_IGNORED]),
    ("year in title", [["År 2018", "utskriven 2019-01-04"], HEADER, one(5, "Januari"), one(7, 2)], 1200, [Code.YEAR_FROM_TITLE]),
    ("year in title, and in every row", [["År 2018"], HEADER, one(5)], 500, []),
    ("wide, the measure after the month", [["Konto", "Ansvar", "2018-01 Utfall", "2018-01 Budget"], ["1", "2", 5, 7]], 500, []),
    ("wide, a month misspelt", [["Konto", "Ansvar", "Anm", "jan-18", "fbe-18", "Not", "Prel"], ["1", "2", 1, 5, 7, "x", TRUE]], 500, [Code.COLUMN_IGNORED]),
    ("wide, a month misspelt, numbers as text", [["Konto", "Ansvar", "jan-18", "fbe-18"], ["1", "2", "5", "1 007"]], 500, [Code.COLUMN_IGNORED]),
    ("wide, date headings", [["Konto", "Ansvar", date(2018, 1, 1), 201802, "2018-03"], ["1", "2", 5, 7, 1]], 1300, []),
    ("wide, moments as headings", [["Konto", "Ansvar", datetime(2018, 1, 1, 12), "Övrigt"], ["1", "2", 5, "x"]], 500, []),  # noqa: DTZ001 -- a cell has no time zone
    ("wide, outcome and budget", [["Konto", "Ansvar", "Utfall 201801", "Budget 201801"], ["1", "2", 5, 7]], 500, []),
    ("wide, period 13", [["Konto", "Ansvar", "201812", "201813"], ["1", "2", 5, 7]], 1200, [Code.PERIOD_13]),
    ("wide, rounded total", [["Belopp i tkr"], WIDE, ["1", "2", 5, 7, 13]], 1200000, [Code.UNIT_SCALED, Code.TOTAL_ROUNDED]),
]  # fmt: skip

# name, rows, faults as (code, cell)
REFUSED: list[tuple[str, Rows, list[tuple[Code, str | None]]]] = [
    ("period 13 without its December", [HEADER, one(5, 201811), one(7, 201813)], [(Code.PERIOD_13_ALONE, None)]),
    ("names where codes should be, headed together", [["Konto", None, "Ansvar", "Period", "Utfall"], ["Inhyrda läkare", 5011, "HSV", 201801, 5], ["Summa", None, None, None, 5]], [(Code.NAMES_FOR_CODES, "A1")]),
    ("names of units, codes before them", [["Konto", None, "Ansvar", "Period", "Utfall"], ["5011", "101", "Vården", 201801, 5], ["5011", "Summa", "Vården", 201801, 5], ["5011", "102", "Vården", 201801, 5]], [(Code.NAMES_FOR_CODES, "C1")]),
    ("a person for an account", [HEADER, one(5, account="18900101-9802")], [(Code.CODE_PERSONAL, "A2")]),
    ("a person in an ansvar", [HEADER, one(5, ansvar="Test 189001019802")], [(Code.CODE_PERSONAL, "B2")]),
    ("words for an amount", [HEADER, one(5), one("okänt")], [(Code.AMOUNT_UNREADABLE, "D3")]),
    ("truth for an amount", [HEADER, one(TRUE)], [(Code.AMOUNT_UNREADABLE, "D2")]),
    ("date for an amount", [HEADER, one(date(2018, 1, 1))], [(Code.AMOUNT_UNREADABLE, "D2")]),
    ("thousands that are not threes", [HEADER, one("12 34,50")], [(Code.AMOUNT_UNREADABLE, "D2")]),
    ("two signs", [HEADER, one("-5-")], [(Code.AMOUNT_UNREADABLE, "D2")]),
    ("ambiguous", [HEADER, one("1,234")], [(Code.AMOUNT_AMBIGUOUS, "D2")]),
    ("ambiguous, mixed conventions", [HEADER, one("1,234"), one("1,50"), one("1.50")], [(Code.AMOUNT_AMBIGUOUS, "D2")]),
    ("three decimals", [HEADER, one(1.234), one("1234,567")], [(Code.AMOUNT_DECIMALS, "D2"), (Code.AMOUNT_DECIMALS, "D3")]),
    ("settled as three decimals", [HEADER, one("1,234"), one("1,50")], [(Code.AMOUNT_DECIMALS, "D2")]),
    ("lost digits", [HEADER, one("1,23E+05")], [(Code.AMOUNT_SCIENTIFIC, "D2")]),
    ("beyond any books", [HEADER, one(1e15)], [(Code.AMOUNT_TOO_LARGE, "D2")]),
    ("sums beyond 64 bits", [HEADER, *[one(9.9e12)] * 9400], [(Code.AMOUNT_TOO_LARGE, None)]),
    ("missing account", [HEADER, one(5, account=None)], [(Code.KEY_MISSING, "A2")]),
    ("missing ansvar and period", [HEADER, ["1", None, None, 5]], [(Code.KEY_MISSING, "C2"), (Code.KEY_MISSING, "B2")]),
    ("date for a code", [HEADER, one(5, ansvar=date(2018, 1, 1))], [(Code.CODE_UNREADABLE, "B2")]),
    ("fraction for a code", [HEADER, one(5, ansvar=1.5)], [(Code.CODE_UNREADABLE, "B2")]),
    ("truth beside 1 for a code", [HEADER, one(5, ansvar=1), one(5, ansvar=True)], [(Code.CODE_UNREADABLE, "B3")]),
    ("scientific code", [HEADER, one(5, ansvar="1,2E+5")], [(Code.CODE_UNREADABLE, "B2")]),
    ("impossible period", [HEADER, one(5, 201814), one(5, "2018-00")], [(Code.PERIOD_UNREADABLE, "C2"), (Code.PERIOD_UNREADABLE, "C3")]),
    ("year and month in two digits", [HEADER, one(5, 1801)], [(Code.PERIOD_UNREADABLE, "C2")]),
    ("future period", [HEADER, one(5, 202002)], [(Code.PERIOD_FUTURE, "C2")]),
    ("period without year", [HEADER, one(5, "januari")], [(Code.YEAR_MISSING, "C2")]),
    ("a year that is none, whatever the title says", [["År 2018"], ["Konto", "Ansvar", "År", "Månad", "Utfall"], ["1", "2", "18", "jan", 5], ["1", "2", None, "jan", 5]], [(Code.YEAR_MISSING, "D3"), (Code.YEAR_MISSING, "D4")]),
    ("year against period", [["Konto", "Ansvar", "År", "Period", "Utfall"], ["1", "2", 2017, 201801, 5]], [(Code.PERIOD_CONFLICT, "D2")]),
    ("no period", [NO_PERIOD, ["1", "2", 5]], [(Code.PERIOD_MISSING, None)]),
    ("several months in title", [["Period 201801-201803"], NO_PERIOD, ["1", "2", 5]], [(Code.PERIOD_MISSING, None)]),
    ("future period in title", [["Period 202101"], NO_PERIOD, ["1", "2", 5]], [(Code.PERIOD_FUTURE, None)]),
    ("error cell", [HEADER, one(Formula("=NA()", "#N/A"))], [(Code.CELL_ERROR, "D2")]),
    ("error cell in a key", [HEADER, one(5, account=Formula("=NA()", "#N/A"))], [(Code.CELL_ERROR, "A2")]),
    ("formula without value", [HEADER, one(5), one(Formula("=2+3"))], [(Code.FORMULA_UNCALCULATED, "D3")]),
    ("wrong sum row", [HEADER, one(5), one(7), ["Summa", None, None, 13]], [(Code.SUM_MISMATCH, "D4")]),
    ("wrong sum row above", [HEADER, ["Totals", None, None, 13], one(5), one(7)], [(Code.SUM_MISMATCH, "D2")]),
    ("sum row that only what is below makes true", [HEADER, one(5), ["Summa", None, None, 7], one(7)], [(Code.SUM_MISMATCH, "D3")]),
    ("row of amounts that sums nothing", [HEADER, one(5), one(7), [None, None, None, 13]], [(Code.ROW_UNLABELLED, "D4")]),
    ("row of amounts that one row could have", [HEADER, one(7), one(5), [None, None, None, 5]], [(Code.ROW_UNLABELLED, "D4")]),
    ("row of amounts before all others", [HEADER, [None, None, None, 12], one(7), one(5)], [(Code.ROW_UNLABELLED, "D2")]),
    ("another table beneath", [[*HEADER, "Budget"], [*one(5), 1], [*HEADER[:3], "Budget", "Utfall"], [*one(1), 5]], [(Code.PERIOD_UNREADABLE, "C3"), (Code.AMOUNT_UNREADABLE, "D3"), (Code.AMOUNT_UNREADABLE, "E3")]),
    ("subtotals coded like any other row", [HEADER, one(12, account="50"), one(5, account="501"), one(7, account="5021"), one(3, account="6")], [(Code.SUBTOTAL_ROWS, None)]),
    ("subtotals of subtotals", [HEADER, *[one(12, ansvar=ansvar) for ansvar in ("1", "10")], one(5, ansvar="101"), one(7, ansvar="102")], [(Code.SUBTOTAL_ROWS, None), (Code.SUBTOTAL_ROWS, None)]),
    ("an export appended to itself", [HEADER, *[one(place) for place in range(10)], HEADER, *[one(place) for place in range(10)]], [(Code.ROWS_TWICE, None)]),
    ("a month that may have lost its last digit", [HEADER, one(5, "2018.1")], [(Code.PERIOD_UNREADABLE, "C2")]),
    ("unreadable sum row", [HEADER, one(5), ["Summa", None, None, "fel"]], [(Code.AMOUNT_UNREADABLE, "D3")]),
    ("wide, words for an amount", [WIDE, ["1", "2", "fel", 7, 7]], [(Code.AMOUNT_UNREADABLE, "C2")]),
    ("wrong total column", [WIDE, ["1", "2", 5, 7, 13]], [(Code.SUM_MISMATCH, "E2")]),
    ("hidden row under a sum", [WIDE, ["1", "2", 5.5, 7, 12.5], ["Summa", None, 6.5, 7, 13.5]], [(Code.SUM_MISMATCH, "C3")]),
    ("units against each other", [["Belopp i tkr"], [*HEADER[:3], "Utfall kr"], one(5)], [(Code.UNIT_CONFLICT, None)]),
    ("what may be a unit in a title", [["Prognos 2 tkr"], HEADER, one(5)], [(Code.UNIT_CONFLICT, None)]),
    ("what may be a unit beneath the table", [HEADER, one(5), ["Ansvar 101 tkr"]], [(Code.UNIT_CONFLICT, None)]),
    ("öre in title", [["Belopp i öre"], HEADER, one(5)], [(Code.UNIT_UNREAD, None)]),
    ("öre in title, kronor in heading", [["Belopp i öre"], [*HEADER[:3], "Utfall kr"], one(5)], [(Code.UNIT_UNREAD, None)]),
    ("thousands of millions in title", [["Belopp i miljarder kronor"], HEADER, one(5)], [(Code.UNIT_UNREAD, None)]),
    ("thousands in words beneath the table", [HEADER, one(5), ["Beloppen är i 1000-tals kronor"]], [(Code.UNIT_CONFLICT, None)]),
    ("tkr beneath the table", [HEADER, one(5), [], ["Belopp i tkr"]], [(Code.UNIT_CONFLICT, None)]),
    ("tkr above and kronor beneath", [["Belopp i tkr"], WIDE, ["1", "2", 5, 7, 12], ["Enhet: kronor"]], [(Code.UNIT_CONFLICT, None)]),
    ("an ansvar that is all of them", [HEADER, one(12, ansvar="0"), one(5, ansvar="101"), one(7, ansvar="201")], [(Code.SUBTOTAL_ROWS, None)]),
    ("all accounts at all ansvar", [HEADER, one(5, ansvar="101"), one(7, account="6", ansvar="201"), one(12, account="Kostnad", ansvar="Region")], [(Code.SUBTOTAL_ROWS, None), (Code.SUBTOTAL_ROWS, None)]),
    ("no headings", [["a", "b"], [1, 2]], [(Code.HEADINGS_UNKNOWN, None)]),
    ("missing headings", [["Rapport"], ["KONTO_ID", "Plats", "PERIOD", "UTFALL"], one(5)], [(Code.LEDGER_WITHOUT_ANSVAR, "A2")]),
    ("lossy text in a heading", [["Rapport"], ["KONTO_ID", "Kostnadsst?lle", "PERIOD", "UTFALL"], one(5)], [(Code.HEADING_GARBLED, "B2"), (Code.LEDGER_WITHOUT_ANSVAR, "A2")]),
    ("mojibake in a heading", [["KONTO_ID", "KostnadsstÃ¤lle", "PERIOD", "UTFALL"], one(5)], [(Code.HEADING_GARBLED, "B1"), (Code.LEDGER_WITHOUT_ANSVAR, "A1")]),
    ("mojibake in a code", [HEADER, one(5, ansvar="LÃ¶n")], [(Code.CODE_GARBLED, "B2")]),
    ("lossy text in a code", [HEADER, one(5, ansvar="K?1"), one(5, ansvar="K\ufffd1")], [(Code.CODE_GARBLED, "B2"), (Code.CODE_GARBLED, "B3")]),
    ("scientific notation that lost digits, kept as a number", [HEADER, one(5, ansvar=1.23457e12)], [(Code.CODE_UNREADABLE, "B2")]),
    ("rolling twelve months, said in a title", [["Rullande 12 månader"], HEADER, one(5)], [(Code.AMOUNT_CUMULATIVE, None)]),
    ("error cells saved as text", [HEADER, ["#N/A", "#SAKNAS!", "#REF!", "#VÄRDEFEL!"]], [(Code.CELL_ERROR, "C2"), (Code.CELL_ERROR, "A2"), (Code.CELL_ERROR, "B2"), (Code.CELL_ERROR, "D2")]),
    ("blank words for keys", [HEADER, one(5, account="(tom)"), one(5, ansvar="-")], [(Code.KEY_MISSING, "A2"), (Code.KEY_MISSING, "B3")]),
    ("only year-to-date, said in a title", [["Utfall ackumulerat 2018"], HEADER, one(5)], [(Code.AMOUNT_CUMULATIVE, None)]),
    ("year to date only", [[*HEADER[:3], "Utfall ack"], one(5)], [(Code.HEADINGS_MISSING, "A1")]),
    ("two accounts", [["KONTO_ID", "KTO_ID", "KST_ID", "PERIOD", "UTFALL"], ["1", "2", "3", 201801, 5]], [(Code.HEADING_DUPLICATE, "B1")]),
    ("two outcomes", [[*HEADER, "BELOPP"], [*one(5), 5]], [(Code.HEADING_DUPLICATE, "E1")]),
    ("a month twice", [["Konto", "Ansvar", "jan-18", "201801"], ["1", "2", 5, 7]], [(Code.HEADING_DUPLICATE, "D1")]),
    ("long and wide", [["Konto", "Ansvar", "Period", "jan-18"], ["1", "2", 201801, 5]], [(Code.HEADING_FORM, "C1")]),
    ("wide without year", [["Konto", "Ansvar", "Januari"], ["1", "2", 5]], [(Code.YEAR_MISSING, "C1")]),
    ("wide with two years in title", [["2017 mot 2018"], ["Konto", "Ansvar", "Januari"], ["1", "2", 5]], [(Code.YEAR_MISSING, "C2")]),
    ("wide, a year that is none", [YEARS, ["1", "2", "18", 5, 7, 12]], [(Code.YEAR_UNREADABLE, "C2")]),
    ("wide, a year left blank", [YEARS, ["1", "2", None, 5, 7, 12]], [(Code.KEY_MISSING, "C2")]),
    ("wide, a year column with months to come", [YEARS, ["1", "2", 2020, 5, 7, 12], ["1", "2", 2021, 5, 0, 5]], [(Code.PERIOD_FUTURE, "D3"), (Code.PERIOD_FUTURE, "E2")]),
    ("wide, years against each other", [["Konto", "Ansvar", "År", "jan-18"], ["1", "2", 2017, 5]], [(Code.PERIOD_CONFLICT, "D2")]),
    ("quarters in a period column", [HEADER, one(5, "2018Q1"), one(5, "Kv 1 2018"), one(5, "jan-mar 2018"), one(5, "201801-201803"), one(5, "Tertial 1")], [(Code.PERIOD_SPAN, f"C{row}") for row in range(2, 7)]),
    ("quarters as columns", [["Konto", "Ansvar", "Kv 1 2018", "2018-Q2"], ["1", "2", 5, 7]], [(Code.PERIOD_SPAN, "C1"), (Code.PERIOD_SPAN, "D1")]),
    ("a quarter column beside a year", [["Konto", "Ansvar", "År", "Kvartal", "Utfall"], ["1", "2", 2018, 1, 5]], [(Code.PERIOD_SPAN, "D1")]),
    ("quarters as columns, and a key missing", [["Konto", "Kv 1 2018"], ["1", 5]], [(Code.PERIOD_SPAN, "B1"), (Code.HEADINGS_MISSING, "A1")]),
    ("wide in the future", [["Konto", "Ansvar", "202101"], ["1", "2", 5]], [(Code.PERIOD_FUTURE, "C1")]),
    ("headings only", [HEADER], [(Code.NO_ROWS, None)]),
    ("debit without credit", [HALVES[:4], half(5)[:4]], [(Code.HEADINGS_MISSING, "A1")]),
    ("debit twice", [[*HALVES, "Debet"], [*half(5), 5]], [(Code.HEADING_DUPLICATE, "F1")]),
    ("credit is less than zero", [HALVES, half(5), half(None, -2), half(None, 1)], [(Code.CREDIT_NEGATIVE, "E1")]),
    ("debit and credit, a sum of credit that is not theirs", [HALVES, half(5), half(7, 2), ["Summa", None, None, 12, 3]], [(Code.SUM_MISMATCH, "E4")]),
    ("debit and credit, one that is no number", [HALVES, half(5, "x"), half(7, 2)], [(Code.AMOUNT_UNREADABLE, "E2")]),
    ("debit and credit without signs", [[*HEADER, "D/K"], [*one(5), "D"], [*one(2), "K"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("debit and credit in words", [[*HEADER, "Debet/kredit"], [*one(5), " Kredit "]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("signs in a column of their own", [[*HEADER, "Tecken"], [*one(5), "+"], [*one(2), "\u2212"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("debit and credit, the heading silent", [[*HEADER, "Typ"], [*one(5), "D"], [*one(2), "K"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("letters of which some are others", [[*HEADER, "D/K"], *[[*one(5), "K"]] * LOOKED_AT_ROWS, [*one(5), "X"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("credit far below", [[*HEADER, "D/K"], *[[*one(5), None]] * LOOKED_AT_ROWS, [*one(5), "K"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("credit to the right of letters", [[*HEADER, "Status", "D/K"], [*one(5), "K", "D"], [*one(5), "K", "K"]], [(Code.AMOUNT_CREDIT, "F1")]),
    ("only minus in a column of signs", [[*HEADER, "Tecken"], [*one(5), None], [*one(2), "-"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("debit and credit beside an amount without sign", [[*HALVES, "Belopp"], [*half(5), 5], [*half(None, 2), 2]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("debit and credit beside an ambiguous amount", [[*HEADER, "D/K"], [*one("1,234"), "K"]], [(Code.AMOUNT_AMBIGUOUS, "D2")]),
    ("debit and credit, ambiguous", [HALVES, half("1,234")], [(Code.AMOUNT_AMBIGUOUS, "D2")]),
    ("debit with öre, and a sum that is one kronor wrong", [HALVES, *[half(5.5, 2)] * 20, ["Summa", None, None, 111, 40]], [(Code.SUM_MISMATCH, "D22")]),
    ("a rare currency", [[*HEADER, "Valuta"], [*one(5), "HUF"]], [(Code.AMOUNT_CURRENCY, "E1")]),
    ("a currency among words", [[*HEADER, "Fakturavaluta"], [*one(5), "EUR"], [*one(1), "okänd"]], [(Code.AMOUNT_CURRENCY, "E1")]),
    ("a currency, the heading silent", [[*HEADER, "Mynt"], [*one(5), "SEK"], [*one(1), "EUR"]], [(Code.AMOUNT_CURRENCY, "E1")]),
    ("thousands in a column of units", [[*HEADER, "Sort"], [*one(5), "tkr"]], [(Code.AMOUNT_CURRENCY, "E1")]),
    ("thousands in a column of currencies", [[*HEADER, "Valuta"], [*one(5), "SEK"], [*one(1), "TSEK"]], [(Code.AMOUNT_CURRENCY, "E1")]),
    ("a sign in a cell of its own", [[*HEADER, None], [*one(5), None], [*one(2), "-"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("debit and credit without a heading", [[*HEADER, None], [*one(5), "D"], [*one(2), "K"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("debit and credit, a reversal of debit", [[*HEADER, "Typ"], [*one(5), "D"], [*one(-1), "D"], [*one(2), "K"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("debit and credit in longer words", [[*HEADER, "Debet/Kredit"], [*one(5), "Debetpost"], [*one(2), "Kreditering"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("debit and credit with dots", [[*HEADER, "D/K"], [*one(5), "D."], [*one(2), "K (kredit)"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("posting keys", [[*HEADER, "D/K"], [*one(5), 40], [*one(2), 50]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("debit and credit in German", [[*HEADER, "SHKZG"], [*one(5), "S"], [*one(2), "H"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("plus and minus in words", [[*HEADER, "Tecken"], [*one(5), "Plus"], [*one(2), "Minus"]], [(Code.AMOUNT_CREDIT, "E1")]),
    ("budget in rows of its own", [[*HEADER, "Typ"], [*one(5), "Utfall"], [*one(4), "Budget"]], [(Code.ROWS_PLANNED, "E1")]),
    ("wide, a forecast in rows of its own", [[*WIDE, "Version"], ["1", "2", 5, 7, 12, "Actual"], ["1", "2", 1, 0, 1, "Forecast"]], [(Code.ROWS_PLANNED, "F1")]),
    ("a budget by its title", [["Budget 2018"], ["Konto", "Ansvar", "Period", "Belopp"], one(5)], [(Code.TITLE_PLANNED, "D2")]),
    ("balances among the rows", [[*HEADER, "Text"], [*one(500), "Ingående saldo"], [*one(5), "Faktura"], [*one(505), "Utg. saldo"]], [(Code.ROWS_PLANNED, "E1")]),
    ("sums among the rows, with their codes", [[*HEADER, "Text"], [*one(5), "Faktura"], [*one(7), "Kredit"], [*one(12), "Summa konto 5011"]], [(Code.ROWS_PLANNED, "E1")]),
    ("kronor beside another currency", [[*HEADER, "Belopp i huvudvaluta", "Valuta"], [*one(5), 57, "EUR"]], [(Code.AMOUNT_CURRENCY, "F1")]),
    ("another currency beneath", [HEADER, one(5), [], ["Alla belopp i EUR"]], [(Code.AMOUNT_CURRENCY, None)]),
    ("a period to which amounts are summed", [["T.o.m. period 201803"], NO_PERIOD, ["1", "2", 5]], [(Code.AMOUNT_CUMULATIVE, None)]),
    ("a report up to a month", [["Resultatrapport t.o.m. mars 2018"], ["Period: 201803"], NO_PERIOD, ["1", "2", 5]], [(Code.AMOUNT_CUMULATIVE, None)]),
    ("twelve months in short", [["Hyrpersonal R12"], HEADER, one(5)], [(Code.AMOUNT_CUMULATIVE, None)]),
    ("a currency far below", [[*HEADER, "Valuta"], *[[*one(5), None]] * LOOKED_AT_ROWS, [*one(5), "EUR"]], [(Code.AMOUNT_CURRENCY, "E1")]),
    ("a budget in kronor, currency beside", [[*HEADER, "Budget kr", "Valuta"], [*one(5), 1, "EUR"]], [(Code.AMOUNT_CURRENCY, "F1")]),
    ("thousands of another currency in a title", [["Belopp i TEUR"], HEADER, one(5)], [(Code.AMOUNT_CURRENCY, None)]),
    ("thousands of another currency in words", [["Amounts in thousands of CHF"], HEADER, one(5)], [(Code.AMOUNT_CURRENCY, None)]),
    ("wide, debit and credit", [[*WIDE, "D/K"], ["1", "2", 5, 7, 12, "D"], ["1", "2", 1, 2, 3, "K"]], [(Code.AMOUNT_CREDIT, "F1")]),
    ("another currency", [[*HEADER, "Valuta"], [*one(5), "SEK"], [*one(2), "EUR"]], [(Code.AMOUNT_CURRENCY, "E1")]),
    ("another currency in a title", [["Belopp i EUR"], HEADER, one(5)], [(Code.AMOUNT_CURRENCY, None)]),
    ("another currency in a title's next cell", [["Valuta:", "NOK"], WIDE, ["1", "2", 5, 7, 12]], [(Code.AMOUNT_CURRENCY, None)]),
    ("ledger and Heroma at once", [["KONTO_ID", "KST_ID", "PERIOD", "UTFALL", "BEF_KOD", "ANSTFORM", "TIMMAR"], ["1", "2", 201801, 5, "L", "Extern", 1]], [(Code.SOURCE_AMBIGUOUS, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "total", "warnings"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_reads_to_the_ore(rows: Rows, total: int, warnings: Sequence[Code], workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook(rows))
    assert places(parsed.faults) == []
    assert parsed.total == total
    assert sum(parsed.per_month.values()) == total
    assert [warning.code for warning in parsed.warnings] == list(warnings)


@pytest.mark.parametrize(("rows", "faults"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refuses_and_says_where(
    rows: Rows, faults: list[tuple[Code, str | None]], workbook: Build, parse: Parse
) -> None:
    parsed = parse(workbook(rows))
    assert places(parsed.faults) == faults
    assert (parsed.cells, parsed.vouchers, parsed.total, parsed.per_month) == (b"", b"", 0, {})


def test_places_are_true_where_the_table_does_not_begin_in_a1(workbook: Build, parse: Parse) -> None:
    indented: Rows = [
        [],
        [],
        *([None, None, *row] for row in (list(HEADER), one(5), one("fel"), one(Formula("=1/0", "#DIV/0!")))),
    ]
    parsed = parse(workbook(indented))
    assert places(parsed.faults) == [(Code.CELL_ERROR, "F6"), (Code.AMOUNT_UNREADABLE, "F5")]
    assert parsed.faults[0].sheet == "Blad1"


def test_lists_twenty_faults_of_a_kind_and_counts_the_rest(workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook([HEADER, *[one("fel", period="x")] * 25]))
    assert len(parsed.faults) == 42
    assert parsed.faults[20].code is Code.MORE_FAULTS
    assert parsed.faults[20].params == {"code": Code.PERIOD_UNREADABLE, "count": 5}


def test_one_row_per_key_sorted_with_every_dimension(workbook: Build, parse: Parse) -> None:
    header = [*HEADER, "BUDGET", "VERKS_ID", "PROJ_ID", "MOTPART", "LEV_NAMN", "VERNR"]
    rows = [
        ["5011", "102", 201802, 5, 0, "v", "p", "m", "Bolag  AB", "V1"],
        ["5011", "101", 201801, 1, 3, "", "", "", "", "V2"],
        ["5011", "101", 201801, 2, 0, "", "", "", "", "V3"],
    ]
    parsed = parse(workbook([header, *rows]), ["5011"])
    blank = {"activity": "", "project": "", "counterparty": "", "supplier": ""}
    first = {"month": "2018-01", "account": "5011", "ansvar": "101", **blank}
    assert cells_of(parsed) == [
        {**first, "measure": "actual", "amount_ore": 300},
        {**first, "measure": "budget", "amount_ore": 300},
        {
            "month": "2018-02", "account": "5011", "ansvar": "102", "activity": "v", "project": "p",
            "counterparty": "m", "supplier": "Bolag AB", "measure": "actual", "amount_ore": 500,
        },
    ]  # fmt: skip
    assert (parsed.rows, parsed.per_month, parsed.source) == (3, {"2018-01": 300, "2018-02": 500}, Source.LEDGER)
    assert parsed.profile == "ledger-long:KONTO_ID/KST_ID/UTFALL/BUDGET"


def test_keeps_vouchers_of_agency_accounts_only(
    workbook: Build, parse: Parse, vouchers_of: Callable[..., object]
) -> None:
    header = [*HEADER, "VERNR", "LEVERANTÖR"]
    rows = [
        [*one(5), "V1", "Bolag"],
        [*one(7), "V1", "Bolag"],
        [*one(0), "V2", "Bolag"],
        [*one(1, account="4"), "V3", ""],
    ]
    parsed = parse(workbook([header, *rows]), ["5011"])
    assert vouchers_of(parsed) == [("2018-01", "5011", "101", "Bolag", "V1", 1200)]


def test_same_content_in_another_form_has_the_same_hash(workbook: Build, text_file: Build, parse: Parse) -> None:
    long = parse(workbook([HEADER, one(5), one(7, 201802)]))
    wide = parse(workbook([WIDE, ["5011", "101", 5, 7, 12]], name="bred.xlsx"))
    text = parse(text_file("Konto;Ansvar;Period;Belopp\n5011;101;feb-18;7,00\n5011;101;2018-01;5,00\n"))
    other = parse(workbook([HEADER, one(5), one(8, 201802)], name="annan.xlsx"))
    assert long.content_hash == wide.content_hash == text.content_hash != other.content_hash
    assert len({long.sha256, wide.sha256, text.sha256}) == 3


def test_period_13_counts_with_december_and_is_said_with_its_sum(workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook([HEADER, one(5, 201812), one(7.5, 201813)]))
    assert parsed.per_month == {"2018-12": 1250}
    assert parsed.warnings[0].params == {"month": "2018-12", "amount": "7.50"}


def test_months_without_outcome_are_missing_but_their_budget_is_kept(workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook([[*HEADER, "BUDGET"], [*one(5), 9], [*one(0, 201802), 9]]))
    assert parsed.per_month == {"2018-01": 500}
    assert [(cell["month"], cell["measure"]) for cell in cells_of(parsed)] == [
        ("2018-01", "actual"), ("2018-01", "budget"), ("2018-02", "budget"),
    ]  # fmt: skip


def test_personal_data_is_dropped_counted_and_never_shown(workbook: Build, parse: Parse) -> None:
    header = [*HEADER, "LEV_ID", "NAMN", "PERSNR"]
    rows = [[*one(5), "900101-0017", "Test Testsson", "189001010017"], [*one(5), "5560360793", None, None]]
    parsed = parse(workbook([header, *rows]))
    assert parsed.dropped == {"personal_number": 2, "person_name": 1}
    assert [cell["supplier"] for cell in cells_of(parsed)] == ["", "5560360793"]
    assert [warning.code for warning in parsed.warnings] == [Code.PERSONAL_DATA_DROPPED] * 2


def test_a_fault_never_shows_what_may_be_personal(workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook([HEADER, one("Test Testsson"), one("900101-0017"), one(5, "189001010017")]))
    shown = " ".join(str(value) for fault in parsed.faults for value in fault.params.values())
    assert len(parsed.faults) == 3
    assert not any(secret in shown for secret in ("Test", "900101", "0017"))


def test_agency_cost_that_is_negative_in_every_month_is_doubted_with_its_sum(workbook: Build, parse: Parse) -> None:
    rows = [one(-5), one(1), one(-7, 201802), one(90, account="4")]
    (warning,) = parse(workbook([HEADER, *rows]), ["5011"]).warnings
    assert (warning.code, warning.params) == (Code.SIGN_AGENCY, {"amount": "-11.00"})
    assert parse(workbook([HEADER, *rows, one(8, 201802)]), ["5011"]).warnings == ()


@pytest.mark.parametrize(("name", "code"), [("Prognos 2", Code.TITLE_PLANNED), ("Belopp EUR", Code.AMOUNT_CURRENCY)])
def test_a_sheets_name_tells_what_its_amounts_are(name: str, code: Code, workbook: Build, parse: Parse) -> None:
    parsed = parse(workbook({name: [["Konto", "Ansvar", "Period", "Belopp"], one(5)]}))
    assert [fault.code for fault in parsed.faults] == [code]


def test_a_sum_of_credit_is_told_as_the_sheet_writes_it(workbook: Build, parse: Parse) -> None:
    (fault,) = parse(workbook([HALVES, half(5, 2), half(7, 2), ["Summa", None, None, 12, 3]])).faults
    assert fault.params == {"stated": "3.00", "counted": "4.00"}


def test_garbled_texts_are_counted_and_the_first_is_shown(workbook: Build, parse: Parse) -> None:
    texts = ["LÃ¶n AB", "LÃ¶n AB", "Arbetsf\ufffdrmedling"]
    (warning,) = parse(workbook([[*HEADER, "Leverantör"], *([*one(5), text] for text in texts)])).warnings
    assert warning.params == {"column": "supplier", "count": 2, "value": "Arbetsf\ufffdrmedling"}


def test_codes_that_look_the_same_are_one(workbook: Build, parse: Parse) -> None:
    rows = [one(5, ansvar=code) for code in ("Å1", "A\u030a1", "\ufeffÅ\u200b1\u00ad")]
    assert [cell["ansvar"] for cell in cells_of(parse(workbook([HEADER, *rows])))] == ["Å1"]
