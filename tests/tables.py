"""Makes tables straight from their definitions, for those that no migration makes."""

from __future__ import annotations

from sqlalchemy import MetaData, create_engine
from sqlalchemy.pool import NullPool


def create_tables(url: str, tables: MetaData) -> None:
    """Create those that are missing. From a copy: creating tables that refer to one another in a circle on
    PostgreSQL marks their foreign keys, and SQLite would then be given none.
    """
    copy = MetaData(naming_convention=tables.naming_convention)
    for table in tables.tables.values():
        table.to_metadata(copy)
    copy.create_all(create_engine(url, poolclass=NullPool))
