"""Lets one test process work out once what the program works out once in its life: the texts of statements for a
dialect of SQLAlchemy, the values in a TOML file.

The program opens one database and is founded once; tests do both thousands of times, each for a moment.
"""

from __future__ import annotations

import pickle
import tomllib
from functools import lru_cache
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


_read = tomllib.loads


@lru_cache(maxsize=400)
def _kept(text: str) -> bytes:
    return pickle.dumps(_read(text))


def read_once(text: str, /, **how: Any) -> dict[str, Any]:
    """As tomllib reads it; values of one's own each time."""
    return _read(text, **how) if how else pickle.loads(_kept(text))


def work_out_once(patch: pytest.MonkeyPatch) -> None:
    """From now on, for every database of the program and every TOML text in this process."""
    patch.setattr(database, "create_engine", engine_that_shares)
    patch.setattr(tomllib, "loads", read_once)
