"""Start: process start to the first paint of the shell, and to the first page filled over the full data set, against
an empty QMainWindow, turn about in one run."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.case_lots import fill_cases
from tests.bench.lots import build

TURNS = 11
SHELL_AIM, FILLED_AIM, MEMORY_AIM = 1.5, 6.0, 1.5

PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            told()
        return False
def told():
    import os, sys, time
    with open("/proc/self/status") as status:
        memory = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    print(time.time(), memory, flush=True)
    STOP()
"""
EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
painted = Painted()
window.installEventFilter(painted)
window.resize(1280, 720)
window.show()
application.exec()
"""
SHELL = """
import gc, sys
gc.disable()
from qualitydesk.app.start import Program, make_application
application = make_application()
program = Program(application, url="", sample=False, language="zh")
painted = Painted()
program.window.installEventFilter(painted)
program.painted.connect(program.watch)
program.open()
application.exec()
"""

TODAY = """
import gc, sys
gc.disable()
from qualitydesk.app.start import Program, make_application
from PySide6.QtCore import QTimer
application = make_application()
program = Program(application, url="", sample=False, language="zh")
program.painted.connect(program.watch)
def look():
    page = program.window.current_page()
    if type(page).__name__ == "TodayPage" and page.filled():  # its import is not ours to pay for
        program.window.grab()  # painted with what it shows
        told()
    else:
        QTimer.singleShot(3, look)
QTimer.singleShot(50, look)
program.open()
application.exec()
"""


def one_start(body: str, stop: str, home: str) -> tuple[float, float]:
    """Milliseconds from just before the process is made to the first paint, and kilobytes resident then."""
    script = PAINTED.replace("STOP()", stop) + body
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QUALITYDESK_HOME": home}
    environment["PYTHONDONTWRITEBYTECODE"] = ""  # an installed program is compiled; else every start compiles it anew
    begun = time.time()
    told = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True, timeout=120
    ).stdout.split()
    return (float(told[0]) - begun) * 1000, float(told[1])


def main() -> int:
    """Print one JSON line a measure; 1 when an aim is missed."""
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as full:
        fill_cases(build(Path(full)), now=datetime.now(UTC))  # the program goes by the computer's clock
        for folder in (home, full):
            Path(folder, "settings.json").write_text(json.dumps({"language": "zh", "theme": "light"}))
        kinds = {"empty": (EMPTY, home), "shell": (SHELL, home), "today": (TODAY, full)}
        for body, folder in kinds.values():
            one_start(body, "os._exit(0)", folder)  # .pyc files and the file cache
        seen: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
        for _ in range(TURNS):
            for name, (body, folder) in kinds.items():
                seen[name].append(one_start(body, "os._exit(0)", folder))
    missed = 0
    for work, name, column, aim in (
        ("start: shell painted", "shell", 0, SHELL_AIM),
        ("start: Today filled at full data size", "today", 0, FILLED_AIM),
        ("memory at first paint, kB", "shell", 1, MEMORY_AIM),
    ):
        limit, ours = (statistics.median(pair[column] for pair in seen[one]) for one in ("empty", name))
        ratio = ours / limit
        missed += ratio > aim
        line = {"work": work, "limit_ms": round(limit, 1), "ours_ms": round(ours, 1), "ratio": round(ratio, 2)}
        sys.stdout.write(json.dumps({**line, "aim": aim, "ok": ratio <= aim}) + "\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
