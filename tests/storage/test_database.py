"""Transactions, snapshots, waiting, calling off: the same meaning on both databases."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Column, Connection, LargeBinary, MetaData, Table, create_engine, func, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool
from tests.tables import create_tables

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.storage.base import Day, Id, Json, Moment, Word, canonical, revision
from qualitydesk.storage.database import Cancel, Database, Interrupted, update_row

own = MetaData()
notes = Table(
    "notes",
    own,
    Column("id", Id, primary_key=True),
    Column("text", Word(100), nullable=False, unique=True),
    Column("at", Moment),
    Column("day", Day),
    Column("extra", Json),
    Column("blob", LargeBinary),
    revision(),
)
LONG = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}


@pytest.fixture
def room(database: Database, database_url: str) -> Iterator[Database]:
    create_tables(database_url, own)
    yield database


def write(connection: Connection, text: str, **values: object) -> object:
    row_id = new_id()
    connection.execute(insert(notes).values(id=row_id, text=text, **values))
    return row_id


def texts(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.execute(select(notes.c.text).order_by(notes.c.text)).scalars())


def test_what_a_block_wrote_is_there_afterwards(room: Database) -> None:
    with room.transaction() as connection:
        write(connection, "a")
    assert texts(room) == ["a"]


def test_a_failed_block_leaves_nothing(room: Database) -> None:
    with pytest.raises(KeyError), room.transaction() as connection:
        write(connection, "a")
        raise KeyError
    assert texts(room) == []


def test_an_inner_transaction_joins_the_outer_one(room: Database) -> None:
    with pytest.raises(KeyError), room.transaction() as outer:
        write(outer, "a")
        with room.transaction() as inner:
            assert inner is outer
            write(inner, "b")
        raise KeyError
    assert texts(room) == []


def test_a_failed_inner_part_takes_back_itself_only(room: Database) -> None:
    with room.transaction() as outer:
        write(outer, "a")
        with pytest.raises(IntegrityError), room.transaction() as inner:
            write(inner, "b")
            write(inner, "a")
        write(outer, "c")
    assert texts(room) == ["a", "c"]


def test_a_read_inside_a_write_sees_what_was_written(room: Database) -> None:
    with room.transaction() as connection:
        write(connection, "a")
        assert texts(room) == ["a"]


def test_a_read_cannot_write(room: Database) -> None:
    with pytest.raises(Refused) as refused, room.reading() as connection:
        write(connection, "a")
    assert refused.value.code == "database_read_only"
    assert texts(room) == []
    with room.transaction() as connection:
        write(connection, "b")


def test_a_write_inside_a_read_is_a_mistake_of_ours(room: Database) -> None:
    with room.reading(), pytest.raises(RuntimeError), room.transaction():
        pass


def test_a_read_sees_one_state_throughout(room: Database) -> None:
    count = select(func.count()).select_from(notes)
    with room.reading() as connection:
        assert connection.execute(count).scalar_one() == 0
        other = threading.Thread(target=lambda: _write_one(room, "a"))
        other.start()
        other.join()
        assert connection.execute(count).scalar_one() == 0
    assert texts(room) == ["a"]


def _write_one(database: Database, text: str) -> None:
    with database.transaction() as connection:
        write(connection, text)


def test_threads_that_write_at_once_take_turns(room: Database) -> None:
    failures: list[BaseException] = []

    def run(name: int) -> None:
        try:
            for number in range(25):
                _write_one(room, f"{name}-{number}")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(texts(room)) == 200


def test_a_writer_waits_only_so_long_and_then_says_busy(room: Database, database_url: str) -> None:
    second = Database.open(database_url, wait=0.2)
    with room.transaction(), pytest.raises(Refused) as refused, second.transaction():
        pass
    assert refused.value.code == "database_busy"
    second.close()


def test_a_stale_revision_is_refused_and_changes_nothing(room: Database) -> None:
    with room.transaction() as connection:
        row_id = write(connection, "a")
        assert update_row(connection, notes, row_id, 1, text="b") == 2
    with pytest.raises(Refused) as refused, room.transaction() as connection:
        update_row(connection, notes, row_id, 1, text="c")
    assert refused.value.code == "stale"
    assert texts(room) == ["b"]


def test_values_come_back_as_they_went_in(room: Database) -> None:
    east = datetime(2026, 11, 21, 10, 0, 0, 123456, tzinfo=timezone(timedelta(hours=8)))
    before_1970 = datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
    day, extra = date(2028, 2, 29), {"名": ["张𬱖", 1, None, 1.5], "a": True}
    with room.transaction() as connection:
        row_id = write(connection, "a", at=east, day=day, extra=extra, blob=b"\x00\xff")
        write(connection, "b", at=before_1970)
    with room.reading() as connection:
        row = connection.execute(select(notes).where(notes.c.id == row_id)).one()
        assert list(connection.execute(select(notes.c.at).order_by(notes.c.at)).scalars()) == [before_1970, east]
        assert connection.execute(select(notes.c.text).where(notes.c.at == east)).scalar_one() == "a"
    assert (row.id, row.at, row.day, row.extra, row.blob) == (row_id, east, day, extra, b"\x00\xff")
    assert row.at.tzinfo is UTC


def test_a_moment_without_zone_and_a_moment_for_a_day_are_mistakes(room: Database) -> None:
    naive = datetime(2026, 11, 21)  # noqa: DTZ001 - the point of the test
    for values in ({"at": naive}, {"day": datetime(2026, 11, 21, tzinfo=UTC)}):
        with pytest.raises(Exception, match=r"zone|not a moment"), room.transaction() as connection:
            write(connection, "a", **values)


def test_names_sort_by_code_point_on_both(room: Database) -> None:
    with room.transaction() as connection:
        for text in ("b", "a", "Z", "张", "阿", "é", "_"):
            write(connection, text)
    assert texts(room) == sorted(["b", "a", "Z", "张", "阿", "é", "_"])


def test_canonical_text_is_equal_for_equal_values() -> None:
    assert canonical({"b": 1, "a": [date(2026, 1, 2)]}) == canonical({"a": ["2026-01-02"], "b": 1})
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))


def test_a_running_read_can_be_called_off(room: Database) -> None:
    cancel = Cancel()
    threading.Timer(0.1, cancel.interrupt).start()
    with pytest.raises(Interrupted), room.reading(cancel) as connection:
        connection.exec_driver_sql(LONG[room.kind]).all()
    assert cancel.interrupted
    assert texts(room) == []


def test_a_late_calling_off_never_hits_the_next_read(room: Database) -> None:
    query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT count(*) FROM n"
    outcomes = set()
    for number in range(60):
        cancel = Cancel()
        timer = threading.Timer(number * 0.0001, cancel.interrupt)
        timer.start()
        try:
            with room.reading(cancel) as connection:
                outcomes.add(connection.exec_driver_sql(query).scalar_one())
        except Interrupted:
            outcomes.add("interrupted")
        with room.reading() as connection:
            assert connection.exec_driver_sql(query).scalar_one() == 3000
        timer.join()
    assert outcomes <= {3000, "interrupted"}
    assert "interrupted" in outcomes


def test_a_read_called_off_before_it_began_or_between_statements_does_no_more(room: Database) -> None:
    early, between = Cancel(), Cancel()
    early.interrupt()
    with pytest.raises(Interrupted), room.reading(early):
        pytest.fail("it began")
    with pytest.raises(Interrupted), room.reading(between) as connection:
        connection.execute(select(notes.c.id)).all()
        between.interrupt()
        connection.execute(select(notes.c.id)).all()
        pytest.fail("it went on")
    assert texts(room) == []


def test_the_write_connection_promises_commits_on_disk(sqlite_database: Database) -> None:
    with sqlite_database.transaction() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_full_disk_refuses_the_write_and_leaves_what_was(sqlite_url: str) -> None:
    create_tables(sqlite_url, own)
    database = Database.open(sqlite_url)
    _write_one(database, "a")
    with database.transaction() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 5}")
    with pytest.raises(Refused) as refused, database.transaction() as outer:
        write(outer, "b")
        with database.transaction() as inner:
            write(inner, "c", blob=b"x" * 1_000_000)
    assert refused.value.code == "disk_full"
    assert texts(database) == ["a"]
    database.close()


def test_nobody_can_go_on_after_the_disk_was_full_and_half_write(sqlite_url: str) -> None:
    create_tables(sqlite_url, own)
    database = Database.open(sqlite_url)
    with database.transaction() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 5}")
    try:
        with database.transaction() as outer:
            write(outer, "before")
            with pytest.raises(Refused), database.transaction() as inner:
                write(inner, "too much", blob=b"x" * 1_000_000)
            write(outer, "after")
    except Refused:
        assert texts(database) == []  # SQLite dropped the whole transaction: so did we
    else:
        assert texts(database) == ["after", "before"]  # or only the inner part was taken back
    database.close()


def test_two_programs_windows_on_one_file_both_work(room: Database, database_url: str) -> None:
    second = Database.open(database_url)
    _write_one(room, "a")
    _write_one(second, "b")
    assert texts(room) == texts(second) == ["a", "b"]
    second.close()


def test_closing_leaves_one_whole_file(sqlite_url: str) -> None:
    database = Database.open(sqlite_url)
    create_tables(sqlite_url, own)
    _write_one(database, "a")
    database.close()
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    assert [found.name for found in path.parent.glob("qualitydesk.sqlite*")] == [path.name]


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://a/b"])
def test_an_address_we_cannot_use_is_refused(url: str) -> None:
    with pytest.raises(Refused) as refused:
        Database.open(url)
    assert refused.value.code == "database_url"


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        Database.open(f"sqlite:///{tmp_path}/nothing.sqlite")
    assert refused.value.code == "database_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.sqlite").write_text("Dear Sir or Madam, " * 100, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        Database.open(f"sqlite:///{tmp_path}/letter.sqlite")
    assert refused.value.code == "database_damaged"


def test_a_server_out_of_reach_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        Database.open("postgresql+psycopg://nobody@127.0.0.1:1/none")
    assert refused.value.code == "database_unreachable"


def test_a_server_that_goes_away_refuses_the_write_and_serves_the_next(
    postgresql_url: str,
) -> None:
    create_tables(postgresql_url, own)
    database = Database.open(postgresql_url)
    with pytest.raises(Refused) as refused, database.transaction() as connection:
        write(connection, "a")
        own_process = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with create_engine(postgresql_url, poolclass=NullPool).connect() as admin:
            admin.exec_driver_sql(f"SELECT pg_terminate_backend({own_process}, 5000)")
        write(connection, "b")
    assert refused.value.code == "database_unreachable"
    _write_one(database, "c")
    assert texts(database) == ["c"]
    database.close()


def test_a_mistake_of_ours_is_not_dressed_up_as_the_users(room: Database) -> None:
    with pytest.raises(DBAPIError), room.reading() as connection:
        connection.exec_driver_sql("SELECT nothing FROM nowhere")
