"""Alembic's entry point: run the revisions on the connection that migrate.py holds, inside its transaction."""

from alembic import context

from bemanning.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite can't alter most of a table: Alembic rebuilds it instead.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
