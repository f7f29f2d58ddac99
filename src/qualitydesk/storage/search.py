"""Finds what was written, by any part of it, one Chinese character being enough, on both databases alike.

A text is kept folded (NFKC, small letters, no blanks) as its signs with a blank between. On SQLite an FTS5 index over
those signs, kept by triggers, is asked for phrases; PostgreSQL has an index over every sign and every pair of signs,
and what holds all of them is read through for the whole. `kind` tells one part's texts from another's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    Text,
    bindparam,
    func,
    insert,
    literal_column,
    select,
    text,
    true,
    update,
)

from qualitydesk.storage.base import Id, Word, metadata
from qualitydesk.storage.paging import FEW, looked_up

_BETWEEN = "¦"  # stands between the parts of a text, so that no hit reaches over two of them
_MOST = 40_000  # signs of one text; what lies behind is not searched

search_texts = Table(
    "search_texts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("kind", Word(12), nullable=False),
    Column("subject_id", Id, nullable=False, unique=True),
    Column("signs", Text, nullable=False),
)

FILE_INDEX = (
    "CREATE VIRTUAL TABLE search_signs USING fts5(kind, signs, content='search_texts', content_rowid='id', "
    "detail='full', tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co Cn'\")",
    "CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts BEGIN "
    "INSERT INTO search_signs(rowid, kind, signs) VALUES (new.id, new.kind, new.signs); END",
    "CREATE TRIGGER search_texts_gone AFTER DELETE ON search_texts BEGIN "
    "INSERT INTO search_signs(search_signs, rowid, kind, signs) VALUES ('delete', old.id, old.kind, old.signs); END",
    "CREATE TRIGGER search_texts_changed AFTER UPDATE ON search_texts BEGIN "
    "INSERT INTO search_signs(search_signs, rowid, kind, signs) VALUES ('delete', old.id, old.kind, old.signs); "
    "INSERT INTO search_signs(rowid, kind, signs) VALUES (new.id, new.kind, new.signs); END",
)
"""What a migration runs on SQLite."""
SERVER_INDEX = (
    "CREATE FUNCTION search_grams(signs text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ "
    "SELECT coalesce(array_agg(DISTINCT gram), '{}') FROM ("
    "SELECT sign AS gram FROM unnest(string_to_array(signs, ' ')) AS sign UNION ALL "
    "SELECT sign || lead(sign) OVER (ORDER BY at) "
    "FROM unnest(string_to_array(signs, ' ')) WITH ORDINALITY AS t(sign, at)"
    ") AS grams WHERE gram IS NOT NULL $$",
    "CREATE INDEX search_texts_grams ON search_texts USING gin (search_grams(signs))",
)
"""What a migration runs on PostgreSQL."""


def is_index(name: str) -> bool:
    """Whether a table or index of that name is the search's own, made anew from `search_texts` wherever that goes."""
    return name.startswith("search_") and name != search_texts.name


def folded(words: str) -> str:
    """What is compared: compatibility forms made plain, small letters, nothing blank or unprintable."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return "".join(sign for sign in plain if sign.isprintable() and not sign.isspace())


def write(connection: Connection, kind: str, subject_id: UUID, parts: Iterable[str]) -> None:
    """Make a thing findable by these parts, in place of what it was found by before."""
    signs = _signs(parts)
    known = connection.execute(update(search_texts).where(search_texts.c.subject_id == subject_id).values(signs=signs))
    if not known.rowcount:
        fresh = {"id": _next_place(connection), "kind": kind, "subject_id": subject_id, "signs": signs}
        connection.execute(insert(search_texts).values(**fresh))


def write_fresh(connection: Connection, kind: str, found: Iterable[tuple[UUID, Iterable[str]]]) -> None:
    """Make many things findable that were not before, each (subject id, parts)."""
    first = _next_place(connection)
    rows = [
        {"id": first + at, "kind": kind, "subject_id": subject_id, "signs": _signs(parts)}
        for at, (subject_id, parts) in enumerate(found)
    ]
    if rows:
        connection.execute(insert(search_texts), rows)


def _signs(parts: Iterable[str]) -> str:
    return _spaced(_BETWEEN.join(part for part in (folded(one) for one in parts) if part)[:_MOST])


def _next_place(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(search_texts.c.id), 0) + 1)).scalar_one())


def hits(connection: Connection, kind: str, words: str) -> Select[Any] | None:
    """The subject ids whose text holds `words`; None when there is nothing to look for.

    In order of the first writing, the newest first, for whoever limits it.
    """
    wanted = folded(words)
    if not wanted:
        return None
    if connection.dialect.name == "sqlite":
        return _file_hits(kind, wanted)
    return _server_hits(kind, wanted)


def holds(connection: Connection, kind: str, words: str, subject_id: Column[Any]) -> ColumnElement[bool]:
    """The condition that the text of the row's `subject_id` holds `words`; always met when there are none.

    Few hits are fetched by their ids; where there are many the list is walked in its own order, and each row asked.
    """
    found = hits(connection, kind, words)
    if found is None:
        return true()
    short = looked_up(connection, (kind, folded(words)), found, subject_id, FEW)
    return stands_in(connection, words, subject_id) if short is None else short


def stands_in(connection: Connection, words: str, subject_id: Column[Any]) -> ColumnElement[bool]:
    """The same condition, asked of each row a walk comes by."""
    own = search_texts.alias("own_text")
    # As a value: as a condition PostgreSQL would join with all the texts first.
    signs = select(own.c.signs).where(own.c.subject_id == subject_id).scalar_subquery()
    place = func.instr if connection.dialect.name == "sqlite" else func.strpos
    return place(signs, _spaced(folded(words)), type_=Integer) > 0


def _phrase(kind: str, wanted: str) -> str:
    phrase = _spaced(wanted).replace('"', '""')
    return f'kind : {kind} AND signs : "{phrase}"'


def _file_hits(kind: str, wanted: str) -> Select[Any]:
    asked = _phrase(kind, wanted)
    found = (
        select(search_texts.c.subject_id)
        .join(text("search_signs"), literal_column("search_signs.rowid") == search_texts.c.id)
        .where(literal_column("search_signs").op("MATCH")(bindparam("asked", asked, unique=True)))
        .order_by(literal_column("search_signs.rowid").desc())
    )
    if not wanted.isalnum():  # signs that FTS5 may take for the ends of words are compared as they stand
        found = found.where(search_texts.c.signs.contains(_spaced(wanted), autoescape=True))
    return found


def _server_hits(kind: str, wanted: str) -> Select[Any]:
    grams = [wanted] if len(wanted) == 1 else [wanted[at : at + 2] for at in range(len(wanted) - 1)]
    asked: BindParameter[str] = bindparam("grams", " ".join(dict.fromkeys(grams)), unique=True)
    all_there = literal_column("search_grams(signs)").op("@>")(func.string_to_array(asked, " "))
    found = select(search_texts.c.id, search_texts.c.subject_id).where(search_texts.c.kind == kind, all_there)
    if len(wanted) > 2:
        found = found.where(search_texts.c.signs.contains(_spaced(wanted), autoescape=True))
    taken = found.cte("search_hits").prefix_with("MATERIALIZED", dialect="postgresql")
    return select(taken.c.subject_id).order_by(taken.c.id.desc())


def _spaced(whole: str) -> str:
    return " ".join(whole)
