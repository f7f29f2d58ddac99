"""Start: process start to the first paint of the shell, against an empty QMainWindow, turn about in one run."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def one_start(body: str, stop: str, home: str) -> tuple[float, float]:
    """Milliseconds from just before the process is made to the first paint, and kilobytes resident then."""
    script = PAINTED.replace("STOP()", stop) + body
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QUALITYDESK_HOME": home}
    begun = time.time()
    told = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True, timeout=120
    ).stdout.split()
    return (float(told[0]) - begun) * 1000, float(told[1])


def main() -> int:
    """Print one JSON line a measure; 1 when an aim is missed."""
    with tempfile.TemporaryDirectory() as home:
        Path(home, "settings.json").write_text(json.dumps({"language": "zh", "theme": "light"}))
        kinds = {"empty": EMPTY, "shell": SHELL}
        for body in kinds.values():
            one_start(body, "os._exit(0)", home)  # .pyc files and the file cache
        seen: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
        for _ in range(TURNS):
            for name, body in kinds.items():
                seen[name].append(one_start(body, "os._exit(0)", home))
    missed = 0
    for work, column, aim in (("start: shell painted", 0, SHELL_AIM), ("memory at first paint, kB", 1, MEMORY_AIM)):
        limit, ours = (statistics.median(pair[column] for pair in seen[name]) for name in ("empty", "shell"))
        ratio = ours / limit
        missed += ratio > aim
        line = {"work": work, "limit_ms": round(limit, 1), "ours_ms": round(ours, 1), "ratio": round(ratio, 2)}
        sys.stdout.write(json.dumps({**line, "aim": aim, "ok": ratio <= aim}) + "\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
