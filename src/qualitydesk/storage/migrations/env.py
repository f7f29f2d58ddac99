"""Alembic's way in; `storage.upgrade` hands over an open connection inside its own transaction.

To add a migration: copy the newest file of versions/ to `rNNNN_what_it_does.py` with the next number, set `revision`
and `down_revision`, write `upgrade()` with `op.create_table`, `op.batch_alter_table` and the column types of
storage.base (written out, never the tables of a store: those move on). No downgrade: the way back is the backup.
Touch rows with `op.execute` and Core tables of your own in the file. A test compares head with the stores' tables.
"""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["metadata"],
    render_as_batch=True,  # SQLite alters a table by making it anew
)
with context.begin_transaction():
    context.run_migrations()
