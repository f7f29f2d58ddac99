"""Lets the databases of one test process share what SQLAlchemy works out for a dialect: the texts of statements.

The program opens one database and words each statement once; tests open thousands, each for a moment.
"""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, create_engine

from qualitydesk.storage import database

ROOM = 5_000  # statements, far more than the program has
_known: dict[tuple[str, object], tuple[Any, Any]] = {}
"""Dialect and compiled statements for each name of a dialect and each isolation."""


def engine_that_shares(url: Any, **how: Any) -> Engine:
    """As SQLAlchemy makes it; its dialect and its statements are those of the first engine of its kind."""
    made = create_engine(url, query_cache_size=ROOM, **how)
    kind = made.dialect.name, how.get("isolation_level")
    if kind in _known and _known[kind][0].server_version_info is not None:  # set when it first came to connect
        made.dialect, made._compiled_cache = _known[kind]
    else:
        _known[kind] = made.dialect, made._compiled_cache
    return made


def share_statements(patch: pytest.MonkeyPatch) -> None:
    """From now on, for every database of the program that is opened in this process."""
    patch.setattr(database, "create_engine", engine_that_shares)
