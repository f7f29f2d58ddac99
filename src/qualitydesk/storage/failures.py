"""What the drivers' errors mean to the user: disk full, busy, out of reach, damaged. The rest are bugs of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from qualitydesk.basics.errors import Refused

_SQLITE = {
    5: "database_busy",  # SQLITE_BUSY
    6: "database_busy",  # SQLITE_LOCKED
    8: "database_read_only",  # SQLITE_READONLY
    10: "database_unreachable",  # SQLITE_IOERR
    11: "database_damaged",  # SQLITE_CORRUPT
    13: "disk_full",  # SQLITE_FULL
    14: "database_unreachable",  # SQLITE_CANTOPEN
    26: "database_damaged",  # SQLITE_NOTADB
}
_SQLITE_INTERRUPT = 9
_POSTGRESQL = {
    "53100": "disk_full",
    "53300": "database_busy",  # too many connections
    "55P03": "database_busy",  # lock_timeout ran out
    "40001": "database_busy",
    "40P01": "database_busy",
    "25006": "database_read_only",
    "3D000": "database_unreachable",  # no such database
}
_QUERY_CANCELED = "57014"


class Interrupted(Exception):  # noqa: N818 - a fact, not an error
    """A read that was called off because nobody waits for it any more."""


def refusal_for(error: BaseException | None) -> str | None:
    """The phrase code for a driver's error, or None when it is no matter of the user's."""
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get((getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF)
    state = getattr(error, "sqlstate", None)
    if state in _POSTGRESQL:
        return _POSTGRESQL[state]
    if state is not None:
        # 08 connection, 57P server going down, 28 refused login, 58 system error
        return "database_unreachable" if state[:2] in {"08", "28", "58"} or state.startswith("57P") else None
    if type(error).__name__ == "OperationalError":  # psycopg: the connection broke before the server could say why
        return "database_unreachable"
    return None


@contextmanager
def in_the_users_words(called_off: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """Turn drivers' errors into Refused, or into Interrupted when the read was `called_off`."""
    try:
        yield
    except PoolTimeout as error:
        raise Refused("database_busy") from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if called_off() and _was_interrupted(cause):
            raise Interrupted from error
        code = refusal_for(cause)
        if code is None:
            raise
        raise Refused(code) from error


def _was_interrupted(error: BaseException | None) -> bool:
    if isinstance(error, sqlite3.Error):
        return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF == _SQLITE_INTERRUPT
    # A cancel that arrives while a transaction is being closed breaks the connection instead.
    return getattr(error, "sqlstate", None) in {_QUERY_CANCELED, None}
