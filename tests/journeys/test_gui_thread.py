"""The window stays quick while something long goes on behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from threading import Event
from time import monotonic, thread_time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy.exc import DBAPIError
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, found_quickly
from tests.journeys.sitting import Sitting

from qualitydesk.storage.database import Database

FRAME = 0.016  # seconds of GUI-thread CPU a key may take until it is painted
SLOW = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n LIMIT 1"  # never ends


class LongQuery:
    """A query that runs until it is called off, and says so."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.begun, self.interrupted = Event(), Event()

    def run(self) -> None:
        try:
            with self._database.reading() as connection:
                self.begun.set()
                connection.exec_driver_sql(SLOW).all()
        except DBAPIError:
            self.interrupted.set()
            raise


@pytest.fixture
def busy(sit: Sit, home: Path) -> Iterator[tuple[Sitting, LongQuery]]:
    """A round being walked while a query that never ends runs on a read lane."""
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    begin_round(sitting, only="张𬱖")
    query = LongQuery(sitting.services.database)
    sitting.program.operations.read(sitting.window, query.run, then=lambda _value: None)
    assert query.begun.wait(10)
    yield sitting, query


def test_a_key_is_painted_within_a_frame_beside_a_long_query(busy: tuple[Sitting, LongQuery]) -> None:
    sitting, query = busy
    walker = sitting.walking().walker
    assert walker is not None
    taken = []
    for _ in range(20):
        where = walker.course.place
        before = thread_time()
        QTest.keyClick(QApplication.focusWidget(), "1")
        QApplication.processEvents()
        taken.append(thread_time() - before)
        assert walker.course.given_at(where) is not None
        sitting.until(lambda where=where: walker.course.place != where and walker.quiet)
    assert not query.interrupted.is_set(), "the query ran beside all of it"
    assert median(taken) <= FRAME, f"{median(taken) * 1000:.1f} ms"
    sitting.close()


def test_closing_does_not_wait_for_a_long_query(busy: tuple[Sitting, LongQuery]) -> None:
    sitting, query = busy
    begun = monotonic()
    sitting.close()
    assert query.interrupted.wait(10) and monotonic() - begun < 5
