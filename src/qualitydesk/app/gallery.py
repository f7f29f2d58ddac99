"""Every page and dialog as a picture: both languages and themes, with sample data and empty, at 1× and 2×.

`python -m qualitydesk.app.gallery --out DIR`. A scale is a property of the process, so each has one of its own.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualitydesk.app.start import Program

PATIENCE = 60.0  # seconds for a page to come to rest
_BREATH = 0.002  # seconds between two looks: without them the lanes, a backup among them, hardly get on


@dataclass(frozen=True)
class Scene:
    """What is photographed. `sizes` are (width, height, scale)."""

    languages: tuple[str, ...] = ("zh", "en")
    themes: tuple[str, ...] = ("light", "dark")
    sizes: tuple[tuple[int, int, float], ...] = ((1366, 768, 1.0), (1366, 768, 2.0))
    filled: tuple[bool, ...] = (True, False)


def photograph(out: Path, scene: Scene = Scene()) -> list[Path]:
    """Write every picture below `out`; gives their paths. A process for each scale."""
    out.mkdir(parents=True, exist_ok=True)
    for size in scene.sizes:
        command = [sys.executable, "-m", "qualitydesk.app.gallery", "--here", "--out", str(out)]
        command += ["--languages", *scene.languages, "--themes", *scene.themes]
        command += ["--size", *(str(number) for number in size)]
        command += ["--filled"] if scene.filled == (True,) else ["--bare"] if scene.filled == (False,) else []
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": f"{size[2]:g}"}
        subprocess.run(command, env=environment, check=True, stdin=subprocess.DEVNULL, timeout=1800)
    return sorted(out.rglob("*.png"))


def take_here(out: Path, scene: Scene) -> None:
    """All pictures of one scale, in this process."""
    gc.disable()  # as in the program: what a lane collected would end windows in the wrong thread
    from qualitydesk.app.bootstrap import default_url, open_services
    from qualitydesk.app.sample import SampleSize, fill

    with tempfile.TemporaryDirectory(prefix="qualitydesk-", ignore_cleanup_errors=True) as folder:
        for language in scene.languages:
            for filled in scene.filled:
                home = Path(folder) / f"{language}-{filled}"
                home.mkdir()
                services = open_services(default_url(home), home)
                me: object
                if filled:
                    me = fill(
                        services, language=language, size=SampleSize(days=200, every=12, members=600)
                    ).by.decided_by
                else:
                    me = _founded(services, language)
                services.close()
                for theme in scene.themes:
                    _take(out, scene, language, theme, filled, home, str(me))
                shutil.rmtree(home, ignore_errors=True)


def _founded(services: object, language: str) -> object:
    """An empty group, as the first run leaves it."""
    from qualitydesk.app.bootstrap import Services
    from qualitydesk.app.opening import begin_empty
    from qualitydesk.directory.model import Foundation, InstitutionDraft, Region, Sex

    assert isinstance(services, Services)
    words = {
        "zh": ("安和医疗集团", "清泉门诊部", "客服部", "客服主任"),
        "en": ("Anhe", "Clear Spring", "Service", "Supervisor"),
    }
    group, clinic, department, post = words[language]
    institution = InstitutionDraft("QQ", clinic, Region.BEIJING)
    foundation = Foundation(group, (institution,), "QQ001", "顾晓岚", Sex.FEMALE, 0, department, post)
    return begin_empty(services, foundation, language).value


def _take(out: Path, scene: Scene, language: str, theme: str, filled: bool, home: Path, me: str) -> None:
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from qualitydesk.app.scenery import all_scenes
    from qualitydesk.app.start import Program
    from qualitydesk.basics.settings import SettingsFile

    os.environ["QUALITYDESK_HOME"] = str(home)
    SettingsFile().change(language=language, theme=theme, me=me)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    qInstallMessageHandler(_tell_qt)
    program = Program(application, url="", sample=False)
    program.open()
    until(program, lambda: program.window.desk is not None)
    width, height, scale = scene.sizes[0]
    program.window.resize(width, height)
    mark = f"{language}-{theme}-{'sample' if filled else 'empty'}-{scale:g}x"
    for name, widget in all_scenes(program, partial(until, program), open_dialogs):
        until(program, lambda: program.operations.quiet)
        widget.grab().save(str(_path(out, mark, name)))
        for dialog in open_dialogs():
            dialog.close()
            dialog.deleteLater()
        until(program, lambda: not open_dialogs())
        gc.collect(1)
    program.window.close()
    program.close_down()
    program.deleteLater()
    application.processEvents()
    gc.collect()


def _tell_qt(_kind: object, _context: object, text: str) -> None:
    """Qt's own words, but for what an offscreen screen cannot do."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def _path(out: Path, mark: str, name: str) -> Path:
    folder = out / mark
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.png"


def open_dialogs() -> list[QWidget]:
    """The dialogs on screen, newest last."""
    from PySide6.QtWidgets import QApplication, QDialog

    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]


def until(program: Program, reached: Callable[[], bool]) -> None:
    """Let events run until something holds and nothing is under way. TimeoutError after PATIENCE."""
    from PySide6.QtCore import QEvent, QEventLoop
    from PySide6.QtWidgets import QApplication

    end = monotonic() + PATIENCE
    while True:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if reached() and program.operations.quiet:
            QApplication.processEvents()
            return
        if monotonic() > end:
            raise TimeoutError("the page did not come to rest")
        sleep(_BREATH)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line of the gallery."""
    parser = argparse.ArgumentParser(prog="qualitydesk.app.gallery")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--here", action="store_true", help="in this process, at the scale it has")
    parser.add_argument("--languages", nargs="+", default=["zh", "en"])
    parser.add_argument("--themes", nargs="+", default=["light", "dark"])
    parser.add_argument("--size", nargs=3, type=float, default=None, metavar=("WIDTH", "HEIGHT", "SCALE"))
    parser.add_argument("--filled", action="store_true", help="with sample data only")
    parser.add_argument("--bare", action="store_true", help="empty only")
    chosen = parser.parse_args(arguments)
    filled: Iterable[bool] = (True,) if chosen.filled else (False,) if chosen.bare else (True, False)
    scene = Scene(tuple(chosen.languages), tuple(chosen.themes), filled=tuple(filled))
    if chosen.size:
        scene = replace(scene, sizes=((int(chosen.size[0]), int(chosen.size[1]), chosen.size[2]),))
    if chosen.here:
        gc.disable()  # windows that nobody holds any more must not die on a lane
        take_here(chosen.out, scene)
    else:
        photograph(chosen.out, scene)
    return 0


if __name__ == "__main__":
    sys.exit(main())
