"""What is wrong, or noticed, in a file or a request: a code, parameters and a place. The wording is presentation's."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class FaultCode(StrEnum):
    """Every fault and warning that can be shown. Each has a Swedish text in presentation."""

    # Files and reading
    FILE_MISSING = "file_missing"
    FILE_NOT_WRITTEN = "file_not_written"
    FOLDER_MISSING = "folder_missing"
    FOLDER_WATCHED = "folder_watched"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FORMAT_UNKNOWN = "format_unknown"
    FILE_DAMAGED = "file_damaged"
    FILE_ENCRYPTED = "file_encrypted"
    FILE_HOSTILE = "file_hostile"
    READ_LIMIT = "read_limit"
    READ_FAILED = "read_failed"
    MACROS_IGNORED = "macros_ignored"
    ENCODING_UNKNOWN = "encoding_unknown"
    TEXT_BROKEN = "text_broken"
    TEXT_LAST_LINE = "text_last_line"
    MORE_FAULTS = "more_faults"

    # Headings and layout
    HEADINGS_MISSING = "headings_missing"
    HEADINGS_UNKNOWN = "headings_unknown"
    LEDGER_WITHOUT_ANSVAR = "ledger_without_ansvar"
    BALANCE_HEADINGS = "balance_headings"
    SOURCE_AMBIGUOUS = "source_ambiguous"
    HEADING_DUPLICATE = "heading_duplicate"
    HEADING_GARBLED = "heading_garbled"
    HEADING_FORM = "heading_form"
    SHEETS_DIFFER = "sheets_differ"
    SEVERAL_SHEETS_READ = "several_sheets_read"
    SHEET_IGNORED = "sheet_ignored"
    HIDDEN_SHEET_READ = "hidden_sheet_read"
    HIDDEN_ROWS_READ = "hidden_rows_read"
    HIDDEN_COLUMN_READ = "hidden_column_read"
    COLUMN_IGNORED = "column_ignored"
    SOURCE_OTHER = "source_other"
    PROFILE_MOVED = "profile_moved"
    PROFILE_SHEETS = "profile_sheets"
    PROFILE_SEVERAL = "profile_several"
    PROFILE_NEEDLESS = "profile_needless"
    PROFILE_UNKNOWN = "profile_unknown"
    PROFILE_NAME = "profile_name"
    PROFILE_OTHER_SOURCE = "profile_other_source"
    PROFILE_SAME = "profile_same"
    PROFILE_UNREAD = "profile_unread"
    NO_ROWS = "no_rows"
    SHEETS_ALIKE = "sheets_alike"
    ROWS_TWICE = "rows_twice"
    SUBTOTAL_ROWS = "subtotal_rows"
    ROW_UNLABELLED = "row_unlabelled"
    ROW_SHIFTED = "row_shifted"
    ROW_BROKEN_OFF = "row_broken_off"
    CELL_ERROR = "cell_error"
    FORMULA_UNCALCULATED = "formula_uncalculated"

    # Months in a file
    PERIOD_MISSING = "period_missing"
    PERIOD_FROM_TITLE = "period_from_title"
    PERIOD_UNREADABLE = "period_unreadable"
    PERIOD_CONFLICT = "period_conflict"
    PERIOD_FUTURE = "period_future"
    PERIOD_13_ALONE = "period_13_alone"
    PERIOD_13 = "period_13"
    PERIOD_SPAN = "period_span"
    YEAR_MISSING = "year_missing"
    YEAR_FROM_TITLE = "year_from_title"
    YEAR_UNREADABLE = "year_unreadable"
    MONTH_EMPTY = "month_empty"

    # Codes, amounts and hours in a file
    KEY_MISSING = "key_missing"
    CODE_PERSONAL = "code_personal"
    CODE_UNREADABLE = "code_unreadable"
    CODE_WITH_NAME = "code_with_name"
    CODE_GARBLED = "code_garbled"
    TEXT_GARBLED = "text_garbled"
    WORD_UNKNOWN = "word_unknown"
    AMOUNT_UNREADABLE = "amount_unreadable"
    AMOUNT_AMBIGUOUS = "amount_ambiguous"
    AMOUNT_DECIMALS = "amount_decimals"
    AMOUNT_SCIENTIFIC = "amount_scientific"
    AMOUNT_TOO_LARGE = "amount_too_large"
    AMOUNT_BLANK = "amount_blank"
    AMOUNT_CUMULATIVE = "amount_cumulative"
    SIGN_AGENCY = "sign_agency"
    SIGN_ALL = "sign_all"
    AMOUNT_MERGED = "amount_merged"
    UNIT_SCALED = "unit_scaled"
    UNIT_CONFLICT = "unit_conflict"
    UNIT_SET = "unit_set"
    UNIT_MOVED = "unit_moved"
    TOTAL_ROUNDED = "total_rounded"
    SUM_MISMATCH = "sum_mismatch"
    HOURS_UNREADABLE = "hours_unreadable"
    HOURS_IMPLAUSIBLE = "hours_implausible"
    HOURS_NEGATIVE = "hours_negative"
    COUNT_UNREADABLE = "count_unreadable"
    TIME_KIND_ASSUMED = "time_kind_assumed"
    PERSONAL_DATA_DROPPED = "personal_data_dropped"

    # SIE files
    SIE_LINE = "sie_line"
    SIE_CHECKSUM = "sie_checksum"
    SIE_UNBALANCED = "sie_unbalanced"
    SIE_ADDED_ROW = "sie_added_row"
    SIE_CURRENCY = "sie_currency"
    SIE_NO_MONTHS = "sie_no_months"
    SIE_TOTALS_MISSING = "sie_totals_missing"
    SIE_BALANCE_ACCOUNTS = "sie_balance_accounts"
    SIE_WITHOUT_ANSVAR = "sie_without_ansvar"
    SIE_OUTSIDE_YEAR = "sie_outside_year"
    SIE_OTHER_YEARS = "sie_other_years"
    SIE_RESULT_DIFFERS = "sie_result_differs"
    SIE_STRAY_LINES = "sie_stray_lines"
    SIE_LAST_LINE = "sie_last_line"

    # The mapping workbook
    MAPPING_SHEET_UNKNOWN = "mapping_sheet_unknown"
    MAPPING_SHEETS_MISSING = "mapping_sheets_missing"
    MAPPING_HEADING_MISSING = "mapping_heading_missing"
    MAPPING_HEADING_UNKNOWN = "mapping_heading_unknown"
    MAPPING_HEADING_DUPLICATE = "mapping_heading_duplicate"
    MAPPING_VALUE_MISSING = "mapping_value_missing"
    MAPPING_WORD_UNKNOWN = "mapping_word_unknown"
    MAPPING_MONTH = "mapping_month"
    MAPPING_NUMBER = "mapping_number"
    MAPPING_MONTHS_REVERSED = "mapping_months_reversed"
    MAPPING_OVERLAP = "mapping_overlap"
    MAPPING_PROFESSION = "mapping_profession"
    MAPPING_NODE_UNKNOWN = "mapping_node_unknown"
    MAPPING_TWO_PARENTS = "mapping_two_parents"
    MAPPING_REGION_BELOW = "mapping_region_below"
    MAPPING_CYCLE = "mapping_cycle"
    MAPPING_DEFAULT_SCOPE = "mapping_default_scope"
    MAPPING_GOAL_INCOMPLETE = "mapping_goal_incomplete"
    MAPPING_TWO_ROWS = "mapping_two_rows"
    MAPPING_ROW_GONE = "mapping_row_gone"
    MAPPING_CHANGE_UNKNOWN = "mapping_change_unknown"
    BALANCE_FILE_LARGE = "balance_file_large"
    MAPPING_FILE_LARGE = "mapping_file_large"
    MAPPING_FILE_GONE = "mapping_file_gone"
    MAPPING_NOTHING_CHANGED = "mapping_nothing_changed"
    DATA_CHANGED = "data_changed"
    FIELD_MISSING = "field_missing"

    # Loading
    SAME_CONTENT = "same_content"
    CONTENT_REPLACED = "content_replaced"
    CONTENT_UNDONE = "content_undone"
    FILE_ENDS_BEFORE = "file_ends_before"
    SIGN_AGAINST_LOADED = "sign_against_loaded"
    SCALE_AGAINST_LOADED = "scale_against_loaded"
    MONTH_RESTATED = "month_restated"
    MONTH_CLOSED = "month_closed"
    WOULD_ERASE = "would_erase"
    SCOPE_UNKNOWN = "scope_unknown"
    SCOPE_MIXED = "scope_mixed"
    SCOPE_IN_USE = "scope_in_use"
    SCOPE_OTHER = "scope_other"
    NO_OUTCOME = "no_outcome"
    SETTING_UNKNOWN = "setting_unknown"
    SETTING_VALUE = "setting_value"
    SETTING_DATED = "setting_dated"
    MAPPING_NODE_IN_USE = "mapping_node_in_use"
    MONTH_NOT_LOADED = "month_not_loaded"
    LOAD_UNKNOWN = "load_unknown"
    LOAD_ALREADY_UNDONE = "load_already_undone"

    # Sent files and their jobs
    UPLOAD_BROKEN = "upload_broken"
    UPLOAD_NO_SPACE = "upload_no_space"
    JOB_UNKNOWN = "job_unknown"
    JOB_ACTIVE = "job_active"
    JOB_ENDED = "job_ended"
    JOB_FILE_GONE = "job_file_gone"
    JOB_FAILED = "job_failed"
    LOADED_SINCE_CHECK = "loaded_since_check"

    # Questions
    NODE_UNKNOWN = "node_unknown"
    MONTH_TEXT = "month_text"
    CHOICE_TEXT = "choice_text"
    NOTHING_LOADED = "nothing_loaded"
    NOTHING_KNOWN = "nothing_known"
    DATE_TEXT = "date_text"

    # Comments
    COMMENT_EMPTY = "comment_empty"
    COMMENT_TOO_LONG = "comment_too_long"
    COMMENT_PERSONAL = "comment_personal"
    COMMENT_CHANGED = "comment_changed"

    # Rights
    NO_RIGHTS = "no_rights"

    # The store
    DATABASE_UNREACHABLE = "database_unreachable"
    DATABASE_FULL = "database_full"
    DATABASE_NEWER = "database_newer"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong (or, as a warning, noticed). `sheet` and `cell` ("B7") say where, when there is a where.

    `params` are the values that the Swedish text is filled with: text and whole numbers, never personal data.
    """

    code: FaultCode
    params: dict[str, str | int] = field(default_factory=dict)
    sheet: str | None = None
    cell: str | None = None
