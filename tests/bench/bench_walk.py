"""Walking by real keys on a real file: GUI-thread CPU for each key, and how many keys. A list of 40 items × 10 people,
and a process of 20 clocked steps × 5 people with photos on every fifth.

`python -m tests.bench.bench_walk` prints a JSON line for each. The CPU time of a key is everything the GUI thread does
from the press until the next item is painted; waiting for the disk costs it nothing. The gate is the p99 of that; the
wall time's p99 is printed besides, since it drifts from run to run.
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
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

from PIL import Image
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from tests.builders import Group, a_group, a_pack
from tests.tables import create_tables

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.inspections.model.photos import PhotoOrigin, PictureSource
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.photos import WalkPhotos
from qualitydesk.inspections.ui.walk_view import WalkPage
from qualitydesk.kit.look import Look
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.storage.base import metadata
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore
from qualitydesk.storage.upgrade import bring_to_head

LIMIT_MS = 16.0
PRESSES = 420
STEPS = 20


def opened(folder: Path, application: QApplication, clock: FixedClock, *, process: bool) -> tuple[WalkPage, Operations]:
    """A walking page in a shown window, on a fresh file: ten guides and forty items, or five and twenty steps."""
    url = f"sqlite:///{(folder / 'bench.sqlite').as_posix()}"
    bring_to_head(url, folder, explicit=True)
    create_tables(url, metadata)
    house = a_group(Database.open(url), clock)
    house.hire_many(5 if process else 10)
    if process:
        timed = 'kind = "step"\nlimit = { high = 5, unit = "min" }'
        house.adopt(a_pack("walk", STEPS, kinds=("step",)).replace('kind = "step"', timed), "walk")
    else:
        house.adopt(a_pack("walk", 40, kinds=("yes_no", "partly"), critical=(7,)), "walk")
    round_id = house.begin("walk")
    photos = Photos(house.database, FileStore(folder / "files"), clock)
    if process:
        add_photos(photos, house, round_id)
    operations = Operations(refused=_raise, crashed=_raise)
    places = WindowPlaces(SettingsFile(folder / "settings.json"))
    tools = Tools(operations, Prompts("zh"), places, "zh")
    page = WalkPage(tools, house.rounds, house.by, clock, WalkPhotos(tools, photos, house.by))
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(page)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    page.window_kept = window  # type: ignore[attr-defined]
    page.open_walk(round_id)
    while page.walker is None:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return page, operations


def add_photos(photos: Photos, house: Group, round_id: UUID) -> None:
    """Three pictures on every fifth item of everybody."""
    walk = house.walk(round_id)
    for nth, stop in enumerate(walk.stops):
        for at, item in enumerate(walk.items[stop.id][::5]):
            for turn in range(3):
                picture = BytesIO()
                Image.new("RGB", (1600, 1200), (40 * nth, 50 * at, 60 * turn)).save(picture, "JPEG")
                taken = photos.take(PictureSource(picture.getvalue(), PhotoOrigin.FILE, f"{nth}-{at}-{turn}.jpg"))
                photos.add(round_id, stop.id, item.code, taken, house.by())


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


def process_keys() -> Iterator[str]:
    """Two keys a step: it begins, it is passed and so has ended."""
    for _ in range(5 * STEPS):
        yield "s"
        yield "1"


def walked(
    page: WalkPage, operations: Operations, application: QApplication, clock: FixedClock, pressed: Iterator[str]
) -> tuple[list[float], list[float]]:
    """Milliseconds of GUI-thread CPU and of wall time for each key until the next item is painted, photos and all."""
    walker = page.walker
    assert walker is not None
    processor, wall = [], []
    for key in pressed:
        clock.advance(timedelta(seconds=40))
        target = application.focusWidget() or page.board
        began, began_wall = time.thread_time(), time.perf_counter()
        QTest.keyClick(target, key, Qt.KeyboardModifier.NoModifier)  # type: ignore[call-overload]
        while not (walker.quiet and operations.quiet):
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        application.processEvents()
        processor.append((time.thread_time() - began) * 1000)
        wall.append((time.perf_counter() - began_wall) * 1000)
    return processor, wall


def measured(application: QApplication, work: str, *, process: bool, answers: int, presses: int) -> dict[str, object]:
    """One line of the bench: a whole round walked."""
    clock = FixedClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC))
    with tempfile.TemporaryDirectory() as folder:
        page, operations = opened(Path(folder), application, clock, process=process)
        gc.collect()
        gc.freeze()  # as the program does once its pages stand
        signs = process_keys() if process else keys()
        processor, wall = walked(page, operations, application, clock, signs)
        assert page.walker is not None
        answered = page.walker.course.whole()
        operations.close()
        page.window().hide()
    assert (answered.answered, answered.total) == (answers, answers), answered
    ours = statistics.quantiles(processor, n=100)[98]
    return {
        "work": work,
        "limit_ms": LIMIT_MS,
        "ours_ms": round(ours, 2),
        "ratio": round(ours / LIMIT_MS, 2),
        "aim": 1.0,
        "ok": ours <= LIMIT_MS and len(processor) <= presses,
        "median_ms": round(statistics.median(processor), 2),
        "worst_ms": round(max(processor), 2),
        "wall_p99_ms": round(statistics.quantiles(wall, n=100)[98], 2),
        "presses": len(processor),
        "presses_limit": presses,
    }


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    look = Look(application, "light")
    for row in (
        measured(application, "walking: GUI-thread CPU per key, p99 ms", process=False, answers=400, presses=PRESSES),
        measured(
            application,
            "walking a process with photos: the same",
            process=True,
            answers=5 * STEPS,
            presses=2 * 5 * STEPS,
        ),
    ):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    del look
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
