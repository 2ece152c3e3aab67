"""Alembic's migrations, run by bemanning/store/migrate.py when a store is opened.

A new revision is written by hand: add `versions/rev_<number>_<what>.py` with the next number, then run the store's
tests, which name every difference between the migrated database and bemanning/store/schema. Revisions are never changed
once released, and import nothing from the project: they must go on making the schema of their own day. There is no
downgrade: a newer schema can hold what an older one can't, so the way back is the backup copy.
"""
