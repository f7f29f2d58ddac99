"""Walking a round of 40 items × 10 people by real keys on a real file: GUI-thread CPU for each key, and how many keys.

`python -m tests.bench.bench_walk` prints a JSON line. The CPU time of a key is everything the GUI thread does from the
press until the next item is painted; waiting for the disk costs it nothing. The gate is the p99 of that; the wall
time's p99 is printed besides, since it drifts from run to run.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from tests.builders import a_group, a_pack
from tests.tables import create_tables

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.inspections.ui.walk_view import WalkPage
from qualitydesk.kit.look import Look
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.storage.base import metadata
from qualitydesk.storage.database import Database
from qualitydesk.storage.upgrade import bring_to_head

LIMIT_MS = 16.0
PRESSES = 420


def opened(folder: Path, application: QApplication) -> tuple[WalkPage, Operations]:
    """A walking page in a shown window, on a fresh file with ten guides, forty items and a history of findings."""
    url = f"sqlite:///{(folder / 'bench.sqlite').as_posix()}"
    bring_to_head(url, folder, explicit=True)
    create_tables(url, metadata)
    clock = FixedClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC))
    house = a_group(Database.open(url), clock)
    house.hire_many(10)
    house.adopt(a_pack("walk", 40, kinds=("yes_no", "partly"), critical=(7,)), "walk")
    operations = Operations(refused=_raise, crashed=_raise)
    places = WindowPlaces(SettingsFile(folder / "settings.json"))
    page = WalkPage(Tools(operations, Prompts("zh"), places, "zh"), house.rounds, house.by, clock)
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(page)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    page.window_kept = window  # type: ignore[attr-defined]
    page.open_walk(house.begin("walk"))
    while page.walker is None:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return page, operations


def _raise(error: BaseException, *_: object) -> None:
    raise error


def keys() -> Iterator[str]:
    """One key an answer, a fail now and then, some of them fixed on the spot, a few corrections: as on a real round."""
    for at in range(400):
        yield "2" if at % 10 == 6 else "1"
        if at % 100 == 6:
            yield "f"
        if at % 100 == 50:
            yield "z"
            yield "1"


def walked(page: WalkPage, application: QApplication) -> tuple[list[float], list[float]]:
    """Milliseconds of GUI-thread CPU and of wall time for each key until the next item is painted."""
    walker = page.walker
    assert walker is not None
    processor, wall = [], []
    for key in keys():
        target = application.focusWidget() or page.board
        began, began_wall = time.thread_time(), time.perf_counter()
        QTest.keyClick(target, key, Qt.KeyboardModifier.NoModifier)  # type: ignore[call-overload]
        while not walker.quiet:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        application.processEvents()
        processor.append((time.thread_time() - began) * 1000)
        wall.append((time.perf_counter() - began_wall) * 1000)
    return processor, wall


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    look = Look(application, "light")
    with tempfile.TemporaryDirectory() as folder:
        page, operations = opened(Path(folder), application)
        gc.collect()
        gc.freeze()  # as the program does once its pages stand
        processor, wall = walked(page, application)
        assert page.walker is not None
        answered = page.walker.course.whole()
        operations.close()
    assert (answered.answered, answered.total) == (400, 400), answered
    ours = statistics.quantiles(processor, n=100)[98]
    row = {
        "work": "walking: GUI-thread CPU per key, p99 ms",
        "limit_ms": LIMIT_MS,
        "ours_ms": round(ours, 2),
        "ratio": round(ours / LIMIT_MS, 2),
        "aim": 1.0,
        "ok": ours <= LIMIT_MS and len(processor) <= PRESSES,
        "median_ms": round(statistics.median(processor), 2),
        "worst_ms": round(max(processor), 2),
        "wall_p99_ms": round(statistics.quantiles(wall, n=100)[98], 2),
        "presses": len(processor),
        "presses_limit": PRESSES,
    }
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    del look
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
