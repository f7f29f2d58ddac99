"""The chain: what it keeps, what it notices, what may be erased."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.storage import audit
from qualitydesk.storage.audit import entries, payloads
from qualitydesk.storage.database import Database

BOSS, CLERK = new_id(), new_id()
PERSON = new_id()


@pytest.fixture
def written(database: Database, clock: FixedClock) -> Database:
    for number in range(1, 7):
        clock.advance(timedelta(minutes=1))
        with database.transaction() as connection:
            subject_id = PERSON if number in (2, 5) else new_id()
            audit.record(connection, By(BOSS, CLERK), clock.now(), "rename", "employee", subject_id,
                         {"name": "张𬱖"}, {"name": f"王{number}"})  # fmt: skip
    return database


def test_an_untouched_chain_holds(written: Database) -> None:
    result = audit.check(written)
    assert (result.entries, result.broken_at, result.reason) == (6, None, "")
    with written.reading() as connection:
        assert result.head == connection.execute(select(entries.c.chain).where(entries.c.seq == 6)).scalar_one()


def test_an_empty_chain_holds(database: Database) -> None:
    assert audit.check(database).broken_at is None


def test_a_history_tells_who_decided_who_typed_before_and_after(written: Database) -> None:
    with written.reading() as connection:
        first, second = audit.history(connection, "employee", PERSON)
    assert (first.seq, second.seq) == (2, 5)
    assert first.by == By(BOSS, CLERK)
    assert (first.verb, first.before, first.after) == ("rename", {"name": "张𬱖"}, {"name": "王2"})


def test_a_refused_verb_leaves_no_entry_and_no_gap(written: Database, clock: FixedClock) -> None:
    with pytest.raises(Refused), written.transaction() as connection:
        audit.record(connection, By.alone(BOSS), clock.now(), "rename", "employee", PERSON, None, None)
        raise Refused("stale")
    with written.transaction() as connection:
        assert audit.record(connection, By.alone(BOSS), clock.now(), "rename", "employee", PERSON, None, None) == 7
    assert audit.check(written).broken_at is None


def _change_payload(connection: Connection) -> None:
    connection.execute(update(payloads).where(payloads.c.seq == 3).values(content='{"after":null,"before":null}'))


def _change_salt(connection: Connection) -> None:
    connection.execute(update(payloads).where(payloads.c.seq == 3).values(salt=b"0" * 16))


def _remove_payload(connection: Connection) -> None:
    connection.execute(delete(payloads).where(payloads.c.seq == 3))


def _pretend_erasure(connection: Connection) -> None:
    at = connection.execute(select(entries.c.at).limit(1)).scalar_one()
    connection.execute(update(payloads).where(payloads.c.seq == 3).values(content=None, salt=None, erased_at=at))


def _change_entry(connection: Connection) -> None:
    connection.execute(update(entries).where(entries.c.seq == 3).values(decided_by=CLERK))


def _change_moment(connection: Connection) -> None:
    at = connection.execute(select(entries.c.at).where(entries.c.seq == 3)).scalar_one()
    connection.execute(update(entries).where(entries.c.seq == 3).values(at=at + timedelta(microseconds=1)))


def _remove_entry(connection: Connection) -> None:
    connection.execute(delete(payloads).where(payloads.c.seq == 3))
    connection.execute(delete(entries).where(entries.c.seq == 3))


def _swap(connection: Connection, one: int, other: int) -> None:
    rows = {row.seq: row._mapping for row in connection.execute(select(entries).where(entries.c.seq.in_([one, other])))}
    for seq, source in ((one, other), (other, one)):
        values = {name: value for name, value in rows[source].items() if name != "seq"}
        connection.execute(update(entries).where(entries.c.seq == seq).values(**values))


def _reorder(connection: Connection) -> None:
    _swap(connection, 3, 5)


def _insert_into_the_middle(connection: Connection) -> None:
    row = dict(connection.execute(select(entries).where(entries.c.seq == 6)).one()._mapping)
    connection.execute(insert(entries).values({**row, "seq": 7}))


@pytest.mark.parametrize(
    ("meddle", "broken_at", "reason"),
    [
        (_change_payload, 3, "payload_changed"),
        (_change_salt, 3, "payload_changed"),
        (_remove_payload, 3, "payload_missing"),
        (_pretend_erasure, 3, "payload_missing"),
        (_change_entry, 3, "entry_changed"),
        (_change_moment, 3, "entry_changed"),
        (_remove_entry, 3, "entry_missing"),
        (_reorder, 3, "reordered"),
        (_insert_into_the_middle, 7, "entry_changed"),
    ],
)
def test_the_first_broken_entry_is_named(
    written: Database, meddle: Callable[[Connection], None], broken_at: int, reason: str
) -> None:
    with written.transaction() as connection:
        meddle(connection)
    result = audit.check(written)
    assert (result.broken_at, result.reason) == (broken_at, reason)


def test_entries_cut_off_at_the_end_are_missed(written: Database) -> None:
    with written.transaction() as connection:
        connection.execute(delete(payloads).where(payloads.c.seq > 4))
        connection.execute(delete(entries).where(entries.c.seq > 4))
    result = audit.check(written)
    assert (result.entries, result.broken_at, result.reason) == (4, 5, "entry_missing")


def test_erasing_a_person_leaves_tombstones_and_an_intact_chain(written: Database, clock: FixedClock) -> None:
    clock.advance(timedelta(days=1))
    with written.transaction() as connection:
        assert audit.erase(connection, By.alone(BOSS), clock.now(), "employee", PERSON) == 2
    with written.reading() as connection:
        told = audit.history(connection, "employee", PERSON)
        kept = connection.execute(select(payloads.c.content).where(payloads.c.seq.in_([2, 5]))).scalars().all()
    assert [(one.seq, one.before, one.after, one.erased_at) for one in told[:2]] == [
        (2, None, None, clock.now()),
        (5, None, None, clock.now()),
    ]
    assert (told[2].verb, told[2].after) == ("erase", {"entries": [2, 5]})
    assert list(kept) == [None, None]
    result = audit.check(written)
    assert (result.entries, result.broken_at) == (7, None)


def test_erasing_twice_takes_nothing_more_and_still_holds(written: Database, clock: FixedClock) -> None:
    for expected in (2, 0):  # the note of the first erasure stays: the check relies on it
        with written.transaction() as connection:
            assert audit.erase(connection, By.alone(BOSS), clock.now(), "employee", PERSON) == expected
    assert audit.check(written).broken_at is None
