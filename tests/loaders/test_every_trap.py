"""What a file can do wrong, ticked off: every trap by name, and the tests that prove what becomes of it.

Each is read right and said, or refused with its place; `test_traps_in_every_format` and `test_hostile_in_every_format`
build theirs in each format that can hold them.
"""
# ruff: noqa: E501 -- a row of the table stays on one line

from __future__ import annotations

from pathlib import Path

import pytest

EVERY = "test_traps_in_every_format"
LEDGER, HEROMA, TEXT, SHEETS = "test_ledger_traps", "test_heroma_traps", "test_text_files", "test_sheets"
HOSTILE, HOSTILE_EVERY = "test_hostile_files", "test_hostile_in_every_format"
XLS, XLSB, ODS, MARKUP = "test_xls_traps", "test_xlsb_traps", "test_ods_traps", "test_markup_sheets"
NUMBERS, PERIODS, LOOK = "test_number_text", "test_periods", "test_look"

# Trap → test module → the names of its rows or functions.
TRAPS: dict[str, dict[str, list[str]]] = {
    "title rows": {LEDGER: ["title rows"], HEROMA: ["title"], EVERY: ["a merged title"]},
    "merged headers": {EVERY: ["two-row headings, merged", "two-row headings, nothing merged", "year over months over measures", "years over their months", "outcome and budget over their months", "thousands of kronor said over the amounts", "headings that may reach anywhere"]},
    "merged cells": {EVERY: ["a key merged over its rows", "a key carried down without a merge", "a key merged across columns", "an amount merged over rows", "an amount merged over columns"], LOOK: ["test_a_key_merged_over_many_rows_is_filled_in_chunk_by_chunk"]},
    "repeated page headers": {LEDGER: ["header again", "another table beneath"], EVERY: ["two-row headings, repeated on the next page"]},
    "page footers": {LEDGER: ["footer"], TEXT: ["footers"]},
    "Summa rows": {LEDGER: ["sum row checked", "sum per block and whole", "sum of a scattered code", "sum row above what it sums", "sum row without a label", "sum rows as subtotals are labelled", "wrong sum row", "row of amounts that sums nothing", "subtotals coded like any other row", "an ansvar that is all of them", "all accounts at all ansvar", "all accounts and all ansvar, each and together"], HEROMA: ["sum row", "wrong sum row"]},
    "hidden rows": {EVERY: ["hidden rows", "test_what_is_hidden_is_said_with_its_sum", "test_hidden_hours_are_said_as_hours"], LEDGER: ["hidden row under a sum"]},
    "hidden columns": {EVERY: ["hidden columns", "test_what_is_hidden_is_said_with_its_sum"]},
    "hidden sheets": {SHEETS: ["test_says_that_a_hidden_sheet_was_read"], "test_workbook_formats": ["test_every_cell_is_the_same_as_in_xlsx", "test_every_cell_of_an_xlsb_is_the_same_as_in_xlsx"], MARKUP: ["HIDDEN"]},
    "filters": {LOOK: ["test_rows_that_a_filter_hides"], EVERY: ["hidden rows"]},
    "several sheets": {SHEETS: ["test_chooses_the_sheet_by_its_headings", "test_reads_sheets_alike_together_and_says_so", "test_refuses_sheets_that_differ", "test_refuses_a_sheet_and_its_copy", "test_names_a_sheet_that_was_probably_meant_to_be_read"]},
    "months as columns": {LEDGER: ["wide", "wide, outcome and budget", "wide, the measure after the month", "wide, a year column beside", "wide, years against each other", "long and wide", "a month twice"]},
    "period and year-to-date side by side": {EVERY: ["period and year-to-date side by side", "period and year-to-date side by side, merged"], LEDGER: ["year to date beside"]},
    "only year-to-date": {LEDGER: ["year to date only", "only year-to-date, said in a title"], EVERY: ["only year-to-date, said over the amounts", "only year-to-date, said over the months"]},
    "quarters": {LEDGER: ["quarters in a period column", "quarters as columns", "a quarter column beside a year", "wide, quarters beside the months"], HEROMA: ["quarters"]},
    "period 13": {LEDGER: ["period 13", "wide, period 13", "period 13 without its December"], HEROMA: ["period 13"]},
    "duplicate headings": {LEDGER: ["two accounts", "two outcomes", "a month twice"], EVERY: ["the same measure twice under a month"]},
    "missing columns": {LEDGER: ["missing headings", "no period", "no headings"], HEROMA: ["no employment column"]},
    "drifted headings": {LEDGER: ["drifted headings", "other headings", "headings of a pivot table"], "test_headings": ["test_case_space_and_punctuation_make_no_difference"]},
    "English headings": {LEDGER: ["English headings"]},
    "leading zeros that only the number format shows": {EVERY: ["leading zeros that only the number format shows", "leading zeros in an amount"], LOOK: ["test_formats_that_show_zeros_first"], MARKUP: ["test_zeros_shown_by_the_style_of_a_cell_its_row_or_its_column"]},
    "all period forms": {PERIODS: ["test_a_month_written_in_any_form_reads_back", "test_cells_that_hold_a_month_read_back"], LEDGER: ["period names", "dates as periods", "three digits for a month", "a month that may have lost its last digit"]},
    "serial dates": {EVERY: ["the bare number of a day"], TEXT: ["a serial date without a format"]},
    "1904 system": {EVERY: ["1904 system, the bare number of a day", "1904 system, bare numbers of days as columns"]},
    "all Swedish number forms": {NUMBERS: ["test_an_amount_written_in_any_swedish_way_reads_back", "test_thousands_by_one_mark_and_decimals_by_the_other_read_back"], LEDGER: ["no-break space", "narrow no-break space", "thin space", "apostrophe", "true minus", "trailing minus", "parentheses", "kr after"]},
    "tkr and mkr in title or heading": {LEDGER: ["thousands of kronor in title", "thousands after a year", "what may be a unit in a title", "mnkr in heading", "öre in title", "tkr in heading", "mkr", "units against each other", "tkr beneath the table", "tkr above and beneath"]},
    "ambiguous 1,234": {LEDGER: ["ambiguous", "ambiguous, settled as thousands", "settled as three decimals"], HEROMA: ["ambiguous hours"]},
    "mixed conventions": {LEDGER: ["ambiguous, mixed conventions"]},
    "scientific notation that lost digits": {LEDGER: ["lost digits", "scientific code", "scientific notation that lost digits, kept as a number", "a long code that is whole"]},
    "debit and credit in a column of their own": {LEDGER: ["debit and credit without signs", "debit and credit in words", "signs in a column of their own", "debit and credit, the heading silent", "wide, debit and credit", "credit far below", "credit to the right of letters", "only minus in a column of signs", "signatures, and a dash where there is none"], "test_profiles": ["debit is read, and credit is not", "credit is read, and debit is not"]},
    "debit and credit in a column each": {LEDGER: ["debit and credit, a column each", "debit and credit, a reversal", "credit is less than zero", "debit and credit beside the amount", "debit and credit beside an amount without sign", "debit and credit, a sum of credit that is not theirs"], "test_profiles": ["debit and credit, turned"], "test_balance_lists": ["debit and credit between the balances"]},
    "rows and titles of budget": {LEDGER: ["budget in rows of its own", "wide, a forecast in rows of its own", "a budget by its title", "balances among the rows", "sums among the rows, with their codes", "outcome alone in a column of measures", "an outcome under a title of budget"]},
    "another currency": {LEDGER: ["kronor beside another currency", "the currency's own amount, written short", "another currency beneath", "another currency", "a rare currency", "a currency among words", "a currency far below", "thousands of another currency in a title", "another currency in a title", "another currency in a title's next cell"]},
    "flipped sign": {LEDGER: ["flipped sign", "corrections alone", "test_agency_cost_that_is_negative_in_every_month_is_doubted_with_its_sum"]},
    "float noise": {LEDGER: ["float noise", "three decimals"], HEROMA: ["float noise"], NUMBERS: ["test_a_sum_of_floats_reads_as_the_sum_of_ore", "test_a_third_decimal_is_never_rounded_away"]},
    "error cells": {LEDGER: ["error cell", "error cell in a key", "error outside what is read", "error cells saved as text"], XLS: ["error", "formula with an error"], XLSB: ["error"], ODS: ["an error told by what it shows"], HEROMA: ["an error cell saved as text"]},
    "formulas without cached values": {LEDGER: ["formula without value"], XLS: ["formulas never calculated"], ODS: ["a formula never calculated"]},
    "text-typed numbers": {LEDGER: ["number stored as text", "wide, Swedish text"]},
    "blank against zero": {LEDGER: ["blank amount", "wide, blank is nothing", "wide, a blank month", "dash is zero", "test_months_without_outcome_are_missing_but_their_budget_is_kept"], HEROMA: ["blank hours", "test_a_column_that_is_blank_all_the_way_down_says_nothing"]},
    "misspelt months": {LEDGER: ["wide, a month misspelt", "wide, a month misspelt, numbers as text"]},
    "letters that no one sees": {LEDGER: ["test_codes_that_look_the_same_are_one"]},
    "future periods": {LEDGER: ["future period", "future period in title", "wide in the future", "wide, a year column with months to come"]},
    "impossible periods": {LEDGER: ["impossible period", "year and month in two digits", "year against period"]},
    "hours as [h]:mm, text or decimals": {HEROMA: ["durations", "clock", "clock with thousands", "Swedish text", "decimals", "time of day", "three times twenty minutes"]},
    "implausible hours": {HEROMA: ["implausible hours, a person-month beyond what a month holds", "implausible hours, heads not known", "implausible hours, a million in one cell", "negative worked hours"]},
    "wrong dimension": {HOSTILE: ["a wrong dimension"]},
    "one cell in the last row and column": {HOSTILE: ["one cell in the last row and column"], XLS: ["test_a_far_cell_is_refused"], XLSB: ["one cell in the last row and column"], ODS: ["a cell in the last row and column"], MARKUP: ["one cell far away"]},
    "inflated used range": {HOSTILE_EVERY: ["test_inflated_used_range"], HOSTILE: ["a format far away"], XLSB: ["a blank far away"]},
    "zip bombs": {HOSTILE: ["bomb", "test_a_zip_whose_directory_lies_is_refused"], XLSB: ["a bomb"]},
    "entity bombs": {HOSTILE: ["billion laughs"], XLSB: ["an entity"], ODS: ["an entity"]},
    "XXE": {HOSTILE_EVERY: ["test_xxe"], HOSTILE: ["entity in the sheet"], "test_xml_events": ["file:///etc/passwd"]},
    "path traversal": {HOSTILE_EVERY: ["test_path_traversal"]},
    "truncated files": {HOSTILE_EVERY: ["test_truncated_files"], TEXT: ["a last row that is cut off"], MARKUP: ["test_a_page_that_ends_within_a_table_is_cut_off"], XLS: ["cut off in the workbook"]},
    "empty files": {HOSTILE_EVERY: ["test_empty_files", "test_files_with_their_headings_alone"], TEXT: ["blank"]},
    "password protection": {HOSTILE: ["test_a_workbook_with_a_password_is_told_from_an_old_one", "encrypted"], XLS: ["password"], ODS: ["a password"]},
    "PDF or anything else renamed": {HOSTILE: ["test_says_what_a_file_that_is_not_read_looks_like", "test_says_what_a_zip_looks_like"], HOSTILE_EVERY: ["test_a_name_says_nothing"]},
    "NUL bytes": {HOSTILE_EVERY: ["test_nul_bytes"], TEXT: ["zero bytes", "zero bytes after a mark"]},
    "mojibake": {LEDGER: ["mojibake in a heading", "mojibake in a code", "mojibake in a supplier", "mojibake in a heading that is not needed", "test_garbled_texts_are_counted_and_the_first_is_shown"], HEROMA: ["mojibake in a supplier", "mojibake in an employment"]},
    "lossy text": {LEDGER: ["lossy text in a heading", "lossy text in a code", "a question mark that is one"]},
    "unquoted delimiters that shift a row": {TEXT: ["shifted row", "shifted row that still has its keys", "shifted row within the header's width", "a decimal comma between commas", "a decimal comma, the last column blank", "a decimal comma, the last column not there", "a decimal comma, in front of a budget", "a decimal comma, the last months blank", "a thousands comma between commas"]},
    "sep= lines": {TEXT: ["sep line", "sep line in quotes", "sep line with a byte order mark", "place after the sep line"]},
    "line breaks in quotes": {TEXT: ["line break in quotes", "place after a line break in quotes", "a text broken into lines"]},
    "formulas as text, kept as text": {TEXT: ["formula as text"], ODS: ["a text that looks like an error"]},
    "formulas as text, escaped on export": {"../bemanning/export/test_mapping_workbook": ["test_text_never_becomes_a_formula"], "../bemanning/export/test_goal_workbook": ["test_text_from_data_never_becomes_a_formula"], "../bemanning/export/test_comment_block": ["test_what_was_written_never_becomes_a_formula"]},
    "personnummer and names in columns": {LEDGER: ["test_personal_data_is_dropped_counted_and_never_shown", "a person for an account", "a person in an ansvar", "test_a_fault_never_shows_what_may_be_personal"], HEROMA: ["test_names_of_employees_are_counted_and_left"]},
    "personnummer in free text": {LEDGER: ["personnummer in free text", "free text is left"]},
    "the same rows twice": {LEDGER: ["an export appended to itself", "rows that are alike"], HEROMA: ["an export appended to itself"], SHEETS: ["test_refuses_a_sheet_and_its_copy"], "test_sie_traps": ["the same voucher twice"], "test_sie5": ["the same entry twice"]},
    "all faults of a file at once": {LEDGER: ["missing ansvar and period", "test_lists_twenty_faults_of_a_kind_and_counts_the_rest"]},
}  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
def test_every_trap_has_its_proof(trap: str) -> None:
    for module, names in TRAPS[trap].items():
        source = (Path(__file__).parent / f"{module}.py").read_text("utf-8")
        assert names
        assert [name for name in names if not _stands_in(source, name)] == [], module


def _stands_in(source: str, name: str) -> bool:
    return any(form in source for form in (f'"{name}"', f"def {name}(", f"{name} =", f'SYSTEM "{name}'))
