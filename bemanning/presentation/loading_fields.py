"""The fields of Inläsning's forms, as the forms name them and the actions read them.

| path | fields |
|---|---|
| CONFIRM_PATH, CHECK_AGAIN_PATH | JOB; and the options: SCOPE, ALLOW_ERASE, STATUS |
| CANCEL_PATH, DISCARD_PATH | JOB |
| UNDO_PATH | LOAD |
| MONTH_STATUS_PATH | MONTH (once for each month, "2018-12"), STATUS; SOURCE and SCOPE, or neither for all of them |
"""

# The number of a job, and of a load.
JOB = "jobb"
LOAD = "inlasning"
# A scope's code; absent or "": told from the file's units (options), or every scope (month status).
SCOPE = "omfattning"
# Present and not "": units and accounts may be taken away from a loaded month.
ALLOW_ERASE = "tillat_borttag"
# A MonthStatus's value: "open", "preliminary", or (month status alone) "closed"; absent in the options: "open".
STATUS = "status"
MONTH = "manad"
# A Source's value: "ledger", "heroma".
SOURCE = "kalla"
