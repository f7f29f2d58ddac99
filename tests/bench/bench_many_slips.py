"""500 slips issued in one go from the list, in a process of their own, while the window goes on.

`python -m tests.bench.bench_many_slips` prints a JSON line for each work. What the GUI thread does for one event is
measured in CPU time, every event of the run; the wall clock's p99 and worst are printed besides. A slip's whole way
(decision read, four copies printed, archived, audited, on disk), in processor time of all processes, is set against a
bare canvas that only writes the same words and lines, a file each, in the same run.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication
from tests.bench.bench_slip import _bare, _pages, _slips
from tests.penalties.clinic import Clinic, found_clinic
from tests.tables import create_tables

from qualitydesk.app import schema
from qualitydesk.app.opening import penalties_at
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.look import Look
from qualitydesk.kit.operations import Operations
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.penalties.model import ActDraft, ActSource, Approval, ApprovalWay, SlipFilter, SlipState
from qualitydesk.penalties.ui.many_dialogs import IssueManyDialog
from qualitydesk.penalties.ui.slips_page import SlipsPage
from qualitydesk.printing.reading import load_form
from qualitydesk.storage.base import metadata
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore
from qualitydesk.storage.upgrade import bring_to_head

SLIPS = int(os.environ.get("QUALITYDESK_BENCH_SLIPS", "500"))
LIMIT_MS = 50.0


class Watched(QApplication):
    """Notes what each event costs the GUI thread: CPU and wall time, in milliseconds."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.watching = False
        self.processor: list[float] = []
        self.wall: list[float] = []
        self._deep = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if not self.watching or self._deep:
            return super().notify(receiver, event)
        self._deep += 1
        began, began_wall = time.thread_time(), time.perf_counter()
        try:
            return super().notify(receiver, event)
        finally:
            self._deep -= 1
            self.processor.append((time.thread_time() - began) * 1000)
            self.wall.append((time.perf_counter() - began_wall) * 1000)


def approved(folder: Path, clock: FixedClock) -> Clinic:
    """A clinic with so many people, each with an approved slip on an act of her own."""
    url = f"sqlite:///{(folder / 'bench.sqlite').as_posix()}"
    bring_to_head(url, folder, explicit=True)
    assert schema.PARTS
    create_tables(url, metadata)
    clinic = found_clinic(Database.open(url), FileStore(folder / "files"), clock)
    penalties = clinic.services.penalties
    item = next(one.code for one in penalties.act_items())
    yes = Approval(clinic.people["GM"], clinic.services.directory.today(), ApprovalWay.WRITTEN, "周例会")
    for at in range(SLIPS):
        person = clinic.hire(f"N{at:04d}", f"员工{at:04d}", superior="LEAD")
        draft = ActDraft(
            source=ActSource.OBSERVED,
            employee_id=person,
            at=datetime(2026, 11, 20, 2, 0, tzinfo=UTC),
            item_code=item,
            words="接待台前与同事闲聊，未及时起身迎接来访者。",
            improvement="当日学习接待标准。",
        )
        line = penalties.propose_act(draft, clinic.by).value
        penalties.approve(line.id, line.revision, clinic.by, yes)
    return clinic


def issued(application: Watched, clinic: Clinic, folder: Path, clock: FixedClock) -> float:
    """Seconds from the press of the button until all are issued and the list shows it."""
    operations = Operations(refused=_raise, crashed=_raise)
    tools = Tools(operations, Prompts("zh"), WindowPlaces(SettingsFile(folder / "settings.json")), "zh")
    services = clinic.services
    opened = partial(penalties_at, services.database.url, str(folder), clock)
    page = SlipsPage(tools, services.penalties, services.directory, lambda: clinic.by, opened=opened)
    page.resize(1366, 768)
    page.show()
    lines = services.penalties.lines(SlipFilter(state=SlipState.APPROVED), limit=SLIPS)
    assert len(lines) == SLIPS
    dialog = IssueManyDialog(tools, services.penalties, lines, clinic.by, page, opened=opened)
    over: list[object] = []
    dialog.over.connect(over.append)
    dialog.open()
    while not operations.quiet:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    gc.collect()
    gc.freeze()
    application.watching = True
    began = time.perf_counter()
    dialog.press_save()
    while not over:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    took = time.perf_counter() - began
    while not operations.quiet:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    application.watching = False
    assert services.penalties.waiting()[SlipState.ISSUED] == SLIPS
    operations.close()
    page.hide()
    return took


def bare_ms() -> float:
    """Milliseconds of processor time a bare canvas takes for one slip of four copies in a file of its own."""
    painted, size = _pages(load_form("penalty_slip"), _slips(1), None)
    taken = []
    for _ in range(25):
        began = time.process_time()
        _bare(painted, size)
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)


def processor() -> float:
    """Seconds of processor time of this process and of those it has seen end."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _raise(error: object, *_more: object) -> None:
    assert isinstance(error, BaseException)
    raise error


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = Watched(sys.argv[:1])
    look = Look(application, "light")
    clock = FixedClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clinic = approved(folder, clock)
        before = processor()
        took = issued(application, clinic, folder, clock)
        spent = processor() - before
    limit, each = bare_ms(), spent * 1000 / SLIPS
    worst = max(application.processor)
    for row in (
        {
            "work": f"{SLIPS} slips in one go: worst GUI event, CPU",
            "limit_ms": LIMIT_MS,
            "ours_ms": round(worst, 2),
            "ratio": round(worst / LIMIT_MS, 2),
            "aim": 1.0,
            "ok": worst <= LIMIT_MS,
            "p99_ms": round(statistics.quantiles(application.processor, n=100)[98], 2),
            "wall_p99_ms": round(statistics.quantiles(application.wall, n=100)[98], 2),
            "wall_worst_ms": round(max(application.wall), 2),
            "events": len(application.processor),
        },
        {
            "work": f"{SLIPS} slips in one go: a slip, all of its way",
            "limit_ms": round(limit, 3),
            "ours_ms": round(each, 3),
            "ratio": round(each / limit, 2),
            "aim": 2.0,
            "ok": each / limit <= 2.0,
            "seconds": round(took, 1),
            "processor_seconds": round(spent, 1),
        },
    ):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    del look
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
