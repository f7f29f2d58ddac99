"""Garbage goes on the GUI thread only: little of it at once, all of it after a while of quiet; memory stays bounded."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qualitydesk.kit import sweeper as module
from qualitydesk.kit.sweeper import AWAY_FOR, FEW, FULL_EVERY, LONGEST, QUIET_FOR, YOUNG, YOUNG_WITHIN, Sweeper


class Watch:
    """The time of day as the test tells it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(module, "monotonic", lambda: self.now)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


@pytest.fixture
def sweeper(qapp: QApplication, watch: Watch) -> Iterator[Sweeper]:
    made = Sweeper(qapp)
    made.start()
    made._turn.stop()  # the test looks itself
    gc.collect()
    yield made
    made.stop()


class Ring:
    """Garbage that only the collector can find; notes the thread it ends on."""

    ended: list[str] = []  # noqa: RUF012 - one list for the test

    def __init__(self) -> None:
        self.own = self

    def __del__(self) -> None:
        Ring.ended.append(threading.current_thread().name)


class Panel(QWidget):
    """A widget in a cycle with a closure over itself, as any page is; notes the thread its wrapper ends on."""

    ended: list[str] = []  # noqa: RUF012 - one list for the test

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel("…")
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        self.again = lambda: self.words.setText("!")

    def __del__(self) -> None:
        Panel.ended.append(threading.current_thread().name)


def on_a_lane(rings: int) -> None:
    """A lane that makes much, cycles among it, more than would set Python's own collector going many times."""

    def work() -> None:
        for _ in range(rings):
            Ring()

    lane = threading.Thread(target=work, name="lane")
    lane.start()
    lane.join()


def test_no_lane_collects_and_the_sweeper_does(sweeper: Sweeper) -> None:
    Ring.ended.clear()
    on_a_lane(20_000)
    assert Ring.ended == []
    sweeper.look()
    assert len(Ring.ended) == 20_000
    assert set(Ring.ended) == {threading.current_thread().name}


def test_a_window_left_in_a_cycle_ends_on_the_gui_thread_however_much_a_lane_makes(
    sweeper: Sweeper, watch: Watch
) -> None:
    Panel.ended.clear()
    destroyed: list[str] = []
    panel = Panel()
    panel.destroyed.connect(lambda: destroyed.append(threading.current_thread().name))
    kept, inner = weakref.ref(panel), weakref.ref(panel.words)
    del panel
    on_a_lane(50_000)
    assert kept() is not None and Panel.ended == []
    watch.now += YOUNG_WITHIN
    sweeper.look()
    here = threading.current_thread().name
    assert kept() is None and inner() is None
    assert Panel.ended == [here]
    assert set(destroyed) <= {here}


def test_with_pythons_own_collector_a_lane_would_have_ended_it(qapp: QApplication) -> None:
    """What the sweeper is against: without it the same garbage ends on the lane."""
    Ring.ended.clear()
    gc.enable()
    try:
        on_a_lane(5_000)
    finally:
        gc.disable()
    assert "lane" in Ring.ended
    gc.collect()


def test_few_young_ones_wait_many_do_not(sweeper: Sweeper, watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_of(monkeypatch)
    sweeper.look()
    assert asked == []
    kept = [Ring() for _ in range(YOUNG + 1)]
    sweeper.look()
    assert asked == [0]
    assert sweeper._turn.interval() == module.BUSY_EVERY
    kept += [Ring() for _ in range(10)]
    sweeper.look()
    assert len(asked) == 1
    watch.now += YOUNG_WITHIN
    sweeper.look()
    assert len(asked) == 2


def asked_of(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    asked: list[int] = []
    real = gc.collect
    monkeypatch.setattr(gc, "collect", lambda oldest=2: (asked.append(oldest), real(oldest)))
    return asked


def test_everything_is_looked_through_after_a_while_of_quiet_and_not_while_somebody_types(
    sweeper: Sweeper, watch: Watch, qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch.now += FULL_EVERY
    qtbot.keyClick(window, Qt.Key.Key_A)
    asked = asked_of(monkeypatch)
    kept: list[list[int]] = [[] for _ in range(FEW)]
    sweeper.look()
    watch.now += QUIET_FOR - 1
    sweeper.look()
    assert 2 not in asked
    watch.now += 1
    kept += [[] for _ in range(FEW)]
    sweeper.look()
    assert asked.count(2) == 1
    kept += [[] for _ in range(FEW)]
    sweeper.look()
    assert asked.count(2) == 1, "not again at once, whatever goes on in the background"
    watch.now += FULL_EVERY
    sweeper.look()
    assert asked.count(2) == 2


def test_what_outlived_the_young_looks_goes_though_nobody_touches_anything(sweeper: Sweeper, watch: Watch) -> None:
    """A night of refreshes: what grew old before it was dropped is found without a key being pressed."""
    for _ in range(5):
        rings = [Ring() for _ in range(YOUNG + 1)]
        sweeper.look()
        watch.now += YOUNG_WITHIN
        sweeper.look()
        Ring.ended.clear()
        del rings
        watch.now += FULL_EVERY + QUIET_FOR
        sweeper.look()
        assert len(Ring.ended) == YOUNG + 1


def test_what_a_long_look_found_alive_is_set_aside_and_taken_in_again_while_the_user_is_away(
    sweeper: Sweeper, watch: Watch, qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_A)
    ring = Ring()
    ticks = iter((0.0, 2 * LONGEST))
    monkeypatch.setattr(module, "perf_counter", lambda: next(ticks, 0.0))
    Ring.ended.clear()
    sweeper._made = FEW
    watch.now += max(FULL_EVERY, QUIET_FOR)
    before = gc.get_freeze_count()
    sweeper.look()
    assert gc.get_freeze_count() > before
    del ring
    gc.collect()
    assert Ring.ended == [], "set aside"
    watch.now += AWAY_FOR
    sweeper.look()
    assert len(Ring.ended) == 1
    assert gc.get_freeze_count() > 0


def test_python_has_its_collector_back_afterwards(qapp: QApplication) -> None:
    gc.enable()
    made = Sweeper(qapp)
    made.hold()
    assert not gc.isenabled()
    made.start()
    made.stop()
    assert gc.isenabled()
    gc.disable()
    again = Sweeper(qapp)
    again.start()
    again.stop()
    assert not gc.isenabled()


def test_it_looks_by_itself(qapp: QApplication, qtbot: QtBot) -> None:
    made = Sweeper(qapp)
    made.start()
    Ring.ended.clear()
    on_a_lane(YOUNG)
    qtbot.waitUntil(lambda: len(Ring.ended) == YOUNG)
    made.stop()


def test_the_program_holds_the_collector_before_its_first_lane(qapp: QApplication) -> None:
    from qualitydesk.app.start import Program

    code = Program.open.__code__
    assert code.co_names.index("hold") < code.co_names.index("show")
    assert issubclass(Sweeper, QObject)
