"""Whether to look rows up or to walk: what was found is remembered for a while."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import pytest
from sqlalchemy import Connection, column, create_engine, select, table, text

from qualitydesk.storage import paging


def test_whether_rows_are_few_is_remembered_for_a_while_and_for_each_database_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paging, "_known", WeakKeyDictionary())
    moment = [100.0]
    monkeypatch.setattr(paging, "monotonic", lambda: moment[0])
    engine = create_engine("sqlite://")
    with engine.connect() as connection, create_engine("sqlite://").connect() as other:
        for one in (connection, other):
            one.execute(text("CREATE TABLE told (id INTEGER)"))
        told = table("told", column("id"))

        def few(one: Connection, key: str = "key") -> bool:
            return paging.were_few(one, key, select(told.c.id), 1)

        assert few(connection) and few(other)
        connection.execute(text("INSERT INTO told VALUES (1), (2)"))
        assert few(connection) and not few(connection, "another key")
        moment[0] += paging.AGE + 1
        assert not few(connection) and few(other)
