"""The one collection of tables and the column types that mean the same on SQLite and PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID, SafeUUID

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    Uuid,
    text,
    type_coerce,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

metadata = MetaData(
    # Without names of their own, constraints could not be altered later on SQLite.
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_UNSURE = SafeUUID.unknown
V = TypeVar("V")


class Id(TypeDecorator[UUID]):
    """A row's identity: 16 bytes on SQLite, the native type on PostgreSQL; `uuid.UUID` in and out."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid())
        return dialect.type_descriptor(LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        if value is None or isinstance(value, UUID):
            return value
        return UUID(bytes=value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], UUID | None] | None:
        return _id_of if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


class Moment(TypeDecorator[datetime]):
    """A moment, aware, UTC in and out, to the microsecond. SQLite keeps whole microseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        if dialect.name == "postgresql":
            return value.astimezone(UTC)
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return _EPOCH + timedelta(microseconds=value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        return _moment_of if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


class Day(TypeDecorator[date]):
    """A calendar day without a zone; a datetime is a mistake and is not cut down silently."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        if isinstance(value, datetime):
            raise ValueError("a day, not a moment")
        return value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        found: date | None = value
        return found

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], date | None] | None:
        return _day_of if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


# Out of SQLite in one step a value: a page of a list holds a thousand of these, and each detour is paid as often.


@lru_cache(8192)  # the institutions and people of a list are the same few again and again
def _id_of(value: bytes | None) -> UUID | None:
    if value is None:
        return None
    made = object.__new__(UUID)  # what UUID(bytes=…) makes, without its twenty questions
    _set_number(made, int.from_bytes(value))
    _set_safety(made, _UNSURE)
    return made


_set_number, _set_safety = vars(UUID)["int"].__set__, vars(UUID)["is_safe"].__set__


@lru_cache(8192)  # received and entered, due and due at last are mostly one moment; a page is read again at each change
def _moment_of(value: int | None) -> datetime | None:
    return None if value is None else _EPOCH + timedelta(0, 0, value)


def _day_of(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def maker(kind: type[V]) -> Callable[[Sequence[Any]], V]:
    """What makes a frozen value of all its fields in their order, at a third of what its own `__init__` takes: that
    asks of each field anew whether it may be set. For values without `__post_init__`."""
    names = tuple(one.name for one in fields(kind))  # type: ignore[arg-type]

    def make(values: Sequence[Any]) -> V:
        made = object.__new__(kind)
        made.__dict__.update(zip(names, values, strict=True))
        return made

    return make


class Json(TypeDecorator[Any]):
    """A value kept as canonical JSON text (see `canonical`); None is SQL's NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else canonical(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def says_true(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether a value kept as JSON says `true` of this name: its text has no blanks, and quotes within are escaped."""
    return type_coerce(column, Text).contains(f'"{name}":true', autoescape=True)


def Word(length: int | None = None) -> String:
    """Text that is compared and sorted by code point on both databases: numbers, codes, sort keys, names."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


def revision() -> Column[int]:
    """The column that lets a stale write be seen; 1 for a fresh row, moved on by `database.update_row`."""
    return Column("revision", Integer, nullable=False, default=1)


def canonical(value: object) -> str:
    """JSON text that is equal for equal values: sorted keys, no blanks, no NaN, ids and times as ISO text."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=_as_text
    )


def _as_text(value: object) -> object:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset | set):
        return sorted(value, key=canonical)
    raise TypeError(f"no JSON for {type(value).__name__}")


_later: list[Callable[[], object]] = []


def unique_where(table: Table, name: str, columns: Sequence[str], condition: str) -> None:
    """Declare a unique index over the rows that meet a condition."""
    index_where(table, name, columns, condition, unique=True)


def index_where(table: Table, name: str, columns: Sequence[str], condition: str, *, unique: bool = False) -> None:
    """Declare an index over the rows that meet a condition.

    It joins the table with `whole_metadata`, not at once: SQLAlchemy imports the drivers of both databases to make it,
    and an ordinary start needs neither the one nor the other.
    """
    only = text(condition)
    _later.append(
        lambda: Index(name, *(table.c[one] for one in columns), unique=unique, sqlite_where=only, postgresql_where=only)
    )


def whole_metadata() -> MetaData:
    """Every table imported so far with all its indexes: what migrations, dumps and checks compare with."""
    while _later:
        _later.pop()()
    return metadata
