"""Numbers without gaps, also when two programs take them at once."""

from __future__ import annotations

import multiprocessing
import time

import pytest

from qualitydesk.storage.database import Database
from qualitydesk.storage.series import next_number

EACH = 300


def take(database: Database, series: str = "slip", key: str = "LG-2026") -> int:
    with database.transaction() as connection:
        return next_number(connection, series, key)


def _take_many(url: str, start_at: float, out: multiprocessing.SimpleQueue[list[int]]) -> None:
    database = Database.open(url)
    while time.time() < start_at:
        pass
    out.put([take(database) for _ in range(EACH)])
    database.close()


def test_numbers_start_at_one_and_are_counted_within_each_key(database: Database) -> None:
    assert [take(database), take(database), take(database, key="LG-2027"), take(database, "round")] == [1, 2, 1, 1]


def test_a_number_taken_in_vain_is_given_again(database: Database) -> None:
    with pytest.raises(KeyError), database.transaction() as connection:
        assert next_number(connection, "slip", "LG-2026") == 1
        raise KeyError
    assert take(database) == 1


def test_two_programs_get_every_number_once_and_none_is_missing(database: Database, database_url: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    out: multiprocessing.SimpleQueue[list[int]] = spawn.SimpleQueue()
    start_at = time.time() + 1.5
    programs = [spawn.Process(target=_take_many, args=(database_url, start_at, out)) for _ in range(2)]
    for program in programs:
        program.start()
    first, second = out.get(), out.get()
    for program in programs:
        program.join(30)
        assert program.exitcode == 0
    assert sorted(first + second) == list(range(1, 2 * EACH + 1))
    assert take(database) == 2 * EACH + 1
