"""Bugs of ours: whatever nobody caught, from any thread, and Qt's warnings, into a log and a report to copy.

Neither holds personal data: kinds of error, files, lines and function names, never messages or values.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import IconLabel, button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID

_LOG_BYTES = 512 * 1024


def describe(error: BaseException) -> str:
    """An error and what led to it: kinds, files, lines, functions. No message, no value."""
    parts: list[str] = []
    link: BaseException | None = error
    while link is not None:
        frames = traceback.extract_tb(link.__traceback__)
        steps = "".join(f"  {_short(frame.filename)}:{frame.lineno} {frame.name}\n" for frame in frames)
        parts.append(f"{type(link).__module__}.{type(link).__qualname__}\n{steps}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "from\n".join(parts)


def _short(path: str) -> str:
    """The last parts of a path: enough to find the line, without the user's name in the folder's."""
    return "/".join(Path(path).parts[-3:])


def surroundings(version: str) -> str:
    """Program, Python, Qt and system on one line."""
    return (
        f"QualityDesk {version} · Python {platform.python_version()} · Qt {PySide6.__version__} · {platform.system()}"
    )


class CrashKeeper(QObject):
    """Installed once at start. `show(report)` is called in the GUI thread; further bugs meanwhile are only logged.

    Signals: `caught(report)`, from whichever thread; shown through a queued connection.
    """

    caught = Signal(str)

    def __init__(self, folder: Path, *, version: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log_file = folder / "qualitydesk.log"
        self._version = version
        self._dialog: CrashDialog | None = None
        self._before: tuple[Callable[..., object], Callable[..., object]] | None = None
        self._log = logging.getLogger("qualitydesk.crash")
        self._log.setLevel(logging.INFO)
        self._log.propagate = False
        self._handler = RotatingFileHandler(
            self.log_file, maxBytes=_LOG_BYTES, backupCount=3, encoding="utf-8", delay=True
        )
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._log.addHandler(self._handler)
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over what nobody catches: the main thread, other threads, Qt's own messages."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._main_thread
        threading.excepthook = self._other_thread
        qInstallMessageHandler(self._qt_message)

    def uninstall(self) -> None:
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            qInstallMessageHandler(None)
            self._before = None
        self._log.removeHandler(self._handler)
        self._handler.close()

    def crashed(self, error: BaseException) -> None:
        """Log a bug and show its report (what `Operations` takes as `crashed`)."""
        report = describe(error)
        self._log.error("%s", report)
        self.caught.emit(f"{surroundings(self._version)}\n\n{report}")

    def shown(self) -> CrashDialog | None:
        """The dialog on screen, if one is."""
        return self._dialog

    def _main_thread(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        self.crashed(error)

    def _other_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            self.crashed(args.exc_value)

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Qt's warnings name classes and properties, not people: they are logged as they are, cut short."""
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            return
        where = f"{_short(context.file)}:{context.line} " if context.file else ""
        level = logging.WARNING if kind == QtMsgType.QtWarningMsg else logging.ERROR
        self._log.log(level, "Qt %s%s", where, text[:300])

    def _show(self, report: str) -> None:
        if self._dialog is not None:
            return
        self._dialog = CrashDialog(report, self.log_file, QApplication.activeWindow())
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None


class CrashDialog(QDialog):
    """Says that the program made a mistake, what is safe, and gives the report to copy."""

    def __init__(self, report: str, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(self.tr("Error report"))
        said = label(
            self.tr(
                "The program made a mistake. What the status line called saved is safe. "
                "The report below names places in the program only, no people and no contents."
            ),
            wrap=True,
        )
        top = hbox(IconLabel("error", "danger", 3 * GRID), said, gap=EDGE)
        top.setStretch(1, 1)
        where = label(self.tr("Log: {path}").format(path=log_file), "caption", wrap=True, selectable=True)
        self._copy = button(self.tr("Copy report"), "copy", self.copy_report)
        close = button(self.tr("Continue"), do=self.accept, role="primary")
        close.setDefault(True)
        column = vbox(top, self._report, where, hbox(self._copy, None, close), gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(80 * GRID, 50 * GRID)
        self.key_table = KeyTable(
            self,
            (
                Key("Ctrl+Shift+C", self.tr("Copy report"), self.copy_report),
                Key("Return", self.tr("Continue")),
                Key("Esc", self.tr("Continue")),
            ),
        )

    def report(self) -> str:
        return self._report.toPlainText()

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report())
        self._copy.setText(self.tr("Copied"))
