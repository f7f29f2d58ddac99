"""Garbage goes on the GUI thread only, all of it after a while of quiet."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualitydesk.kit.sweeper import QUIET_FOR, Sweeper


@pytest.fixture
def sweeper(qapp: QApplication) -> Iterator[Sweeper]:
    made = Sweeper(qapp)
    made.start()
    yield made
    made.stop()


class Ring:
    """Garbage that only the collector can find; notes the thread it ends on."""

    ended: list[str] = []  # noqa: RUF012 - one list for the test

    def __init__(self) -> None:
        self.own = self

    def __del__(self) -> None:
        Ring.ended.append(threading.current_thread().name)


def test_no_lane_collects_and_the_sweeper_does(sweeper: Sweeper) -> None:
    Ring.ended.clear()

    def work() -> None:
        for _ in range(20_000):
            Ring()

    lane = threading.Thread(target=work, name="lane")
    lane.start()
    lane.join()
    assert Ring.ended == []
    sweeper.sweep()
    assert set(Ring.ended) == {threading.current_thread().name}


def test_everything_is_looked_through_once_after_a_while_of_quiet(
    sweeper: Sweeper, qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, ...]] = []
    monkeypatch.setattr(gc, "collect", lambda *generation: asked.append(generation))
    qtbot.keyClick(window, Qt.Key.Key_A)
    for _ in range(2 * QUIET_FOR):
        sweeper.sweep()
    assert asked.count(()) == 1
    assert asked.index(()) == QUIET_FOR - 1


def test_python_has_its_collector_back_afterwards(qapp: QApplication) -> None:
    made = Sweeper(qapp)
    made.start()
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()
