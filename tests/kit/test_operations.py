"""The road off the GUI thread: order, newest wins, failures, the death of whoever asked, the way down at closing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from tests.kit.conftest import Told

from qualitydesk.basics.changes import Change, Done
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.write_queue import WriteQueue

ROUNDS = frozenset({Change.ROUNDS})


class Asker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, value: object) -> None:
        self.heard.append(value)


def test_writes_run_in_their_order_off_this_thread(operations: Operations, qtbot: object) -> None:
    ran: list[int] = []
    threads: set[int] = set()

    def verb(number: int) -> Done[int]:
        threads.add(threading.get_ident())
        ran.append(number)
        return Done(number)

    heard: list[int] = []
    for number in range(50):
        operations.write(verb, number, then=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 50)
    assert ran == heard == list(range(50))
    assert len(threads) == 1 and threading.get_ident() not in threads


def test_callbacks_come_in_the_gui_thread_and_then_the_change_is_told(operations: Operations, qtbot: object) -> None:
    story: list[object] = []
    operations.changed.connect(story.append)
    operations.write(lambda: Done("x", ROUNDS), then=lambda value: story.append((value, threading.get_ident())))
    qtbot.waitUntil(lambda: len(story) == 2)
    assert story == [("x", threading.get_ident()), ROUNDS]


def test_saving_is_told_until_all_is_saved(operations: Operations, qtbot: object) -> None:
    states: list[int] = []
    operations.state.connect(states.append)
    gate = threading.Event()
    operations.write(lambda: Done(gate.wait(5)))
    operations.write(lambda: Done(None))
    assert operations.pending == 2 and not operations.quiet
    gate.set()
    qtbot.waitUntil(lambda: operations.pending == 0)
    assert states == [1, 2, 1, 0] and operations.quiet


class Handle:
    """A query's handle as the storage offers one: interrupting ends the query's waiting."""

    def __init__(self) -> None:
        self.interrupted = threading.Event()

    def interrupt(self) -> None:
        self.interrupted.set()


def test_the_newest_read_wins_and_the_older_is_interrupted(qapp: QApplication, qtbot: object, told: Told) -> None:
    own = threading.local()

    @contextmanager
    def reading() -> Iterator[Handle]:
        own.handle = Handle()
        yield own.handle

    road = Operations(refused=lambda *_: None, crashed=told.bugs.append, reading=reading)
    asker = Asker()
    begun = threading.Event()
    ended: list[bool] = []

    def slow() -> str:
        begun.set()
        ended.append(own.handle.interrupted.wait(5))
        raise RuntimeError("interrupted in the middle")

    road.read(asker, slow, then=asker.hear, topic="list")
    assert begun.wait(5)
    road.read(asker, lambda: "new", then=asker.hear, topic="list")
    qtbot.waitUntil(lambda: asker.heard == ["new"])
    road.close()
    assert ended == [True] and told.bugs == []


def test_a_waiting_read_that_was_replaced_never_runs(qapp: QApplication, qtbot: object) -> None:
    road = Operations(refused=lambda *_: None, crashed=lambda _: None, lanes=1)
    asker, other = Asker(), Asker()
    gate, begun = threading.Event(), threading.Event()
    ran: list[int] = []

    def hold() -> None:
        begun.set()
        gate.wait(5)

    road.read(other, hold, then=other.hear)
    assert begun.wait(5)
    for number in range(5):
        road.read(asker, lambda number=number: ran.append(number) or number, then=asker.hear)
    gate.set()
    qtbot.waitUntil(lambda: asker.heard == [4])
    assert ran == [4]
    road.close()


def test_different_queries_of_one_asker_stand_side_by_side(operations: Operations, qtbot: object) -> None:
    asker = Asker()

    def people() -> str:
        return "people"

    def posts() -> str:
        return "posts"

    operations.read(asker, people, then=asker.hear)
    operations.read(asker, posts, then=asker.hear)
    qtbot.waitUntil(lambda: sorted(asker.heard) == ["people", "posts"])


def test_a_dead_asker_hears_nothing_but_its_write_is_done(operations: Operations, qtbot: object) -> None:
    asker, gate, written = Asker(), threading.Event(), []
    heard = asker.heard
    changes: list[object] = []
    operations.changed.connect(changes.append)

    def verb() -> Done[int]:
        gate.wait(5)
        written.append(1)
        return Done(1, ROUNDS)

    operations.write(verb, then=asker.hear)
    operations.read(asker, lambda: gate.wait(5), then=heard.append)
    shiboken6.delete(asker)
    gate.set()
    qtbot.waitUntil(lambda: changes == [ROUNDS])
    assert written == [1] and heard == []


def refuse() -> Done[None]:
    raise Refused("stale", who="李晓")


def break_down() -> Done[None]:
    raise KeyError("x")


def test_a_refusal_is_shown_unless_whoever_asked_has_shown_it(
    operations: Operations, told: Told, qtbot: object
) -> None:
    kept: list[Exception] = []
    operations.write(refuse, failed=lambda error: kept.append(error) or True)
    operations.write(refuse)
    qtbot.waitUntil(lambda: len(told.refusals) == 1)
    assert [error.code for error in (*kept, *told.refusals)] == ["stale", "stale"]
    assert told.bugs == []


def test_a_bug_goes_to_the_crash_report_even_when_it_was_heard_of(
    operations: Operations, told: Told, qtbot: object
) -> None:
    heard: list[Exception] = []
    operations.write(break_down, failed=lambda error: heard.append(error) or True)
    operations.read(operations, break_down, then=heard.append)
    qtbot.waitUntil(lambda: len(told.bugs) == 2)
    assert len(heard) == 1 and told.refusals == []
    later: list[object] = []
    operations.write(lambda: Done("still alive"), then=later.append)
    qtbot.waitUntil(lambda: later == ["still alive"])


def test_closing_finishes_every_write_and_tells_of_it(qapp: QApplication, told: Told) -> None:
    road = Operations(refused=lambda error, _: told.refusals.append(error), crashed=told.bugs.append)
    done: list[int] = []
    for number in range(20):
        road.write(lambda number=number: Done(number), then=done.append)
    road.write(refuse)
    road.close()
    assert done == list(range(20)) and len(told.refusals) == 1 and road.pending == 0
    with pytest.raises(RuntimeError):
        road.write(refuse)
    road.close()
    qapp.processEvents()


def test_a_queue_stops_at_a_failure_and_keeps_the_rest(operations: Operations, told: Told, qtbot: object) -> None:
    queue = WriteQueue(operations)
    ran: list[int] = []
    broken = [True]
    stops: list[Exception] = []
    queue.stopped.connect(stops.append)

    def answer(number: int) -> Done[int]:
        if number == 2 and broken[0]:
            raise Refused("disk_full")
        ran.append(number)
        return Done(number)

    for number in range(5):
        queue.submit(answer, number)
    qtbot.waitUntil(lambda: bool(stops))
    assert ran == [0, 1] and queue.waiting == 3 and queue.error is stops[0] and told.refusals == []
    queue.submit(answer, 5)
    qtbot.wait(1)
    assert ran == [0, 1]
    broken[0] = False
    queue.retry()
    qtbot.waitUntil(lambda: queue.waiting == 0)
    assert ran == [0, 1, 2, 3, 4, 5] and queue.error is None


def test_a_stopped_queue_can_be_emptied(operations: Operations, qtbot: object) -> None:
    queue = WriteQueue(operations)
    queue.submit(refuse)
    queue.submit(refuse)
    qtbot.waitUntil(lambda: queue.error is not None)
    assert queue.discard() == 2
    heard: list[object] = []
    queue.submit(lambda: Done("next"), then=heard.append)
    qtbot.waitUntil(lambda: heard == ["next"])


class Widget(QWidget):
    """A widget that remembers in which thread it died."""

    def __init__(self, deaths: list[int]) -> None:
        super().__init__()
        self.destroyed.connect(lambda: deaths.append(threading.get_ident()))


def test_a_widget_held_only_by_its_request_dies_in_this_thread(operations: Operations, qtbot: object) -> None:
    deaths: list[int] = []
    for _ in range(200):
        widget = Widget(deaths)
        operations.read(widget, lambda widget=widget: widget is not None, then=lambda _: None)
        operations.write(lambda widget=widget: Done(widget is not None))
        del widget
    qtbot.waitUntil(lambda: len(deaths) == 200)
    assert set(deaths) == {threading.get_ident()}
